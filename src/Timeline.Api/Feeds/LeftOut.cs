using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>What a feed does not hold though it fits the query, told in its headers.</summary>
/// <param name="Undated">How many are left out for want of a date; exact to 10,000.</param>
/// <param name="Excluded">How many have a date that the format cannot express.</param>
/// <param name="Truncated">True where there are more than the feed may hold.</param>
public sealed record LeftOut(long Undated, long Excluded, bool Truncated)
{
    /// <summary>The headers, as the API document tells them.</summary>
    public static object[] Headers { get; } =
    [
        new AnswerHeader("Timeline-Undated", "How many fit but are left out for want of a date; exact to 10,000.", "7"),
        new AnswerHeader("Timeline-Excluded", "How many have a date that the format cannot express.", "0"),
        new AnswerHeader("Timeline-Truncated", "`true` where there are more than the feed may hold.", "false"),
    ];

    public void Tell(HttpResponse response)
    {
        response.Headers["Timeline-Undated"] = Undated.ToString();
        response.Headers["Timeline-Excluded"] = Excluded.ToString();
        response.Headers["Timeline-Truncated"] = Truncated ? "true" : "false";
    }

    /// <summary>How many events fit but for their date, which they have not; exact to 10,000.</summary>
    public static long CountUndated(Snapshot snapshot, Asked<EventQuery> asked) =>
        asked.IsEmpty
            ? 0
            : Math.Min(Walk.CountedExactly, snapshot.Number(Walk.Count(EventWalks.Of(asked), [Window.Dateless], asked.Query.View)));
}
