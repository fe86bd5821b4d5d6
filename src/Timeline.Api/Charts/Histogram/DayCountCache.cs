using System.Collections.Concurrent;
using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>
/// Events counted by day. Counts of all that everyone sees are kept until the data changes, since a reader who wanders through
/// the whole timeline asks for them at every step; any window of them is cut out in memory.
/// </summary>
public sealed class DayCountCache
{
    private readonly ConcurrentDictionary<string, CachedCounts> _cache = new();

    /// <summary>Events asked for, dated or not; those outside the window are left out.</summary>
    public IEnumerable<DayCount> CountEvents(Snapshot snapshot, ResolvedQuery<HistogramQuery> asked) =>
        IsCacheable(asked)
            ? InWindow(GetOrRead(snapshot, Dimension.Kind), asked.Query)
            : Read(snapshot, asked, () => HistogramSql.CountByDay(asked));

    /// <summary>The same, told apart by a dimension of which all values are known.</summary>
    public IEnumerable<DayCount> CountByDimension(Snapshot snapshot, ResolvedQuery<HistogramQuery> asked, Dimension dimension) =>
        IsCacheable(asked)
            ? InWindow(GetOrRead(snapshot, dimension), asked.Query)
            : Read(snapshot, asked, () => HistogramSql.CountByDay(asked, dimension, null));

    /// <summary>The same, of the actors with most events.</summary>
    /// <param name="actors">Their terms.</param>
    public IEnumerable<DayCount> CountByDimension(Snapshot snapshot, ResolvedQuery<HistogramQuery> asked, IReadOnlyList<string> actors)
    {
        if (actors.Count == 0)
            return [];
        return IsCacheable(asked)
            ? InWindow(snapshot.Query<DayCount>(HistogramSql.CountAllByDay(actors)), asked.Query)
            : snapshot.Query<DayCount>(HistogramSql.CountByDay(asked, Dimension.Actor, actors));
    }

    private static bool IsCacheable(ResolvedQuery<HistogramQuery> asked) =>
        !asked.IsEmpty && asked.Query.Visibility.IsMaterialized && EventFilterSql.IsUnfiltered(asked);

    private static List<DayCount> Read(Snapshot snapshot, ResolvedQuery<HistogramQuery> asked, Func<Sql> sql) =>
        asked.IsEmpty ? [] : snapshot.Query<DayCount>(sql());

    private IReadOnlyList<DayCount> GetOrRead(Snapshot snapshot, Dimension dimension)
    {
        var state = snapshot.StateFor(Visibility.Public);
        if (_cache.TryGetValue(dimension.Name, out var known) && known.State == state)
            return known.Counts;
        var counts = snapshot.Query<DayCount>(HistogramSql.CountAllByDay(dimension.Terms!));
        _cache[dimension.Name] = new CachedCounts(state, counts);
        return counts;
    }

    private static IEnumerable<DayCount> InWindow(IReadOnlyList<DayCount> counts, HistogramQuery query) =>
        counts.Where(row => row.IsUndated || query.Range.Contains(row.StartDay, row.EndDay));

    private sealed record CachedCounts((string, long) State, IReadOnlyList<DayCount> Counts);
}
