using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Charts;

/// <summary>A question about how events are spread over time.</summary>
public sealed record HistogramQuery : TimelineQuery
{
    private HistogramQuery(QueryReader query)
        : base(query)
    {
        var length = query.OptionalChoice(Length);
        Interval = BucketInterval.All.FirstOrDefault(interval => interval.Name == length);
        Spanning = Enum.Parse<Spanning>(query.Choice(Sharing), ignoreCase: true);
        var split = query.OptionalChoice(SplitBy);
        Series = Dimension.Series.FirstOrDefault(dimension => dimension.Name == split);
        query.ThrowIfInvalid();
    }

    private static QueryParameter Length { get; } =
        new("interval", "Length of a bucket; weeks are ISO weeks, Monday to Sunday. Default: the finest that gives at most 100 buckets.")
        {
            Choices = BucketInterval.Names,
            Example = "year",
        };

    private static QueryParameter Sharing { get; } =
        new(
            "spanning",
            "Where an event counts that lasts over several buckets: `first`: in that of its first day inside the window; `each`: in "
                + "every one it touches; `weighted`: shared out by days inside the window, so that all buckets sum to the number of events."
        )
        {
            Choices = ["first", "each", "weighted"],
            Default = "first",
            Example = "weighted",
        };

    private static QueryParameter SplitBy { get; } =
        new("series", "Counts each bucket by this too. An event with several actors or stances counts in each of their series.")
        {
            Choices = Dimension.SeriesNames,
            Example = "standing",
        };

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. TimelineParameters.Filters,
        Length,
        Sharing,
        SplitBy,
        ListParameters.Limit with
        {
            Meaning = "With `series=actor`: how many actors, those with most events first.",
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
