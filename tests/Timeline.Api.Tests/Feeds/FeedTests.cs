using System.Net;
using System.Text;
using CsvHelper;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Feeds;

public class FeedTests(Databases databases)
{
    private static readonly string[] All =
    [
        "timelinejs.json",
        "vis-timeline.json",
        "chart.json",
        "feed.json",
        "events.ics",
        "claims.jsonld",
        "events.csv",
        "events.ndjson",
    ];

    [Fact]
    public async Task Two_files_are_made_at_once_and_a_third_waits_for_its_turn_until_the_deadline()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, settings: "--Timeline:ReadDeadline=0.2");
        using var release = new ManualResetEventSlim();
        using var begun = new CountdownEvent(2);
        var others = Enumerable
            .Range(0, 2)
            .Select(_ =>
                Task.Run(() =>
                    timeline.Store.ReadFile(
                        _ => begun.Signal() & release.Wait(TimeSpan.FromMinutes(1)),
                        TestContext.Current.CancellationToken
                    )
                )
            )
            .ToList();
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1)));

        var third = await timeline.Get("/v1/feeds/events.csv");
        Assert.Equal((503, "busy", "1"), ((int)third.Status, (string)third.Json["code"]!, third.Header("Retry-After")));
        release.Set();
        await Task.WhenAll(others);
        await Eventually.Equal(200, async () => (int)(await timeline.Get("/v1/feeds/events.csv")).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_file_holds_every_event_of_many_pages_once(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await timeline.LoadAndAnalyze(FeedSample.ManyCalls(1_203));

        var csv = Encoding.UTF8.GetBytes((await timeline.Get("/v1/feeds/events.csv")).Text);
        var rows = Rows(csv);

        Assert.Equal(1_203, rows.Skip(1).Select(row => row[0]).Distinct().Count());
        Assert.Equal(1_204, rows.Count);
        Assert.Equal(1_203, (await timeline.Get("/v1/feeds/events.ics")).Text.Split("BEGIN:VEVENT\r\n").Length - 1);
        Assert.Equal(1_203, (await timeline.Get("/v1/feeds/claims.jsonld")).Json["@graph"]!.AsArray().Count);
        Assert.Equal(
            1_203,
            Lines(await timeline.Get("/v1/feeds/events.ndjson?kind=call"))
                .Count(line => line.StartsWith("""{"type":"event",""", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_feed_for_charts_holds_the_5000_newest_and_says_so()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        await timeline.Load(FeedSample.ManyCalls(5_001));

        foreach (
            var (feed, list) in ((string, string?)[])
                [("timelinejs.json", "events"), ("vis-timeline.json", "items"), ("chart.json", null), ("feed.json", "items")]
        )
        {
            var answer = await timeline.Get("/v1/feeds/" + feed);

            Assert.Equal(5_000, (list is null ? answer.Json : answer.Json[list]!).AsArray().Count);
            Assert.Equal("true", answer.Header("Timeline-Truncated"));
        }
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_guarded()
    {
        await using var timeline = await FeedSample.Start(databases, DatabaseKind.Sqlite);

        var rows = Rows(Encoding.UTF8.GetBytes((await timeline.Get("/v1/feeds/events.csv")).Text));

        Assert.All(rows.SelectMany(row => row), cell => Assert.False(cell.Length > 0 && "=+-@\t\r".Contains(cell[0]), cell));
        Assert.Contains("'=HYPERLINK(\"http://example.invalid\")", rows.SelectMany(row => row));
        Assert.Contains("'-1+1", rows.SelectMany(row => row));
    }

    [Fact]
    public async Task A_calendar_tells_how_many_events_it_cannot_express()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        await timeline.Load(
            ImportLine.CallsOn("-0043-03-15", "../..", "0000", "../-0010", "0000/0003", "../2000", "2000/..", "9999-12-31")
        );

        var answer = await timeline.Get("/v1/feeds/events.ics");

        Assert.Equal("5", answer.Header("Timeline-Excluded"));
        Assert.Equal(3, answer.Text.Split("BEGIN:VEVENT\r\n").Length - 1);
        Assert.Equal("1", (await timeline.Get("/v1/feeds/events.ics?from=1990&to=1995")).Header("Timeline-Excluded"));
    }

    [Fact]
    public async Task An_event_open_on_both_sides_is_drawn_over_the_window_and_excluded_without_one()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        await timeline.Load(ImportLine.CallsOn("../.."));

        var alone = await timeline.Get("/v1/feeds/chart.json");
        var inside = await timeline.Get("/v1/feeds/chart.json?from=2020-02&to=2020-03");

        Assert.Equal(("[]", "1"), (alone.Text, alone.Header("Timeline-Excluded")));
        Assert.Equal(("2020-02-01T00:00:00", "2020-04-01T00:00:00"), ((string)inside.Json[0]!["start"]!, (string)inside.Json[0]!["end"]!));
        Assert.Equal(
            ("{}", "1"),
            (
                (await timeline.Get("/v1/charts/histogram")).Json["series"]?.ToJsonString() ?? "{}",
                (await timeline.Get("/v1/charts/histogram")).Json["excluded"]!.ToJsonString()
            )
        );
    }

    [Fact]
    public async Task Years_before_1_have_the_expanded_form_that_browsers_read()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        await timeline.Load(ImportLine.CallsOn("-0043-03-15"));

        Assert.Equal("-000043-03-15T00:00:00", (string)(await timeline.Get("/v1/feeds/vis-timeline.json")).Json["items"]![0]!["start"]!);
    }

    [Fact]
    public async Task TimelineJS_is_told_that_there_is_nothing_rather_than_an_empty_list()
    {
        var sample = await databases.Seeded(DatabaseKind.Sqlite);

        Assert.Equal(HttpStatusCode.NotFound, (await sample.Get("/v1/feeds/timelinejs.json?from=1900&to=1901")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await sample.Get("/v1/feeds/timelinejs.json?undated=only")).Status);
        Assert.Equal("[]", (await sample.Get("/v1/feeds/chart.json?from=1900&to=1901")).Text);
    }

    [Fact]
    public async Task Every_feed_answers_HEAD_and_an_unchanged_tag_and_refuses_other_parameters()
    {
        var sample = await databases.Seeded(DatabaseKind.Sqlite);
        foreach (var feed in All)
        {
            var head = await sample.Send(HttpMethod.Head, "/v1/feeds/" + feed);
            var known = await sample.Get("/v1/feeds/" + feed, ("If-None-Match", head.Header("ETag")!));
            var wrong = await sample.Get($"/v1/feeds/{feed}?sort=date");

            Assert.Equal((HttpStatusCode.OK, ""), (head.Status, head.Text));
            Assert.NotNull(head.Header("Timeline-Undated"));
            Assert.Equal(HttpStatusCode.NotModified, known.Status);
            Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        }
    }

    [Theory]
    [InlineData("events.ics", "text/calendar; charset=utf-8", "attachment; filename=\"events.ics\"")]
    [InlineData("events.csv", "text/csv; charset=utf-8; header=present", "attachment; filename=\"events.csv\"")]
    [InlineData("events.ndjson", "application/x-ndjson; charset=utf-8", "attachment; filename=\"events.ndjson\"")]
    [InlineData("claims.jsonld", "application/ld+json; charset=utf-8", "attachment; filename=\"claims.jsonld\"")]
    [InlineData("feed.json", "application/feed+json; charset=utf-8", null)]
    [InlineData("chart.json", "application/json; charset=utf-8", null)]
    public async Task A_feed_has_its_content_type_and_where_it_is_a_file_its_name(string feed, string type, string? disposition)
    {
        var sample = await databases.Seeded(DatabaseKind.Sqlite);

        var answer = await sample.Get("/v1/feeds/" + feed);

        Assert.Equal((type, disposition), (answer.Header("Content-Type"), answer.Header("Content-Disposition")));
    }

    private static string[] Lines(ApiResponse answer) => answer.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static List<List<string>> Rows(byte[] csv)
    {
        using var reader = CsvReader.Create(new MemoryStream(csv), new CsvReaderOptions { HasHeader = false });
        var rows = new List<List<string>>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]);
        return rows;
    }
}
