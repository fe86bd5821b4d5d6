using System.Collections.Concurrent;
using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>
/// Events counted by day, or by month where that is enough. Of all that everyone sees, and of what has a counted term, the database
/// holds counts; those of all are kept in memory too until the data changes, since a reader who wanders through the whole timeline
/// asks for them at every step.
/// </summary>
public sealed class DayCountCache
{
    private readonly ConcurrentDictionary<string, CachedCounts> _cache = new();

    /// <summary>Events asked for, dated or not; those outside the window are left out.</summary>
    /// <param name="byMonth">True where no more need be known of an event inside one month than which month that is.</param>
    public IReadOnlyList<DayCount> CountEvents(Snapshot snapshot, ResolvedQuery<HistogramQuery> resolved, bool byMonth)
    {
        if (resolved.IsEmpty)
            return [];
        var term = EventFilterSql.Scans(resolved) is [{ CountedTerm: { } counted }] ? counted : null;
        if (term == FilterTerm.Every)
            return InWindow(GetOrRead(snapshot, term, [term]).Days(byMonth), resolved.Query);
        if (term is null || (FilterTerm.IsCountedByMonth(term) && !byMonth))
            return snapshot.Query(HistogramSql.CountByDay(resolved), DayCount.FromRow);
        var isByFirstDay = resolved.Query is { Spanning: Spanning.First, FromDay: not null, ToDay: not null };
        return snapshot.Query(HistogramSql.KeptCounts(term, resolved.Query.Range, isByFirstDay), DayCount.FromRow);
    }

    /// <summary>The same, told apart by a dimension of which all values are known.</summary>
    public IReadOnlyList<DayCount> CountByDimension(Snapshot snapshot, ResolvedQuery<HistogramQuery> resolved, Dimension dimension)
    {
        if (resolved.IsEmpty)
            return [];
        return IsOfAll(resolved)
            ? InWindow(GetOrRead(snapshot, dimension.Prefix, dimension.Terms!).ByDay, resolved.Query)
            : snapshot.Query(HistogramSql.CountByDay(resolved, dimension, null), DayCount.FromTermRow);
    }

    /// <summary>The same, of the actors with most events.</summary>
    /// <param name="actors">Their terms.</param>
    public IReadOnlyList<DayCount> CountByDimension(
        Snapshot snapshot,
        ResolvedQuery<HistogramQuery> resolved,
        IReadOnlyList<string> actors,
        bool byMonth
    )
    {
        if (actors.Count == 0)
            return [];
        if (!IsOfAll(resolved))
            return snapshot.Query(HistogramSql.CountByDay(resolved, Dimension.Actor, actors), DayCount.FromTermRow);
        var counted = byMonth ? HistogramSql.KeptCounts(actors) : HistogramSql.CountAllByDay(actors);
        return InWindow(snapshot.Query(counted, DayCount.FromTermRow), resolved.Query);
    }

    private static bool IsOfAll(ResolvedQuery<HistogramQuery> resolved) =>
        !resolved.IsEmpty && resolved.Query.Visibility.IsMaterialized && EventFilterSql.IsUnfiltered(resolved);

    /// <param name="name">What the counts of all these terms are kept under.</param>
    private CachedCounts GetOrRead(Snapshot snapshot, string name, IReadOnlyList<string> terms)
    {
        var state = snapshot.StateFor(Visibility.Public);
        if (_cache.TryGetValue(name, out var known) && known.State == state)
            return known;
        var counts = new CachedCounts(state, snapshot.Query(HistogramSql.KeptCounts(terms), DayCount.FromTermRow));
        _cache[name] = counts;
        return counts;
    }

    private static List<DayCount> InWindow(IReadOnlyList<DayCount> counts, HistogramQuery query)
    {
        var inside = new List<DayCount>(counts.Count);
        foreach (var row in counts)
        {
            if (row.IsUndated || query.Range.Contains(row.StartDay, row.EndDay))
                inside.Add(row);
        }

        return inside;
    }

    private sealed class CachedCounts((string, long) state, IReadOnlyList<DayCount> byDay)
    {
        private readonly Lazy<IReadOnlyList<DayCount>> _byMonth = new(() => WidenToMonths(byDay));

        public (string, long) State => state;

        public IReadOnlyList<DayCount> ByDay => byDay;

        public IReadOnlyList<DayCount> Days(bool byMonth) => byMonth ? _byMonth.Value : byDay;

        private static List<DayCount> WidenToMonths(IReadOnlyList<DayCount> counts) =>
            [
                .. counts
                    .GroupBy(row => new DateRange(row.StartDay, row.EndDay).WidenedToMonth())
                    .Select(rows => new DayCount(rows.Key.Start, rows.Key.End, rows.Sum(row => row.Count))),
            ];
    }
}
