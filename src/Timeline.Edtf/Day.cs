using System.Text.Json.Serialization;

namespace Timeline.Edtf;

/// <summary>A day of the proleptic Gregorian calendar with an astronomical year (ISO 8601: year 0 is 1 BC), held as a day number.</summary>
/// <param name="Number">Days since 1970-01-01, which is 0; the year must lie within ±<see cref="MaxYear"/>, else
/// <see cref="ArgumentOutOfRangeException"/>.</param>
[JsonConverter(typeof(DayJsonConverter))]
public readonly partial record struct Day(long Number) : IComparable<Day>, ISpanParsable<Day>
{
    /// <summary>The largest year, sixteen nines: with it day numbers still fit 64 bits with room to add and compare.</summary>
    public const long MaxYear = 9_999_999_999_999_999;

    private const long MinNumber = -3652425000000719162;
    private const long MaxNumber = 3652424999999280471;

    /// <summary>Days since 1970-01-01, negative before.</summary>
    public long Number { get; } =
        Number is >= MinNumber and <= MaxNumber
            ? Number
            : throw new ArgumentOutOfRangeException(nameof(Number), Number, $"The year of a day lies within ±{MaxYear}.");

    /// <summary>The first day there is, January 1 of -9999999999999999.</summary>
    public static Day MinValue => new(MinNumber);

    /// <summary>The last day there is, December 31 of 9999999999999999.</summary>
    public static Day MaxValue => new(MaxNumber);

    /// <summary>
    /// The day with this year, month (1-12) and day of the month; throws <see cref="ArgumentOutOfRangeException"/> where no such day
    /// exists.
    /// </summary>
    public static Day FromYearMonthDay(long year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, -MaxYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, MaxYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, DaysIn(year, month));
        return new(FirstOfMonth(year, month) + day - 1);
    }

    /// <summary>How many days the month (1-12, else <see cref="ArgumentOutOfRangeException"/>) of this year has.</summary>
    public static int DaysIn(long year, int month) =>
        month switch
        {
            2 => IsLeap(year) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            >= 1 and <= 12 => 31,
            _ => throw new ArgumentOutOfRangeException(nameof(month), month, "A month is 1 to 12."),
        };

    /// <summary>The astronomical year.</summary>
    public long Year => Parts.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => Parts.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int DayOfMonth => Parts.Day;

    /// <summary>The day of the week; 1970-01-01 was a Thursday.</summary>
    public DayOfWeek DayOfWeek => (DayOfWeek)(((Number + 4) % 7 + 7) % 7);

    /// <summary>
    /// The day this many days later, or earlier where negative; <see cref="ArgumentOutOfRangeException"/> past the first or last day.
    /// </summary>
    public Day AddDays(long days) => new(unchecked(Number + days)); // a sum that wraps around lands outside the range too

    /// <summary>Year, month and day together, computed once.</summary>
    public (long Year, int Month, int Day) Parts
    {
        get
        {
            // Counted from 0000-03-01, so that the leap day is the last of its year.
            var z = Number + 719468;
            var era = Math.DivRem(z >= 0 ? z : z - 146096, 146097, out _);
            var dayOfEra = z - era * 146097;
            var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
            var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
            var shifted = (5 * dayOfYear + 2) / 153;
            var month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
            return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (153 * shifted + 2) / 5 + 1));
        }
    }

    internal static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    private static long FirstOfMonth(long year, int month)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
    }
}
