using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Charts;

/// <summary>A question about how often events meet something, answered with the most frequent.</summary>
public sealed record ChartQuery : TimelineQuery
{
    private ChartQuery(QueryReader query)
        : base(query) => query.ThrowIfInvalid();

    public static IReadOnlyList<QueryParameter> Network { get; } =
    [.. TimelineParameters.Filters, MostFrequent with { Meaning = "How many actors, those with most events first." }];

    public static IReadOnlyList<QueryParameter> Facets { get; } =
    [.. TimelineParameters.Filters, MostFrequent with { Meaning = "How many actors and how many articles, those with most events first." }];

    private static QueryParameter MostFrequent => ListParameters.Limit with { Maximum = 200, Example = "20" };

    public static async ValueTask<ChartQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
