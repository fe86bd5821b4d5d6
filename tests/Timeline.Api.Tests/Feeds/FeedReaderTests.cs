using System.Reflection;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Feeds;

/// <summary>The feeds of one timeline, read by the programs that they are for, in three time zones.</summary>
public class FeedReaderTests(Databases databases, FeedReaderTests.Sample sample) : IClassFixture<FeedReaderTests.Sample>
{
    private static readonly string[] Zones = ["America/New_York", "Europe/Dublin", "Asia/Tokyo"];

    public static TheoryData<string, string, string> Programs =>
        new(
            Zones.SelectMany(
                zone =>
                    ((string, string)[])
                        [
                            ("timelinejs.json", "timelinejs.html"),
                            ("vis-timeline.json", "vis-timeline.html"),
                            ("chart.json", "vega-lite.mjs"),
                            ("chart.json", "echarts.mjs"),
                            ("events.ics", "ical.mjs"),
                        ],
                (zone, program) => (zone, program.Item1, program.Item2)
            )
        );

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_shows_every_dated_event_between_its_bounds_in_every_time_zone(string zone, string feed, string reader)
    {
        var timeline = await sample.Timeline(databases);
        var isCalendar = feed == "events.ics";
        var titles = Lines()
            .Where(line => (string)line["type"]! == "event")
            .ToDictionary(line => (string)line["id"]!, line => (string)line["title"]!);
        var expected = Tables
            .Read("feed-days")
            .Where(row => !isCalendar || row[3] != "-")
            .Select(row => new ReadEvent(row[0], row[isCalendar ? 3 : 1], row[isCalendar ? 4 : 2], titles[row[0]]));

        var shown = await Readers.Ask(reader, new Uri(timeline.Client.BaseAddress!, "/v1/feeds/" + feed), zone);

        Assert.Equal(expected.OrderBy(one => one.Id, StringComparer.Ordinal), shown.OrderBy(one => one.Id, StringComparer.Ordinal));
        var left = await timeline.Get("/v1/feeds/" + feed);
        Assert.Equal(
            ("1", isCalendar ? "1" : "0", "false"),
            (left.Header("Timeline-Undated"), left.Header("Timeline-Excluded"), left.Header("Timeline-Truncated"))
        );
    }

    [Theory]
    [InlineData("feed.json", "json-feed.schema.json")]
    [InlineData("claims.jsonld", "claims.schema.json")]
    public async Task A_feed_has_the_shape_that_its_standard_asks_for(string feed, string schema)
    {
        var timeline = await sample.Timeline(databases);

        Assert.Equal("", await Readers.Validate(schema, new Uri(timeline.Client.BaseAddress!, "/v1/feeds/" + feed)));
    }

    public static IEnumerable<JsonNode> Lines()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("feeds.ndjson")!);
        while (reader.ReadLine() is { } line)
            yield return JsonNode.Parse(line)!;
    }

    /// <summary>A running timeline with every kind of date and some hostile text.</summary>
    public sealed class Sample : IAsyncDisposable
    {
        private readonly SemaphoreSlim _gate = new(1);
        private RunningTimeline? _timeline;

        public async Task<RunningTimeline> Timeline(Databases databases)
        {
            await _gate.WaitAsync();
            try
            {
                if (_timeline is not null)
                    return _timeline;
                var started = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
                await started.Load(Lines().Select(line => line.ToJsonString()));
                return _timeline = started;
            }
            finally
            {
                _gate.Release();
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_timeline is not null)
                await _timeline.DisposeAsync();
            _gate.Dispose();
        }
    }
}
