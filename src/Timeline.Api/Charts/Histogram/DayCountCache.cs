using System.Collections.Concurrent;
using Timeline.Api.Actors;
using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>How many events have these first and last days; <c>Term</c> names the series where they are told apart.</summary>
public sealed record DayCount
{
    public string? Term { get; init; }

    public long StartDay { get; init; }

    public long EndDay { get; init; }

    public long Count { get; init; }

    public bool IsUndated => StartDay == DateRange.UndatedDay;
}

/// <summary>
/// Events counted by day. Counts of all that everyone sees are kept until the data changes, since a reader who wanders through
/// the whole timeline asks for them at every step; any window of them is cut out in memory.
/// </summary>
public sealed class DayCountCache
{
    private readonly ConcurrentDictionary<string, Kept> _kept = new();

    /// <summary>Events asked for, dated or not; those outside the window are left out.</summary>
    public IEnumerable<DayCount> CountEvents(Snapshot snapshot, ResolvedQuery<HistogramQuery> asked) =>
        asked.IsEmpty ? []
        : IsCacheable(asked) ? Inside(GetOrRead(snapshot, Dimension.Kind), asked.Query)
        : snapshot.Query<DayCount>(HistogramSql.CountByDay(asked));

    /// <summary>The same, told apart by a dimension of which all values are known.</summary>
    public IEnumerable<DayCount> CountByDimension(Snapshot snapshot, ResolvedQuery<HistogramQuery> asked, Dimension dimension) =>
        asked.IsEmpty ? []
        : IsCacheable(asked) ? Inside(GetOrRead(snapshot, dimension), asked.Query)
        : snapshot.Query<DayCount>(HistogramSql.CountByDay(asked, dimension, null));

    /// <summary>The same, of the actors with most events.</summary>
    /// <param name="actors">Their terms.</param>
    public IEnumerable<DayCount> CountByDimension(Snapshot snapshot, ResolvedQuery<HistogramQuery> asked, IReadOnlyList<string> actors) =>
        actors.Count == 0 ? []
        : IsCacheable(asked) ? Inside(snapshot.Query<DayCount>(HistogramSql.CountAllByDay(actors)), asked.Query)
        : snapshot.Query<DayCount>(HistogramSql.CountByDay(asked, Dimension.Actor, actors));

    private static bool IsCacheable(ResolvedQuery<HistogramQuery> asked) =>
        asked.Query.Visibility.IsMaterialized && EventFilterSql.IsUnfiltered(asked);

    private IReadOnlyList<DayCount> GetOrRead(Snapshot snapshot, Dimension dimension)
    {
        var state = snapshot.StateFor(Visibility.Public);
        if (_kept.TryGetValue(dimension.Name, out var known) && known.State == state)
            return known.Counts;
        var counts = snapshot.Query<DayCount>(HistogramSql.CountAllByDay(dimension.Terms!));
        _kept[dimension.Name] = new Kept(state, counts);
        return counts;
    }

    private static IEnumerable<DayCount> Inside(IReadOnlyList<DayCount> counts, HistogramQuery query) =>
        counts.Where(row => row.IsUndated || query.Range.Contains(row.StartDay, row.EndDay));

    private sealed record Kept((string, long) State, IReadOnlyList<DayCount> Counts);
}
