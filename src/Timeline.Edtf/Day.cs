namespace Timeline.Edtf;

/// <summary>A day of the proleptic Gregorian calendar with an astronomical year (ISO 8601: year 0 is 1 BC), held as a day number.</summary>
/// <param name="Number">Days since 1970-01-01, which is 0.</param>
public readonly record struct Day(long Number) : IComparable<Day>
{
    /// <summary>The day with this year, month (1-12) and day of the month; throws <see cref="ArgumentOutOfRangeException"/> where no such day exists.</summary>
    public static Day Of(long year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        ArgumentOutOfRangeException.ThrowIfLessThan(day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, DaysIn(year, month));
        return new(Start(year, month) + day - 1);
    }

    /// <summary>How many days the month (1-12) of this year has.</summary>
    public static int DaysIn(long year, int month) =>
        month is 4 or 6 or 9 or 11 ? 30 : month != 2 ? 31 : year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;

    /// <summary>The astronomical year.</summary>
    public long Year => Parts.Year;

    /// <summary>The month, 1 to 12.</summary>
    public int Month => Parts.Month;

    /// <summary>The day of the month, 1 to 31.</summary>
    public int DayOfMonth => Parts.Day;

    /// <summary>The day of the week.</summary>
    public DayOfWeek DayOfWeek => (DayOfWeek)(((Number + 4) % 7 + 7) % 7);

    /// <summary>The day this many days later, or earlier where negative.</summary>
    public Day AddDays(long days) => new(Number + days);

    /// <summary>Earlier days come first.</summary>
    public int CompareTo(Day other) => Number.CompareTo(other.Number);

    /// <summary>Four or more year digits, a minus before years below 0: <c>2024-06-14</c>, <c>-0043-03-15</c>.</summary>
    public override string ToString()
    {
        var (year, month, day) = Parts;
        return $"{(year < 0 ? "-" : "")}{Math.Abs(year):0000}-{month:00}-{day:00}";
    }

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

    private static long Start(long year, int month)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - era * 400;
        var dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
    }
}
