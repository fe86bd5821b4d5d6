using Timeline.Edtf;

namespace Timeline.Api.Charts;

/// <summary>
/// A way to cut time into buckets that have consecutive numbers: the day, the ISO week (Monday to Sunday), the month, the
/// quarter, the year or the decade (2020 to 2029) of the proleptic Gregorian calendar.
/// </summary>
public sealed class BucketInterval
{
    private readonly Func<Day, long> _number;
    private readonly Func<long, Day> _start;
    private readonly Func<long, string> _label;

    private BucketInterval(string name, Func<Day, long> number, Func<long, Day> start, Func<long, string> label)
    {
        Name = name;
        _number = number;
        _start = start;
        _label = label;
    }

    /// <summary>From the finest to the coarsest.</summary>
    public static IReadOnlyList<BucketInterval> All { get; } =
    [
        // Day 0 is a Thursday; week 0 is the week it lies in.
        new("day", day => day.Number, number => new Day(number), number => new Day(number).ToString()),
        new("week", day => FloorDiv(day.Number + 3, 7), number => new Day(number * 7 - 3), Week),
        new("month", day => day.Year * 12 + day.Month - 1, number => Month(number), YearAndMonth),
        new(
            "quarter",
            day => day.Year * 4 + (day.Month - 1) / 3,
            number => Month(number * 3),
            number => $"{Year(FloorDiv(number, 4))}-Q{number - FloorDiv(number, 4) * 4 + 1}"
        ),
        new("year", day => day.Year, number => Month(number * 12), Year),
        new("decade", day => FloorDiv(day.Year, 10), number => Month(number * 120), number => Year(number * 10) + "s"),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(interval => interval.Name)];

    /// <summary><c>day</c>, <c>week</c>, <c>month</c>, <c>quarter</c>, <c>year</c> or <c>decade</c>.</summary>
    public string Name { get; }

    /// <summary>True where each bucket is made of whole months.</summary>
    public bool IsOfMonths => Name is not ("day" or "week");

    /// <summary>The number of the bucket that the day lies in.</summary>
    public long BucketOf(long day) => _number(new Day(day));

    /// <summary>The first day of the bucket with this number.</summary>
    public long Start(long bucket) => _start(bucket).Number;

    /// <summary>How people write the bucket, as <see cref="Bucket"/> shows it: <c>2024-W18</c>, <c>2024-Q2</c>, <c>2020s</c>.</summary>
    public string Label(long bucket) => _label(bucket);

    /// <summary>The finest interval that cuts the days into no more buckets than this; else the coarsest.</summary>
    public static BucketInterval Finest(long first, long last, int buckets) =>
        All.FirstOrDefault(interval => interval.BucketOf(last) - interval.BucketOf(first) < buckets) ?? All[^1];

    private static string Week(long number)
    {
        // A week belongs to the year that its Thursday lies in (ISO 8601).
        var thursday = new Day(number * 7);
        return $"{Year(thursday.Year)}-W{(thursday.Number - Day.FromYearMonthDay(thursday.Year, 1, 1).Number) / 7 + 1:00}";
    }

    private static string Year(long year) => $"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}";

    private static string YearAndMonth(long number)
    {
        const int dayLength = 3;
        Span<char> text = stackalloc char[Day.MaxTextLength];
        Month(number).TryFormat(text, out var length);
        return new string(text[..(length - dayLength)]);
    }

    private static Day Month(long number) => Day.FromYearMonthDay(FloorDiv(number, 12), (int)(number - FloorDiv(number, 12) * 12) + 1, 1);

    private static long FloorDiv(long number, long by) => number >= 0 ? number / by : -((by - 1 - number) / by);
}
