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
    public IEnumerable<DayCount> CountEvents(Snapshot snapshot, ResolvedQuery<HistogramQuery> resolved) =>
        IsCacheable(resolved)
            ? InWindow(GetOrRead(snapshot, Dimension.Kind), resolved.Query)
            : Read(snapshot, resolved, () => HistogramSql.CountByDay(resolved));

    /// <summary>The same, told apart by a dimension of which all values are known.</summary>
    public IEnumerable<DayCount> CountByDimension(Snapshot snapshot, ResolvedQuery<HistogramQuery> resolved, Dimension dimension) =>
        IsCacheable(resolved)
            ? InWindow(GetOrRead(snapshot, dimension), resolved.Query)
            : Read(snapshot, resolved, () => HistogramSql.CountByDay(resolved, dimension, null));

    /// <summary>The same, of the actors with most events.</summary>
    /// <param name="actors">Their terms.</param>
    public IEnumerable<DayCount> CountByDimension(Snapshot snapshot, ResolvedQuery<HistogramQuery> resolved, IReadOnlyList<string> actors)
    {
        if (actors.Count == 0)
            return [];
        return IsCacheable(resolved)
            ? InWindow(snapshot.Query<DayCount>(HistogramSql.CountAllByDay(actors)), resolved.Query)
            : snapshot.Query<DayCount>(HistogramSql.CountByDay(resolved, Dimension.Actor, actors));
    }

    private static bool IsCacheable(ResolvedQuery<HistogramQuery> resolved) =>
        !resolved.IsEmpty && resolved.Query.Visibility.IsMaterialized && EventFilterSql.IsUnfiltered(resolved);

    private static List<DayCount> Read(Snapshot snapshot, ResolvedQuery<HistogramQuery> resolved, Func<Sql> sql) =>
        resolved.IsEmpty ? [] : snapshot.Query<DayCount>(sql());

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
