using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Domain;

public class StandingTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_standing_follows_from_the_claims_so(DatabaseKind kind)
    {
        var cases = Tables.Read("standings").ToList();
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await timeline.Load(Lines(cases));

        var answer = await timeline.Get("/v1/events?limit=500&fields=title,standing");
        var found = answer.Json["items"]!.AsArray().ToDictionary(item => (string)item!["title"]!, item => (string)item!["standing"]!);

        Assert.Equal(
            cases.Select((line, i) => $"{Title(i)} {line[0]} {line[1]}: {line[2]}"),
            cases.Select((line, i) => $"{Title(i)} {line[0]} {line[1]}: {found[Title(i)]}")
        );
    }

    [Fact]
    public async Task A_cancelled_plan_has_that_standing_in_calendars_and_charts_too()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        await timeline.Load(
            Lines([
                ["2025-06-12", "2025-05-01 expects, 2025-06-01 cancels", "cancelled"],
            ])
        );

        Assert.Contains("STATUS:CANCELLED\r\n", (await timeline.Get("/v1/feeds/events.ics")).Text, StringComparison.Ordinal);
        Assert.Single((await timeline.Get("/v1/events?standing=cancelled&stance=cancels")).Json["items"]!.AsArray());
        Assert.Contains("\"cancelled\"", (await timeline.Get("/v1/feeds/chart.json")).Text, StringComparison.Ordinal);
        Assert.Contains("\"cancelled\"", (await timeline.Get("/v1/charts/histogram?series=standing")).Text, StringComparison.Ordinal);
    }

    private static string Title(int number) => $"Case {number}";

    /// <summary>One article a day, and for each line an event with its claims.</summary>
    private static IEnumerable<string> Lines(List<string[]> cases)
    {
        string[] days = [.. cases.SelectMany(line => line[1].Split(", ")).Select(claim => claim[..10]).Distinct()];
        for (var i = 0; i < days.Length; i++)
            yield return ImportLine.Article($"art_{i:0000000000000}", $"{i:x64}", days[i]);
        for (var i = 0; i < cases.Count; i++)
            yield return ImportLine.Event($"evt_{i:0000000000000}", Title(i), cases[i][0] == "null" ? null : cases[i][0]);
        for (var i = 0; i < cases.Count; i++)
        {
            foreach (var line in Claims(i, cases[i][1].Split(", "), days))
                yield return line;
        }
    }

    private static IEnumerable<string> Claims(int about, string[] claims, string[] days)
    {
        for (var i = 0; i < claims.Length; i++)
        {
            var (article, words) = (Array.IndexOf(days, claims[i][..10]), claims[i].Split(' '));
            var line = JsonNode.Parse(ImportLine.Claim(Id(i), $"evt_{about:0000000000000}", $"art_{article:0000000000000}"))!;
            line["stance"] = words[1];
            if (words.Length > 2)
                line["respondsTo"] = Id(int.Parse(words[3]) - 1);
            yield return line.ToJsonString();
        }

        string Id(int number) => $"clm_{about * 10 + number:0000000000000}";
    }
}
