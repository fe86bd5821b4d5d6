namespace Timeline.Api.Charts;

/// <summary>Where an event counts that lasts over several buckets.</summary>
public enum Spanning
{
    /// <summary>In the bucket of its first day.</summary>
    First,

    /// <summary>In every bucket it touches.</summary>
    Each,

    /// <summary>In all of them, shared out by days.</summary>
    Weighted,
}

/// <summary>Counts events into the buckets between two days; what reaches beyond those days is clipped to them.</summary>
public sealed class BucketCounter
{
    private const int Decimals = 6;
    private readonly BucketInterval _interval;
    private readonly Spanning _spanning;
    private readonly long _first;
    private readonly long _last;
    private readonly long _origin;
    private readonly long[] _whole;
    private readonly decimal[] _parts;
    private readonly decimal[] _steps;

    /// <param name="first">First day that counts.</param>
    /// <param name="last">Last day that counts.</param>
    public BucketCounter(BucketInterval interval, Spanning spanning, long first, long last)
    {
        (this._interval, this._spanning, this._first, this._last) = (interval, spanning, first, last);
        _origin = interval.BucketOf(first);
        Length = (int)(interval.BucketOf(last) - _origin + 1);
        _whole = new long[Length];
        _parts = new decimal[Length];
        _steps = new decimal[Length + 1];
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
        var a = Index(from);
        var b = from == to || _spanning == Spanning.First ? a : Index(to);
        if (a == b)
            _whole[a] += count;
        else if (_spanning == Spanning.Each)
            Step(a, b + 1, count);
        else
            Share(from, to, a, b, count);
    }

    /// <summary>
    /// What each bucket holds. Shares are rounded to 6 decimals so that the sum of the first n is the rounded sum of the first n:
    /// all of them together give the number of events.
    /// </summary>
    public double[] Counts()
    {
        var counts = new double[Length];
        var (running, sum, written) = (0m, 0m, 0m);
        for (var i = 0; i < Length; i++)
        {
            running += _steps[i];
            sum += _whole[i] + _parts[i] + running * (_spanning == Spanning.Weighted ? Start(i + 1) - Start(i) : 1);
            var rounded = Math.Round(sum, Decimals);
            counts[i] = (double)(rounded - written);
            written = rounded;
        }

        return counts;
    }

    /// <summary>First day of the bucket with this index, counted from 0.</summary>
    public long Start(int index) => _interval.Start(_origin + index);

    public string Label(int index) => _interval.Label(_origin + index);

    private void Share(long from, long to, int a, int b, long count)
    {
        var perDay = (decimal)count / (to - from + 1);
        _parts[a] += perDay * (Start(a + 1) - from);
        _parts[b] += perDay * (to - Start(b) + 1);
        Step(a + 1, b, perDay);
    }

    /// <summary>Adds to every bucket from one up to the other, which is left out.</summary>
    private void Step(int from, int until, decimal amount)
    {
        _steps[from] += amount;
        _steps[until] -= amount;
    }

    private int Index(long day) => (int)(_interval.BucketOf(day) - _origin);
}
