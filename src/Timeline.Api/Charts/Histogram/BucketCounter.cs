namespace Timeline.Api.Charts;

/// <summary>Counts events into the buckets between two days; what reaches beyond those days is clipped to them.</summary>
public sealed class BucketCounter
{
    private const int Decimals = 6;
    private readonly BucketInterval _interval;
    private readonly Spanning _spanning;
    private readonly long _first;
    private readonly long _last;
    private readonly long _origin;
    private readonly double[] _whole;
    private readonly decimal[] _parts;
    private readonly decimal[] _steps;

    /// <param name="first">First day that counts.</param>
    /// <param name="last">Last day that counts.</param>
    public BucketCounter(BucketInterval interval, Spanning spanning, long first, long last)
    {
        (_interval, _spanning, _first, _last) = (interval, spanning, first, last);
        _origin = interval.BucketOf(first);
        Length = (int)(interval.BucketOf(last) - _origin + 1);
        _whole = new double[Length];
        _parts = spanning == Spanning.First ? [] : new decimal[Length];
        _steps = spanning == Spanning.First ? [] : new decimal[Length + 1];
    }

    /// <summary>How many buckets there are.</summary>
    public int Length { get; }

    /// <summary>How many events were added.</summary>
    public long Events { get; private set; }

    /// <summary>Adds events that lie between these days, both inclusive, and touch the days that count.</summary>
    public void Add(long start, long end, long count)
    {
        Events += count;
        var (from, to) = (Math.Max(start, _first), Math.Min(end, _last));
        var firstBucket = IndexOf(from);
        var lastBucket = from == to || _spanning == Spanning.First ? firstBucket : IndexOf(to);
        if (firstBucket == lastBucket)
            _whole[firstBucket] += count;
        else if (_spanning == Spanning.Each)
            AddToEach(firstBucket, lastBucket + 1, count);
        else
            AddShares(from, to, firstBucket, lastBucket, count);
    }

    /// <summary>
    /// What each bucket holds. Shares are rounded to 6 decimals so that the sum of the first n is the rounded sum of the first n:
    /// all of them together give the number of events.
    /// </summary>
    public double[] Counts()
    {
        if (_spanning == Spanning.First)
            return _whole;
        var counts = new double[Length];
        var (running, sum, written) = (0m, 0m, 0m);
        for (var i = 0; i < Length; i++)
        {
            running += _steps[i];
            sum += (decimal)_whole[i] + _parts[i] + running * (_spanning == Spanning.Weighted ? Start(i + 1) - Start(i) : 1);
            var rounded = Math.Round(sum, Decimals);
            counts[i] = (double)(rounded - written);
            written = rounded;
        }

        return counts;
    }

    /// <summary>First day of the bucket with this index, counted from 0.</summary>
    public long Start(int index) => _interval.Start(_origin + index);

    /// <summary>The bucket with this index.</summary>
    public Bucket CreateBucket(int index, double count, IReadOnlyDictionary<string, double>? series) =>
        new(_interval, _origin + index, count, series);

    private void AddShares(long from, long to, int firstBucket, int lastBucket, long count)
    {
        var perDay = (decimal)count / (to - from + 1);
        _parts[firstBucket] += perDay * (Start(firstBucket + 1) - from);
        _parts[lastBucket] += perDay * (to - Start(lastBucket) + 1);
        AddToEach(firstBucket + 1, lastBucket, perDay);
    }

    /// <summary>Adds to every bucket from one up to the other, which is left out.</summary>
    private void AddToEach(int from, int until, decimal amount)
    {
        _steps[from] += amount;
        _steps[until] -= amount;
    }

    private int IndexOf(long day) => (int)(_interval.BucketOf(day) - _origin);
}
