using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Feeds;

/// <summary>The feeds of one timeline, read by the programs that they are for, in three time zones.</summary>
public class FeedReaderTests(Databases databases, FeedReaderTests.SharedSample sample) : IClassFixture<FeedReaderTests.SharedSample>
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
        var titles = FeedSample
            .Lines()
            .Where(line => (string)line["type"]! == "event")
            .ToDictionary(line => (string)line["id"]!, line => (string)line["title"]!);
        var expected = Tables
            .Read("feed-days")
            .Where(row => !isCalendar || row[3] != "-")
            .Select(row => new ShownEvent(row[0], row[isCalendar ? 3 : 1], row[isCalendar ? 4 : 2], titles[row[0]]));

        var shown = await FeedPrograms.Show(reader, new Uri(timeline.Client.BaseAddress!, "/v1/feeds/" + feed), zone);

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

        Assert.Equal("", await FeedPrograms.Validate(schema, new Uri(timeline.Client.BaseAddress!, "/v1/feeds/" + feed)));
    }

    /// <summary>A timeline with the sample in it, started by the first test that asks for it.</summary>
    public sealed class SharedSample : IAsyncDisposable
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
                return _timeline = await FeedSample.Start(databases, DatabaseKind.Sqlite);
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
