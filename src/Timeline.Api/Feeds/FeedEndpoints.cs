using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>The timeline in other programs' formats, with the same query as lists of events.</summary>
public static class FeedEndpoints
{
    private const string Headers =
        " The headers `Timeline-Undated`, `Timeline-Excluded` and `Timeline-Truncated` tell what it does not hold.";
    private const string Most = " At most 5,000 events, the newest." + Headers;
    private const string All =
        " All events that fit, as they are at one moment; two such files are made at once, others wait their turn." + Headers;

    public static void MapFeeds(this IEndpointRouteBuilder api)
    {
        var feeds = api.MapGroup("/feeds").WithTags("Feeds").WithMetadata(LeftOut.Headers);
        feeds
            .MapReading("/timelinejs.json", Slides)
            .WithName("getTimelineJs")
            .Takes(TimelineQuery.Filters)
            .Fails(404)
            .WithSummary("Feeds TimelineJS")
            .WithDescription(
                "The source of a TimelineJS 3 timeline. That has no word for an empty timeline, so where no event with a date fits, this is 404."
                    + Most
            );
        feeds
            .MapReading("/vis-timeline.json", Items)
            .WithName("getVisTimeline")
            .Takes(TimelineQuery.Filters)
            .WithSummary("Feeds vis-timeline")
            .WithDescription("Items and groups of a vis-timeline. Ends are exclusive; text is escaped HTML." + Most);
        feeds
            .MapReading("/chart.json", Rows)
            .WithName("getChart")
            .Takes(TimelineQuery.Filters)
            .WithSummary("Feeds Vega-Lite, ECharts and others with flat rows")
            .WithDescription("One array of flat objects with local midnights as bounds, `end` exclusive." + Most);
        feeds
            .MapReading("/feed.json", Feed)
            .WithName("getJsonFeed")
            .Takes(TimelineQuery.Filters)
            .Produces<JsonFeed>(200, "application/feed+json")
            .WithSummary("Feeds feed readers (JSON Feed 1.1)")
            .WithDescription(
                "Last changed first. `date_published` is when an event was recorded; when it happened stands in `_timeline`." + Most
            );
        feeds
            .MapReading("/events.ics", Calendar)
            .WithName("getCalendar")
            .Takes(TimelineQuery.Filters)
            .Produces<string>(200, "text/calendar")
            .WithSummary("Feeds calendars (iCalendar)")
            .WithDescription(
                "Whole days that block no time. An event open on one side stands on the day that is known; those open on both and those before the year 1 are excluded."
                    + All
            );
        feeds
            .MapReading("/claims.jsonld", Claims)
            .WithName("getClaimGraph")
            .Takes(TimelineQuery.Filters)
            .Produces<string>(200, "application/ld+json")
            .WithSummary("Feeds the claims about events as schema.org JSON-LD")
            .WithDescription("A graph of `Claim` with `author`, `appearance` and `temporalCoverage`." + All);
        feeds
            .MapReading("/events.csv", Table)
            .WithName("getCsv")
            .Takes(TimelineQuery.Filters)
            .Produces<string>(200, "text/csv")
            .WithSummary("Feeds spreadsheets (CSV)")
            .WithDescription(
                "RFC 4180 with a header row. A cell that begins with `=`, `+`, `-`, `@`, tab or carriage return gets a leading apostrophe, so that no spreadsheet runs it."
                    + All
            );
        feeds
            .MapReading("/events.ndjson", Export)
            .WithName("getExport")
            .Takes(TimelineQuery.Filters)
            .Produces<string>(200, "application/x-ndjson")
            .WithSummary("Exports in the import format (NDJSON)")
            .WithDescription(
                "The events that fit with their claims, and the articles and actors that these name; without filters the whole timeline. `respondsTo` is null where the claim answered is not in the file."
                    + All
            );
    }

    private static Task<Reply<TimelineJs>> Slides(EventQuery query, Store store, HttpContext http) =>
        Draw(
            query,
            store,
            http,
            drawing =>
                drawing.Events.Count > 0
                    ? TimelineJs.Of(drawing)
                    : throw Problem.NotFound("No event with a date fits, and TimelineJS cannot show a timeline without any."),
            refuses: true
        );

    private static Task<Reply<VisTimeline>> Items(EventQuery query, Store store, HttpContext http) =>
        Draw(query, store, http, VisTimeline.Of);

    private static Task<Reply<IReadOnlyList<ChartRow>>> Rows(EventQuery query, Store store, HttpContext http) =>
        Draw<IReadOnlyList<ChartRow>>(query, store, http, drawing => [.. drawing.Events.Select(ChartRow.Of)]);

    private static Task<Reply<JsonFeed>> Feed(EventQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
                Reply.Worked(
                    http,
                    snapshot,
                    query.View,
                    () =>
                    {
                        var (feed, leftOut) = JsonFeed.Read(snapshot, query, Address.Of(http.Request));
                        leftOut.Tell(http.Response);
                        return feed;
                    },
                    "application/feed+json; charset=utf-8"
                ),
            http.RequestAborted
        );

    private static FileFeed Calendar(EventQuery query, Store store, HttpContext http) =>
        new(
            store,
            query,
            "text/calendar; charset=utf-8",
            "events.ics",
            snapshot => CalendarFile.LeftOut(snapshot, query),
            (body, snapshot) => CalendarFile.Write(body, snapshot, query, Address.Of(http.Request))
        );

    private static FileFeed Claims(EventQuery query, Store store, HttpContext http) =>
        new(
            store,
            query,
            "application/ld+json; charset=utf-8",
            "claims.jsonld",
            snapshot => LeftByFilter(snapshot, query),
            (body, snapshot) => ClaimGraph.Write(body, snapshot, query, Address.Of(http.Request))
        );

    private static FileFeed Table(EventQuery query, Store store) =>
        new(
            store,
            query,
            "text/csv; charset=utf-8; header=present",
            "events.csv",
            snapshot => LeftByFilter(snapshot, query),
            (body, snapshot) => CsvFile.Write(body, snapshot, query)
        );

    private static FileFeed Export(EventQuery query, Store store) =>
        new(
            store,
            query,
            "application/x-ndjson; charset=utf-8",
            "events.ndjson",
            snapshot => LeftByFilter(snapshot, query),
            (body, snapshot) => new ExportFile(body, snapshot, query).Write()
        );

    private static Task<Reply<T>> Draw<T>(EventQuery query, Store store, HttpContext http, Func<Drawing, T> make, bool refuses = false)
        where T : class =>
        store.Read(
            snapshot =>
                Reply.Worked(
                    http,
                    snapshot,
                    query.View,
                    () =>
                    {
                        var drawing = Drawing.Read(snapshot, query);
                        drawing.LeftOut.Tell(http.Response);
                        return make(drawing);
                    },
                    refuses: refuses
                ),
            http.RequestAborted
        );

    /// <summary>For formats that hold everything: what the query itself leaves out for want of a date.</summary>
    private static LeftOut LeftByFilter(Snapshot snapshot, EventQuery query) =>
        new(query.Window.Undated == Undated.Exclude ? LeftOut.CountUndated(snapshot, new Asked<EventQuery>(snapshot, query)) : 0, 0, false);
}
