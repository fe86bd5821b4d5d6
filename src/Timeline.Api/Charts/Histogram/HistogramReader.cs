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
    private readonly ResolvedQuery<HistogramQuery> _resolved = ResolvedQuery.Resolve(snapshot, query);

    public Histogram Read()
    {
        var rows = days.CountEvents(snapshot, _resolved).ToList();
        var dated = rows.Where(row => !row.IsUndated).ToList();
        var bounds = FindBounds(dated);
        var interval =
            query.Interval ?? (bounds is { } all ? BucketInterval.Finest(all.First, all.Last, FewBuckets) : BucketInterval.All[^2]);
        var empty = new Histogram
        {
            Interval = interval.Name,
            Spanning = query.Spanning.ToString().ToLowerInvariant(),
            Buckets = [],
            Undated = rows.Where(row => row.IsUndated).Sum(row => row.Count),
            Excluded = bounds is null ? dated.Sum(row => row.Count) : 0,
            Resolved = _resolved.Names,
            Hints = _resolved.Hints,
        };
        if (bounds is { } between)
            return Fill(empty, dated, CounterFactory(interval, between));
        return query.Series is null ? empty : empty with { Series = [] };
    }

    /// <summary>The days that are drawn: the window's, and where that has no bound the data's. Null where there are none.</summary>
    private (long First, long Last)? FindBounds(List<DayCount> dated)
    {
        if (query is { FromDay: { } from, ToDay: { } to })
            return (from, to);
        if (dated.Count == 0)
            return null;
        var known = dated
            .SelectMany(row => new[] { row.StartDay, row.EndDay })
            .Where(day => day is not (DateRange.OpenStart or DateRange.OpenEnd))
            .DefaultIfEmpty(query.FromDay ?? query.ToDay ?? DateRange.UndatedDay);
        var (least, greatest) = known.Aggregate(
            (Least: long.MaxValue, Greatest: long.MinValue),
            (range, day) => (Math.Min(range.Least, day), Math.Max(range.Greatest, day))
        );
        if (least == DateRange.UndatedDay)
            return null;
        return (query.FromDay ?? Math.Min(least, query.ToDay ?? least), query.ToDay ?? Math.Max(greatest, query.FromDay ?? greatest));
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

    private Histogram Fill(Histogram empty, List<DayCount> dated, Func<BucketCounter> newCounter)
    {
        var all = newCounter();
        foreach (var row in dated)
            all.Add(row.StartDay, row.EndDay, row.Count);
        var counts = all.Counts();
        var series = query.Series is null ? null : ReadSeries(query.Series, newCounter);
        var shares = series?.Select(one => (one.Series.Key, Counts: one.Counter.Counts())).ToList();
        return empty with
        {
            Buckets =
            [
                .. Enumerable
                    .Range(0, all.Length)
                    .Select(i => new Bucket(FormatDay(all.Start(i)), FormatDay(all.Start(i + 1)), all.Label(i), counts[i])
                    {
                        Series = shares?.Where(share => share.Counts[i] > 0).ToDictionary(share => share.Key, share => share.Counts[i]),
                    }),
            ],
            Series = series is null ? null : [.. series.Select(one => one.Series with { Count = one.Counter.Events })],
        };
    }

    private List<(HistogramSeries Series, BucketCounter Counter)> ReadSeries(Dimension dimension, Func<BucketCounter> newCounter)
    {
        if (_resolved.IsEmpty)
            return [];
        var names = dimension.Values is { } values
            ? values.ToDictionary(value => dimension.Prefix + value, value => new HistogramSeries(value, value, 0))
            : TopActors();
        var rows = dimension.Values is not null
            ? days.CountByDimension(snapshot, _resolved, dimension)
            : days.CountByDimension(snapshot, _resolved, [.. names.Keys]);
        var counters = rows.Where(row => !row.IsUndated)
            .GroupBy(row => row.Term!)
            .ToDictionary(
                rows => rows.Key,
                rows =>
                {
                    var one = newCounter();
                    foreach (var row in rows)
                        one.Add(row.StartDay, row.EndDay, row.Count);
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

    private static string FormatDay(long day) => new Day(day).ToString();
}
