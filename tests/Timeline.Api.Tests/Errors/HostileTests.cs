using System.Net.Sockets;
using System.Text;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Errors;

public class HostileTests(Databases databases)
{
    private const int Requests = 3_000;
    private static readonly int[] Answers = [200, 204, 304, 308, 400, 401, 403, 404, 405, 410, 414, 415, 431];

    [Theory]
    [OnEveryDatabase]
    public async Task No_query_and_no_header_makes_a_bug_and_every_fault_has_the_one_shape(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        await Parallel.ForEachAsync(Enumerable.Range(0, Requests), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (seed, _) =>
        {
            var hostile = new Hostile(seed);
            var target = hostile.Target();

            var answer = await timeline.Get(target, [.. hostile.Headers()]);

            Assert.True(Answers.Contains((int)answer.Status), $"seed {seed}: {target}\n{answer.Status} {answer.Text}");
            // Too long a request line or header ends in the server, before the program sees it.
            if ((int)answer.Status >= 400 && (int)answer.Status is not (414 or 431) && answer.Header("Content-Length") != "0") ProblemShape.Check(answer);
        });
    }

    [Theory]
    [OnEveryDatabase("floods")]
    public async Task A_flood_of_values_is_answered_or_refused(DatabaseKind kind, string path, string repeated, string times, string status)
    {
        var timeline = await databases.Seeded(kind);
        var target = path + string.Concat(Enumerable.Range(0, int.Parse(times)).Select(i => repeated.Replace("#", $"{i}")));

        var answer = await timeline.Get(target);

        Assert.True(int.Parse(status) == (int)answer.Status, $"{answer.Status} {answer.Text}");
        if (status != "200") ProblemShape.Check(answer);
    }

    [Theory]
    [OnEveryDatabase("hostile-lines")]
    public async Task A_hostile_request_line_ends_with_a_refusal_and_the_next_request_is_answered(DatabaseKind kind, string line, string status)
    {
        var timeline = await databases.Seeded(kind);
        var lines = line.Replace("\\r", "\r").Replace("\\n", "\n").Replace("\\0", "\0").Replace("LONG", new string('a', 9_000));

        using var socket = new TcpClient();
        await socket.ConnectAsync(timeline.Client.BaseAddress!.Host, timeline.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(lines + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(socket.GetStream(), Encoding.UTF8);
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal(200, (int)(await timeline.Get("/health/ready")).Status);
    }
}
