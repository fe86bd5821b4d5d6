using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Fuzzing;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

public class HostileRequestTests(Databases databases)
{
    private const int Requests = 3_000;
    private static readonly int[] Answers = [200, 204, 304, 308, 400, 401, 403, 404, 405, 410, 414, 415, 431];

    [Theory]
    [OnEveryDatabase]
    public async Task No_query_and_no_header_makes_a_bug_and_every_fault_has_the_one_shape(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        Seeds.Print();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (number, _) =>
            {
                var seed = unchecked(Seeds.Current + number);
                var hostile = new RandomRequest(seed);
                var target = hostile.Target();

                var answer = await timeline.Get(target, [.. hostile.Headers()]);

                var where = $"{Seeds.Repeat(Seeds.Current)} Request {number}: {target}\n{answer.Status} {answer.Text}";
                Assert.True(Answers.Contains((int)answer.Status), where);
                if ((int)answer.Status >= 400)
                    ProblemShape.Check(answer);
            }
        );
    }

    [Theory]
    [OnEveryDatabase("floods")]
    public async Task A_flood_of_values_is_answered_or_refused(DatabaseKind kind, string path, string repeated, string times, string status)
    {
        var timeline = await databases.Seeded(kind);
        var target = path + string.Concat(Enumerable.Range(0, int.Parse(times)).Select(i => repeated.Replace("#", $"{i}")));

        var answer = await timeline.Get(target);

        Assert.True(int.Parse(status) == (int)answer.Status, $"{answer.Status} {answer.Text}");
        if (status != "200")
            ProblemShape.Check(answer);
    }

    [Theory]
    [OnEveryDatabase("hostile-lines")]
    public async Task A_hostile_request_line_ends_with_a_problem_and_the_next_request_is_answered(
        DatabaseKind kind,
        string line,
        string status
    ) => await Refused(await databases.Seeded(kind), Unescaped(line) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n", status);

    [Theory]
    [OnEveryDatabase("hostile-headers")]
    public async Task Hostile_headers_and_bodies_end_with_a_problem_and_the_next_request_is_answered(
        DatabaseKind kind,
        string request,
        string status
    ) => await Refused(await databases.Seeded(kind), Unescaped(request), status);

    [Fact]
    public async Task A_refusal_after_an_answer_on_the_same_connection_is_a_problem_too()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);

        var answers = await Exchange(
            timeline,
            $"GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\nGET /{new string('a', 9_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n"
        );

        Assert.StartsWith("HTTP/1.1 200 ", answers, StringComparison.Ordinal);
        Check(answers[answers.IndexOf("HTTP/1.1 414 ", StringComparison.Ordinal)..], "414");
    }

    private static async Task Refused(RunningTimeline timeline, string request, string status)
    {
        Check(await Exchange(timeline, request), status);
        Assert.Equal(200, (int)(await timeline.Get("/health/ready")).Status);
    }

    /// <summary>One answer as it came over the connection: a problem, whole, with the headers that every answer has.</summary>
    private static void Check(string answer, string status)
    {
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        var (head, body) = answer.Split("\r\n\r\n", 2) is [var first, var rest] ? (first, rest) : (answer, "");
        foreach (
            var header in (string[])
                [
                    "Content-Type: application/problem+json",
                    "Cache-Control: no-store",
                    "X-Content-Type-Options: nosniff",
                    "Content-Security-Policy: default-src 'none'",
                    "Access-Control-Allow-Origin: *",
                ]
        )
        {
            Assert.Contains("\r\n" + header, head, StringComparison.Ordinal);
        }

        if (head.Contains("Transfer-Encoding: chunked", StringComparison.Ordinal))
            body = body[(body.IndexOf('\n') + 1)..(body.LastIndexOf('}') + 1)];
        var problem = JsonNode.Parse(body)!;
        Assert.Equal((status, 32), (problem["status"]!.ToString(), ((string)problem["traceId"]!).Length));
    }

    private static async Task<string> Exchange(RunningTimeline timeline, string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(
            timeline.Client.BaseAddress!.Host,
            timeline.Client.BaseAddress.Port,
            TestContext.Current.CancellationToken
        );
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static string Unescaped(string text) =>
        text.Replace("\\r", "\r")
            .Replace("\\n", "\n")
            .Replace("\\0", "\0")
            .Replace("LONG", new string('a', 9_000))
            .Replace("HUGE", new string('a', 40_000))
            .Replace("MANY", string.Concat(Enumerable.Range(0, 150).Select(i => $"X{i}: 1\r\n")));
}
