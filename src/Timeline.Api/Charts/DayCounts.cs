using System.Collections.Concurrent;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>How many events have these first and last days; <c>Term</c> names the series where they are told apart.</summary>
public sealed record DayCount
{
    public string? Term { get; init; }

    public long StartDay { get; init; }

    public long EndDay { get; init; }

    public long Count { get; init; }

    public bool IsUndated => StartDay == Span.UndatedDay;
}

/// <summary>
/// Events counted by day. Counts of all that everyone sees are kept until the data changes, since a reader who wanders through
/// the whole timeline asks for them at every step; any window of them is cut out in memory.
/// </summary>
public sealed class DayCounts
{
    private readonly ConcurrentDictionary<string, Kept> kept = new();

    /// <summary>Events asked for, dated or not; those outside the window are left out.</summary>
    public IEnumerable<DayCount> Of(Snapshot snapshot, Asked<HistogramQuery> asked) =>
        asked.IsEmpty ? []
        : IsKept(asked) ? Inside(Keep(snapshot, Dimension.Kind), asked.Query)
        : snapshot.Query<DayCount>(HistogramSql.Days(asked));

    /// <summary>The same, told apart by a dimension of which all values are known.</summary>
    public IEnumerable<DayCount> By(Snapshot snapshot, Asked<HistogramQuery> asked, Dimension dimension) =>
        asked.IsEmpty ? []
        : IsKept(asked) ? Inside(Keep(snapshot, dimension), asked.Query)
        : snapshot.Query<DayCount>(HistogramSql.Days(asked, dimension, null));

    /// <summary>The same, of the actors with most events.</summary>
    /// <param name="actors">Their terms.</param>
    public IEnumerable<DayCount> By(Snapshot snapshot, Asked<HistogramQuery> asked, IReadOnlyList<string> actors) =>
        actors.Count == 0 ? []
        : IsKept(asked) ? Inside(snapshot.Query<DayCount>(HistogramSql.AllDays(actors)), asked.Query)
        : snapshot.Query<DayCount>(HistogramSql.Days(asked, Dimension.Actor, actors));

    private static bool IsKept(Asked<HistogramQuery> asked) => asked.Query.View.IsKept && EventWalks.AreAll(asked);

    private IReadOnlyList<DayCount> Keep(Snapshot snapshot, Dimension dimension)
    {
        var state = snapshot.StateFor(View.Public);
        if (kept.TryGetValue(dimension.Name, out var known) && known.State == state)
            return known.Counts;
        var counts = snapshot.Query<DayCount>(HistogramSql.AllDays(dimension.Terms!));
        kept[dimension.Name] = new Kept(state, counts);
        return counts;
    }

    private static IEnumerable<DayCount> Inside(IReadOnlyList<DayCount> counts, HistogramQuery query) =>
        counts.Where(row => row.IsUndated || query.Window.Holds(row.StartDay, row.EndDay));

    private sealed record Kept((string, long) State, IReadOnlyList<DayCount> Counts);
}
