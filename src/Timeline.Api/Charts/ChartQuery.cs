using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Charts;

/// <summary>A question about how often events meet something, answered with the most frequent.</summary>
public sealed record ChartQuery : TimelineQuery
{
    private const int Most = 200;

    private ChartQuery(QueryReader query)
        : base(query, [], [], most: Most) => query.ThrowIfInvalid();

    public static IReadOnlyList<QueryParameter> Network { get; } =
    [
        .. Filters,
        new("limit", "How many actors, those with most events first.")
        {
            Type = "integer",
            Minimum = 1,
            Maximum = Most,
            Default = "50",
            Example = "20",
        },
    ];

    public static IReadOnlyList<QueryParameter> Facets { get; } =
    [
        .. Filters,
        new("limit", "How many actors and how many articles, those with most events first.")
        {
            Type = "integer",
            Minimum = 1,
            Maximum = Most,
            Default = "50",
            Example = "20",
        },
    ];

    public static async ValueTask<ChartQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
