using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The timeline as numbers: what charts are drawn from.</summary>
public static class ChartEndpoints
{
    public static void MapCharts(this IEndpointRouteBuilder api)
    {
        var charts = api.MapGroup("").WithTags("Charts");
        charts
            .MapMethods("/charts/histogram", RouteDeclarations.Reading, GetHistogram)
            .WithName("getHistogram")
            .WithParameters(HistogramQuery.Parameters)
            .WithSummary("Counts events over time")
            .WithDescription(
                "Buckets without gaps, inside `from` and `to`, and where these are absent inside the data. A bucket at the "
                    + "edge is whole, but counts only what lies inside. "
                    + "Open sides of events are clipped to the same bounds. What has no date is counted in `undated`; more than "
                    + "2,000 buckets are refused (`too_many_buckets`)."
            );
        charts
            .MapMethods("/charts/actors", RouteDeclarations.Reading, GetActorNetwork)
            .WithName("getActorNetwork")
            .WithParameters(ChartQuery.Network)
            .WithSummary("Counts who appears with whom")
            .WithDescription(
                "The actors with most events as nodes, and for each pair of them the events in which both have a part. Counts "
                    + "the newest 100,000 events that fit."
            );
        charts
            .MapMethods("/facets", RouteDeclarations.Reading, GetFacets)
            .WithName("getFacets")
            .WithParameters(ChartQuery.Facets)
            .WithSummary("Counts events by actor, standing, kind, precision and article")
            .WithDescription(
                "Each count is over all filters of the query. Exact to 100,000 events; beyond, the newest 100,000 are counted "
                    + "and `totalIsExact` is false."
            );
    }

    private static Task<ConditionalResult<Histogram>> GetHistogram(
        HistogramQuery query,
        Store store,
        DayCountCache days,
        KeptAnswers answers,
        HttpContext http
    ) =>
        store.Read(
            snapshot =>
            {
                var tag = ListTag.For(snapshot, query.Visibility);
                // A given interval can cut the range into too many buckets, which a tag of another answer must not turn into 304.
                if (query.Interval is null && ConditionalResult.ClientHas(http, tag))
                    return ConditionalResult.NotModified<Histogram>(tag);
                return ConditionalResult.Kept(http, tag, answers, () => new HistogramReader(snapshot, query, days).Read());
            },
            http.RequestAborted
        );

    private static Task<ConditionalResult<ActorNetwork>> GetActorNetwork(ChartQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
                ConditionalResult.Tagged(http, ListTag.For(snapshot, query.Visibility), () => ActorNetworkReader.Read(snapshot, query)),
            http.RequestAborted
        );

    private static Task<ConditionalResult<Facets>> GetFacets(ChartQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot => ConditionalResult.Tagged(http, ListTag.For(snapshot, query.Visibility), () => FacetReader.Read(snapshot, query)),
            http.RequestAborted
        );
}
