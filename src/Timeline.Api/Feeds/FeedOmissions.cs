using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>What a feed does not hold though it fits the query, told in its headers.</summary>
/// <param name="Undated">How many are left out for want of a date; exact to 10,000.</param>
/// <param name="Excluded">How many have a date that the format cannot express.</param>
/// <param name="Truncated">True where there are more than the feed may hold.</param>
public sealed record FeedOmissions(long Undated, long Excluded, bool Truncated)
{
    /// <summary>What each feed says of the headers.</summary>
    public const string Description =
        " The headers `Timeline-Undated`, `Timeline-Excluded` and `Timeline-Truncated` tell what it does not hold.";

    /// <summary>The headers, as the API document tells them.</summary>
    public static object[] Headers { get; } =
    [
        new ResponseHeader("Timeline-Undated", "How many fit but are left out for want of a date; exact to 10,000.", "7"),
        new ResponseHeader("Timeline-Excluded", "How many have a date that the format cannot express.", "0"),
        new ResponseHeader("Timeline-Truncated", "`true` where there are more than the feed may hold.", "false"),
    ];

    public void WriteHeaders(HttpResponse response)
    {
        response.Headers["Timeline-Undated"] = Undated.ToString();
        response.Headers["Timeline-Excluded"] = Excluded.ToString();
        response.Headers["Timeline-Truncated"] = Truncated ? "true" : "false";
    }

    /// <summary>How many events fit but for their date, which they have not; exact to 10,000.</summary>
    public static long CountUndated(Snapshot snapshot, ResolvedQuery<EventQuery> resolved) =>
        resolved.IsEmpty
            ? 0
            : Math.Min(
                IndexScan.ExactCountLimit,
                snapshot.QueryNumber(
                    IndexScan.Count(EventFilterSql.Scans(resolved), [DateRangeFilter.UndatedPhase], resolved.Query.Visibility)
                )
            );
}
