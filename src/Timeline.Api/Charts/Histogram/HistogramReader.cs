using Timeline.Api.Domain;
using Timeline.Api.Http.Problems;
using Timeline.Api.Querying;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Api.Charts;

/// <summary>Reads a histogram: events by day first, then the days into buckets.</summary>
public sealed class HistogramReader(Snapshot snapshot, HistogramQuery query, DayCountCache days)
{
    private const int MostBuckets = 2_000;
    private const int FewBuckets = 100;
    private const int LongestMonth = 31;
    private readonly ResolvedQuery<HistogramQuery> _resolved = ResolvedQuery.Resolve(snapshot, query);

    public Histogram Read()
    {
        var (rows, interval, bounds) = CountEvents();
        var undated = CountUndated(rows);
        var empty = new Histogram
        {
            Interval = interval.Name,
            Spanning = query.Spanning.ToString().ToLowerInvariant(),
            Buckets = [],
            Undated = undated,
            Excluded = bounds is null ? rows.Sum(row => row.Count) - undated : 0,
            Resolved = _resolved.Names,
            Hints = _resolved.Hints,
        };
        if (bounds is { } between)
            return Fill(empty, rows, interval, CounterFactory(interval, between));
        return query.Series is null ? empty : empty with { Series = [] };
    }

    /// <summary>
    /// The events with the interval and the days that are drawn, which can follow from them: by month where that tells as much.
    /// </summary>
    private (IReadOnlyList<DayCount> Rows, BucketInterval Interval, (long First, long Last)? Bounds) CountEvents()
    {
        if (IsByMonth(query.Interval ?? BucketInterval.All[^1]))
        {
            var months = days.CountEvents(snapshot, _resolved, byMonth: true);
            var bounds = FindBounds(months);
            if (query.Interval is { } given)
                return (months, given, bounds);
            // The exact days can be as many fewer as two months have, on which a finer interval can hang.
            if (bounds is { } all && BucketInterval.Finest(all.First + LongestMonth, all.Last - LongestMonth, FewBuckets).IsOfMonths)
                return (months, BucketInterval.Finest(all.First, all.Last, FewBuckets), bounds);
        }

        var rows = days.CountEvents(snapshot, _resolved, byMonth: false);
        var drawn = FindBounds(rows);
        var interval = drawn is { } exact ? BucketInterval.Finest(exact.First, exact.Last, FewBuckets) : BucketInterval.All[^2];
        return (rows, query.Interval ?? interval, drawn);
    }

    /// <summary>True where buckets and window alike begin and end with months.</summary>
    private bool IsByMonth(BucketInterval interval) =>
        interval.IsOfMonths
        && (query.FromDay is not { } from || new Day(from).DayOfMonth == 1)
        && (query.ToDay is not { } to || new Day(to + 1).DayOfMonth == 1);

    /// <summary>The days that are drawn: the window's, and where that has no bound the data's. Null where there are none.</summary>
    private (long First, long Last)? FindBounds(IReadOnlyList<DayCount> rows)
    {
        if (query is { FromDay: { } from, ToDay: { } to })
            return (from, to);
        var (least, greatest, isDated) = (long.MaxValue, long.MinValue, false);
        foreach (var row in rows)
        {
            if (row.IsUndated)
                continue;
            isDated = true;
            Widen(row.StartDay);
            Widen(row.EndDay);
        }

        if (!isDated)
            return null;
        if (least == long.MaxValue)
        {
            if ((query.FromDay ?? query.ToDay) is not { } known)
                return null;
            (least, greatest) = (known, known);
        }

        return (query.FromDay ?? Math.Min(least, query.ToDay ?? least), query.ToDay ?? Math.Max(greatest, query.FromDay ?? greatest));

        void Widen(long day)
        {
            if (day is DateRange.OpenStart or DateRange.OpenEnd)
                return;
            (least, greatest) = (Math.Min(least, day), Math.Max(greatest, day));
        }
    }

    private Func<BucketCounter> CounterFactory(BucketInterval interval, (long First, long Last) between)
    {
        var buckets = interval.BucketOf(between.Last) - interval.BucketOf(between.First) + 1;
        if (buckets > MostBuckets)
        {
            throw ProblemException.FromFaults([
                Fault.InQuery(
                    "interval",
                    FaultCode.TooManyBuckets,
                    $"{buckets:N0} buckets of one {interval.Name} each are too many; at most {MostBuckets:N0}. "
                        + "Choose a longer interval, or narrow 'from' and 'to'."
                ),
            ]);
        }

        return () => new BucketCounter(interval, query.Spanning, between.First, between.Last);
    }

    private Histogram Fill(Histogram empty, IReadOnlyList<DayCount> rows, BucketInterval interval, Func<BucketCounter> newCounter)
    {
        var all = newCounter();
        AddDated(all, rows);
        var series = query.Series is null ? null : ReadSeries(query.Series, interval, newCounter);
        var shares = series?.Select(one => (one.Series.Key, Counts: one.Counter.Counts())).ToList();
        return empty with
        {
            Buckets = CreateBuckets(all, shares),
            Series = series is null ? null : [.. series.Select(one => one.Series with { Count = one.Counter.Events })],
        };
    }

    private static Bucket[] CreateBuckets(BucketCounter all, List<(string Key, double[] Counts)>? shares)
    {
        var (counts, buckets) = (all.Counts(), new Bucket[all.Length]);
        for (var i = 0; i < buckets.Length; i++)
        {
            var index = i;
            var series = shares?.Where(share => share.Counts[index] > 0).ToDictionary(share => share.Key, share => share.Counts[index]);
            buckets[i] = all.CreateBucket(i, counts[i], series);
        }

        return buckets;
    }

    private static long CountUndated(IReadOnlyList<DayCount> rows)
    {
        var count = 0L;
        for (var i = 0; i < rows.Count; i++)
            count += rows[i].IsUndated ? rows[i].Count : 0;
        return count;
    }

    private static void AddDated(BucketCounter counter, IReadOnlyList<DayCount> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (!rows[i].IsUndated)
                counter.Add(rows[i].StartDay, rows[i].EndDay, rows[i].Count);
        }
    }

    private List<(HistogramSeries Series, BucketCounter Counter)> ReadSeries(
        Dimension dimension,
        BucketInterval interval,
        Func<BucketCounter> newCounter
    )
    {
        if (_resolved.IsEmpty)
            return [];
        var names = dimension.Values is { } values
            ? values.ToDictionary(value => dimension.Prefix + value, value => new HistogramSeries(value, value, 0))
            : TopActors();
        var rows = dimension.Values is not null
            ? days.CountByDimension(snapshot, _resolved, dimension)
            : days.CountByDimension(snapshot, _resolved, [.. names.Keys], IsByMonth(interval));
        var counters = rows.Where(row => !row.IsUndated)
            .GroupBy(row => row.Term!)
            .ToDictionary(
                rows => rows.Key,
                rows =>
                {
                    var one = newCounter();
                    AddDated(one, [.. rows]);
                    return one;
                }
            );
        return [.. names.Where(pair => counters.ContainsKey(pair.Key)).Select(pair => (pair.Value, counters[pair.Key]))];
    }

    private Dictionary<string, HistogramSeries> TopActors()
    {
        var top = snapshot.Query<TermCount>(HistogramSql.TopActors(_resolved, query.Limit));
        var actors = LabelledCount.Actors(snapshot, top);
        return actors.ToDictionary(actor => actor.Term, actor => new HistogramSeries(actor.Id, actor.Name, 0));
    }
}
