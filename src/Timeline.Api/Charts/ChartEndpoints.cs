using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The timeline as numbers: what charts are drawn from.</summary>
public static class ChartEndpoints
{
    public static void MapCharts(this IEndpointRouteBuilder api)
    {
        var charts = api.MapGroup("").WithTags("Charts");
        charts
            .MapReading("/charts/histogram", Spread)
            .WithName("getHistogram")
            .Takes(HistogramQuery.Parameters)
            .WithSummary("Counts events over time")
            .WithDescription(
                "Buckets without gaps, inside `from` and `to`, and where these are absent inside the data. A bucket at the edge is whole, but counts only what lies inside. "
                    + "Open sides of events are clipped to the same bounds. What has no date is counted in `undated`; more than 2,000 buckets are refused (`too_many_buckets`)."
            );
        charts
            .MapReading("/charts/actors", Together)
            .WithName("getActorNetwork")
            .Takes(ChartQuery.Network)
            .WithSummary("Counts who appears with whom")
            .WithDescription(
                "The actors with most events as nodes, and for each pair of them the events in which both have a part. Counts the newest 100,000 events that fit."
            );
        charts
            .MapReading("/facets", Count)
            .WithName("getFacets")
            .Takes(ChartQuery.Facets)
            .WithSummary("Counts events by actor, standing, kind, precision and article")
            .WithDescription(
                "Each count is over all filters of the query. Exact to 100,000 events; beyond, the newest 100,000 are counted and `totalIsExact` is false."
            );
    }

    private static Task<Reply<Histogram>> Spread(HistogramQuery query, Store store, DayCounts days, HttpContext http) =>
        store.Read(
            snapshot =>
                Reply.Worked(
                    http,
                    snapshot,
                    query.View,
                    () => new HistogramReader(snapshot, query, days).Read(),
                    refuses: query.Interval is not null
                ),
            http.RequestAborted
        );

    private static Task<Reply<Network>> Together(ChartQuery query, Store store, HttpContext http) =>
        store.Read(snapshot => Reply.Worked(http, snapshot, query.View, () => Network.Read(snapshot, query)), http.RequestAborted);

    private static Task<Reply<Facets>> Count(ChartQuery query, Store store, HttpContext http) =>
        store.Read(snapshot => Reply.Worked(http, snapshot, query.View, () => Facets.Read(snapshot, query)), http.RequestAborted);
}
