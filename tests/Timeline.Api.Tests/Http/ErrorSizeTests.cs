using System.Text;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

/// <summary>What is sent comes back cut, so that nobody makes a long answer of a short request.</summary>
public class ErrorSizeTests(Databases databases)
{
    private const int Base = 4_096;
    private const int Factor = 4;

    /// <summary>Twenty faults, each with a place and a sentence that hold 200 characters of what was sent, escaped as JSON.</summary>
    private const int Most = 49_152;

    /// <summary>An answer that tells of a fault has at most 4 KB and four times what was sent.</summary>
    [Theory]
    [OnEveryDatabase("echoes")]
    public async Task A_query_is_not_answered_with_much_more_than_it_has(DatabaseKind kind, string start, string repeated, string times)
    {
        var timeline = await databases.Seeded(kind);
        var target = start + string.Concat(Enumerable.Range(0, int.Parse(times)).Select(i => repeated.Replace("#", $"{i}")));

        var answer = await timeline.Get(target);

        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Text), 1, Base + Factor * target.Length);
        Assert.DoesNotContain(new string('a', 201), answer.Text, StringComparison.Ordinal);
        if ((int)answer.Status >= 400)
            ProblemShape.Check(answer);
    }

    public static TheoryDataRow<string, string>[] Bodies { get; } =
    [
        new("/v1/extractions", Object(Enumerable.Range(0, 100_000).Select(i => $"\"m{i}\":0"))),
        new("/v1/extractions", $$"""{"{{new string('a', 1_000_000)}}":1,"{{new string('a', 1_000_000)}}":2}"""),
        new("/v1/extractions", $$"""{"text":"x","published":"{{new string('a', 1_000)}}","textRights":"{{new string('a', 10_000)}}"}"""),
        new("/v1/extractions", string.Concat(Enumerable.Repeat($"{{\"{new string('a', 20_000)}\":", 60)) + "x"),
        new("/v1/extractions", string.Concat(Enumerable.Repeat($"{{\"{new string('/', 20_000)}\":", 60)) + "x"),
        new("/v1/extractions", "{\"" + string.Concat(Enumerable.Repeat(@"\u0001", 30_000)) + "\":1}"),
        new(
            "/v1/reviews",
            $$"""{"decision":"accepted","events":[{{string.Join(',', Enumerable.Repeat($"\"{new string('a', 999)}\"", 1_000))}}]}"""
        ),
        new("/v1/reviews", $$"""{"decision":"accepted","claims":[{{string.Join(',', Enumerable.Repeat("1", 500_000))}}]}"""),
        new("/v1/reviews", Object(Enumerable.Range(0, 40).Select(i => $"\"{string.Concat(Enumerable.Repeat("😀", 500))}{i}\":0"))),
        new("/v1/events/evt_0jrrbe600000k/merge", $$"""{"into":"{{new string('a', 1_000)}}"}"""),
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_not_answered_with_much_more_than_it_has(string path, string body)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await admin.Send(HttpMethod.Post, path, body);

        Assert.InRange((int)answer.Status, 400, 499);
        Assert.InRange(Encoding.UTF8.GetByteCount(answer.Text), 1, Base + Math.Min(Factor * body.Length, Most));
        Assert.DoesNotContain(new string('a', 201), answer.Text, StringComparison.Ordinal);
        ProblemShape.Check(answer);
    }

    [Fact]
    public async Task Of_many_faults_twenty_are_told_and_how_many_more_there_are()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);

        var problem = ProblemShape.Check(
            await timeline.Get("/v1/events?" + string.Join('&', Enumerable.Range(0, 25).Select(i => $"x{i}")))
        );

        var errors = problem["errors"]!.AsArray();
        Assert.Equal((20, "25 inputs are not valid"), (errors.Count, (string)problem["title"]!));
        Assert.Equal("The first 20 are listed; there are 5 more.", (string)problem["detail"]!);
        Assert.Single(errors, fault => ((string)fault!["detail"]!).Contains("There are: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a", 201, 200)]
    [InlineData("😀", 101, 200)]
    [InlineData("x😀", 100, 199)]
    [InlineData("a", 200, 200)]
    public async Task What_is_repeated_is_cut_after_200_characters_and_never_inside_one(string repeated, int times, int kept)
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        var sent = string.Concat(Enumerable.Repeat(repeated, times));

        var fault = ProblemShape.Check(await timeline.Get($"/v1/events?from={Uri.EscapeDataString(sent)}"))["errors"]![0]!;

        Assert.StartsWith(
            $"'{(sent.Length > kept ? sent[..kept] + "…" : sent)}' is not a date",
            (string)fault["detail"]!,
            StringComparison.Ordinal
        );
    }

    private static string Object(IEnumerable<string> members) => "{" + string.Join(',', members) + "}";
}
