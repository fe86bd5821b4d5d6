using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>The timeline in other programs' formats, with the same query as lists of events.</summary>
public static class FeedEndpoints
{
    private const string Most = " At most 5,000 events, the newest." + FeedOmissions.Description;
    private const string All =
        " All events that fit, as of one moment; two such files are made at once, others wait." + FeedOmissions.Description;

    public static void MapFeeds(this IEndpointRouteBuilder api)
    {
        var feeds = api.MapGroup("/feeds").WithTags("Feeds").WithMetadata(FeedOmissions.Headers);
        feeds
            .MapMethods("/timelinejs.json", RouteDeclarations.Reading, GetTimelineJs)
            .WithName("getTimelineJs")
            .WithParameters(TimelineParameters.Filters)
            .WithFailures(404)
            .WithSummary("Feeds TimelineJS")
            .WithDescription(
                "The source of a TimelineJS 3 timeline. That has no word for an empty timeline, so where no event with a date "
                    + "fits, this is 404."
                    + Most
            );
        feeds
            .MapMethods("/vis-timeline.json", RouteDeclarations.Reading, GetVisTimeline)
            .WithName("getVisTimeline")
            .WithParameters(TimelineParameters.Filters)
            .WithSummary("Feeds vis-timeline")
            .WithDescription("Items and groups of a vis-timeline. Ends are exclusive; text is escaped HTML." + Most);
        feeds
            .MapMethods("/chart.json", RouteDeclarations.Reading, GetChartRows)
            .WithName("getChart")
            .WithParameters(TimelineParameters.Filters)
            .WithSummary("Feeds Vega-Lite, ECharts and others with flat rows")
            .WithDescription("One array of flat objects with local midnights as bounds, `end` exclusive." + Most);
        feeds
            .MapMethods("/feed.json", RouteDeclarations.Reading, GetJsonFeed)
            .WithName("getJsonFeed")
            .WithParameters(TimelineParameters.Filters)
            .Produces<JsonFeed>(200, "application/feed+json")
            .WithSummary("Feeds feed readers (JSON Feed 1.1)")
            .WithDescription(
                "Last changed first. `date_published` is when an event was recorded; when it happened stands in `_timeline`." + Most
            );
        feeds
            .MapMethods("/events.ics", RouteDeclarations.Reading, GetCalendar)
            .WithName("getCalendar")
            .WithParameters(TimelineParameters.Filters)
            .Produces<string>(200, "text/calendar")
            .WithSummary("Feeds calendars (iCalendar)")
            .WithDescription(
                "Whole days that block no time. An event open on one side stands on the day that is known; those open on both "
                    + "and those before the year 1 are excluded."
                    + All
            );
        feeds
            .MapMethods("/claims.jsonld", RouteDeclarations.Reading, GetClaimGraph)
            .WithName("getClaimGraph")
            .WithParameters(TimelineParameters.Filters)
            .Produces<string>(200, "application/ld+json")
            .WithSummary("Feeds the claims about events as schema.org JSON-LD")
            .WithDescription("A graph of `Claim` with `author`, `appearance` and `temporalCoverage`." + All);
        feeds
            .MapMethods("/events.csv", RouteDeclarations.Reading, GetCsv)
            .WithName("getCsv")
            .WithParameters(TimelineParameters.Filters)
            .Produces<string>(200, "text/csv")
            .WithSummary("Feeds spreadsheets (CSV)")
            .WithDescription(
                "RFC 4180 with a header row. A cell that begins with `=`, `+`, `-`, `@`, tab or carriage return gets a "
                    + "leading apostrophe, so that no spreadsheet runs it."
                    + All
            );
        feeds
            .MapMethods("/events.ndjson", RouteDeclarations.Reading, GetExport)
            .WithName("getExport")
            .WithParameters(TimelineParameters.Filters)
            .Produces<string>(200, "application/x-ndjson")
            .WithSummary("Exports in the import format (NDJSON)")
            .WithDescription(
                "The events that fit with their claims, and the articles and actors that these name; without filters the "
                    + "whole timeline. `respondsTo` is null where the claim answered is not in the file."
                    + All
            );
    }

    // Reads even for a client that has the answer, since no event at all is 404.
    private static Task<ConditionalResult<TimelineJsFeed>> GetTimelineJs(EventQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var chart = ReadChart(snapshot, query, http);
                if (chart.Events.Count == 0)
                    throw ProblemCatalogue.NotFound.With("No event with a date fits, and TimelineJS cannot show a timeline without any.");
                return ConditionalResult.Tagged(ListTag.For(snapshot, query.Visibility), TimelineJsFeed.Create(chart));
            },
            http.RequestAborted
        );

    private static Task<ConditionalResult<VisTimelineFeed>> GetVisTimeline(EventQuery query, Store store, HttpContext http) =>
        ReadTagged(query, store, http, snapshot => VisTimelineFeed.Create(ReadChart(snapshot, query, http)));

    private static Task<ConditionalResult<IReadOnlyList<ChartRow>>> GetChartRows(EventQuery query, Store store, HttpContext http) =>
        ReadTagged<IReadOnlyList<ChartRow>>(
            query,
            store,
            http,
            snapshot => [.. ReadChart(snapshot, query, http).Events.Select(ChartRow.Create)]
        );

    private static Task<ConditionalResult<JsonFeed>> GetJsonFeed(EventQuery query, Store store, HttpContext http) =>
        ReadTagged(query, store, http, snapshot => ReadJsonFeed(snapshot, query, http), "application/feed+json; charset=utf-8");

    private static FileResult GetCalendar(EventQuery query, Store store, HttpContext http) =>
        new(
            store,
            query,
            "text/calendar; charset=utf-8",
            "events.ics",
            snapshot => CalendarFeed.CountOmissions(snapshot, query),
            (body, snapshot) => CalendarFeed.Write(body, snapshot, query, LinkBuilder.FromRequest(http.Request))
        );

    private static FileResult GetClaimGraph(EventQuery query, Store store, HttpContext http) =>
        new(
            store,
            query,
            "application/ld+json; charset=utf-8",
            "claims.jsonld",
            snapshot => UndatedOmissions(snapshot, query),
            (body, snapshot) => ClaimGraphFeed.Write(body, snapshot, query, LinkBuilder.FromRequest(http.Request))
        );

    private static FileResult GetCsv(EventQuery query, Store store) =>
        new(
            store,
            query,
            "text/csv; charset=utf-8; header=present",
            "events.csv",
            snapshot => UndatedOmissions(snapshot, query),
            (body, snapshot) => CsvFeed.Write(body, snapshot, query)
        );

    private static FileResult GetExport(EventQuery query, Store store) =>
        new(
            store,
            query,
            "application/x-ndjson; charset=utf-8",
            "events.ndjson",
            snapshot => UndatedOmissions(snapshot, query),
            (body, snapshot) => new ExportFeed(body, snapshot, query).Write()
        );

    private static Task<ConditionalResult<T>> ReadTagged<T>(
        EventQuery query,
        Store store,
        HttpContext http,
        Func<Snapshot, T> read,
        string contentType = Json.ContentType
    )
        where T : class =>
        store.Read(
            snapshot => ConditionalResult.Tagged(http, ListTag.For(snapshot, query.Visibility), () => read(snapshot), contentType),
            http.RequestAborted
        );

    /// <summary>The events as charts draw them; what is left out of them is told in the headers.</summary>
    private static ChartEvents ReadChart(Snapshot snapshot, EventQuery query, HttpContext http)
    {
        var chart = ChartEvents.Read(snapshot, query);
        chart.LeftOut.WriteHeaders(http.Response);
        return chart;
    }

    private static JsonFeed ReadJsonFeed(Snapshot snapshot, EventQuery query, HttpContext http)
    {
        var (feed, omissions) = JsonFeed.Read(snapshot, query, LinkBuilder.FromRequest(http.Request));
        omissions.WriteHeaders(http.Response);
        return feed;
    }

    /// <summary>For formats that hold everything: what the query itself leaves out for want of a date.</summary>
    private static FeedOmissions UndatedOmissions(Snapshot snapshot, EventQuery query) =>
        new(
            query.Range.Undated == UndatedFilter.Exclude ? FeedOmissions.CountUndated(snapshot, ResolvedQuery.Resolve(snapshot, query)) : 0,
            0,
            false
        );
}
