using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Charts;

/// <summary>A question about how events are spread over time.</summary>
public sealed record HistogramQuery : TimelineQuery
{
    private static readonly IReadOnlyList<string> Spannings = ["first", "each", "weighted"];

    private HistogramQuery(QueryReader query)
        : base(query, [], [], usual: 10, most: 50)
    {
        var interval = query.Choice("interval", BucketInterval.Names, "");
        Interval = BucketInterval.All.FirstOrDefault(one => one.Name == interval);
        Spanning = Enum.Parse<Spanning>(query.Choice("spanning", Spannings, "first"), true);
        var series = query.Choice("series", Dimension.SeriesNames, "");
        Series = Dimension.Series.FirstOrDefault(one => one.Name == series);
        query.ThrowIfInvalid();
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. Filters,
        new("interval", "Length of a bucket; weeks are ISO weeks, Monday to Sunday. Default: the finest that gives at most 100 buckets.")
        {
            Choices = BucketInterval.Names,
            Example = "year",
        },
        new(
            "spanning",
            "Where an event counts that lasts over several buckets: `first`: in that of its first day inside the window; `each`: in every one it touches; "
                + "`weighted`: shared out by days inside the window, so that all buckets sum to the number of events."
        )
        {
            Choices = Spannings,
            Default = "first",
            Example = "weighted",
        },
        new("series", "Counts each bucket by this too. An event with several actors or stances counts in each of their series.")
        {
            Choices = Dimension.SeriesNames,
            Example = "standing",
        },
        new("limit", "With `series=actor`: how many actors, those with most events first.")
        {
            Type = "integer",
            Minimum = 1,
            Maximum = 50,
            Default = "10",
            Example = "10",
        },
    ];

    /// <summary>Null: to be chosen by how long the time is.</summary>
    public BucketInterval? Interval { get; }

    public Spanning Spanning { get; }

    /// <summary>What the series are of; null for none.</summary>
    public Dimension? Series { get; }

    public static async ValueTask<HistogramQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
