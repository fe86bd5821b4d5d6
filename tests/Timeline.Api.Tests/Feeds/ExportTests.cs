using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Feeds;

/// <summary>The export, <c>events.ndjson</c>, which is also the import format.</summary>
public class ExportTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task An_export_imported_into_an_empty_timeline_exports_the_same_bytes(DatabaseKind kind)
    {
        await using var first = await FeedSample.Start(databases, kind);
        foreach (
            var query in (string[])
                ["", "?actor=examplia", "?from=2022&to=2024", "?kind=call", "?q=day", "?undated=only", "?asOf=2025-03-01&tag=one"]
        )
        {
            var export = await first.Get("/v1/feeds/events.ndjson" + query);
            await using var second = await RunningTimeline.Start(databases, kind);
            await second.Load(Lines(export));

            Assert.Equal(Things(export), Things(await second.Get("/v1/feeds/events.ndjson")));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_sample_survives_an_export_and_an_import(DatabaseKind kind)
    {
        var sample = await databases.Seeded(kind);
        await using var copy = await RunningTimeline.Start(databases, kind);

        var export = await sample.Get("/v1/feeds/events.ndjson");
        await copy.Load(Lines(export));

        Assert.Equal(Things(export), Things(await copy.Get("/v1/feeds/events.ndjson")));
        Assert.Equal(
            (await sample.Get("/v1/events?limit=500")).Items.Select(Standing),
            (await copy.Get("/v1/events?limit=500")).Items.Select(Standing)
        );

        static string Standing(JsonNode item) => $"{item["id"]} {item["date"]} {item["standing"]} {item["claimCount"]}";
    }

    [Fact]
    public async Task An_export_names_a_claim_answered_only_where_it_holds_that_claim()
    {
        await using var timeline = await FeedSample.Start(databases, DatabaseKind.Sqlite);

        var whole = Lines(await timeline.Get("/v1/feeds/events.ndjson")).Select(line => JsonNode.Parse(line)!).ToList();
        var part = Lines(await timeline.Get("/v1/feeds/events.ndjson?from=2022-02&to=2022-02&match=within"))
            .Select(line => JsonNode.Parse(line)!)
            .ToList();

        Assert.Equal(3, whole.Count(line => line["respondsTo"] is not null));
        Assert.Equal(["timeline", "article", "actor", "actor", "event", "claim", "claim"], part.Select(line => (string)line["type"]!));
        Assert.All(part, line => Assert.Null(line["respondsTo"]));
    }

    [Fact]
    public async Task An_export_shows_texts_that_anyone_may_read_and_no_others()
    {
        await using var timeline = await FeedSample.Start(databases, DatabaseKind.Sqlite);

        var text = (await timeline.Get("/v1/feeds/events.ndjson")).Text;

        Assert.Contains("A text that anyone may read", text);
        Assert.DoesNotContain("Kept for checking", text);
        Assert.Null(
            Lines(await timeline.Get("/v1/feeds/events.ndjson"))
                .Select(line => JsonNode.Parse(line)!)
                .Single(line => (string?)line["id"] == "clm_000010000006b")["quote"]!["exact"]
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_export_beside_a_writer_is_one_state_of_the_data(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await timeline.LoadAndAnalyze(FeedSample.ManyCalls(1_203));
        using var end = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 2_000; !end.IsCancellationRequested; i++)
                await timeline.Load(ImportLine.CallWithArticle(i));
            return 0;
        });

        for (var i = 0; i < 10; i++)
        {
            var lines = Lines(await timeline.Get("/v1/feeds/events.ndjson"))
                .Select(line => JsonNode.Parse(line)!)
                .ToLookup(line => (string)line["type"]!);
            var events = lines["event"].Select(line => (string)line["id"]!).ToHashSet();
            // Each write adds an article with its event and its claim; the first articles tell of many.
            Assert.Equal(events.Count, lines["claim"].Select(line => (string)line["event"]!).Distinct().Count());
            Assert.All(lines["claim"], line => Assert.Contains((string)line["event"]!, events));
            Assert.Equal(
                lines["article"].Select(line => (string)line["id"]!).Order(),
                lines["claim"].Select(line => (string)line["article"]!).Distinct().Order()
            );
        }

        await end.CancelAsync();
        await writing;
    }

    /// <summary>An export without its first line, which tells the state of the database that it is of.</summary>
    private static string Things(ApiResponse export) => export.Text[(export.Text.IndexOf('\n') + 1)..];

    private static string[] Lines(ApiResponse answer) => answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
