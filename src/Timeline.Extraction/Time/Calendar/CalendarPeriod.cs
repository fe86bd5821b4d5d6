using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>
/// One period of the calendar, counted: the Index-th day, ISO week, month, quarter, season, half, year, decade or century.
/// </summary>
/// <remarks>Shifting is then an addition, whatever the unit. A season's winter is named after the year it begins in.</remarks>
internal readonly record struct CalendarPeriod(CalendarUnit Unit, long Index)
{
    /// <summary>The widest years that an expression may name; what lies beyond dates nothing.</summary>
    private const long LastYear = 9999;

    public static CalendarPeriod FromYear(long year) => new(CalendarUnit.Year, year);

    public static CalendarPeriod FromMonth(long year, int month) => new(CalendarUnit.Month, year * 12 + month - 1);

    public static CalendarPeriod FromDay(Day day) => new(CalendarUnit.Day, day.Number);

    /// <summary>The day, or null where the calendar has none such (32 May, 29 February 2023).</summary>
    public static CalendarPeriod? TryFromDay(long year, int month, int day) =>
        Math.Abs(year) <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= Day.DaysIn(year, month)
            ? FromDay(Day.FromYearMonthDay(year, month, day))
            : null;

    /// <summary>The period of this unit that the day lies in; units below the day give the day.</summary>
    public static CalendarPeriod Containing(Day day, CalendarUnit unit)
    {
        var (year, month, _) = day.Parts;
        return unit switch
        {
            CalendarUnit.Week or CalendarUnit.Weekend => new(unit, Floor(day.Number + 3, 7)),
            CalendarUnit.Month => FromMonth(year, month),
            CalendarUnit.Quarter => new(unit, Floor(year * 12 + month - 1, 3)),
            CalendarUnit.Season => new(unit, Floor(year * 12 + month - 3, 3)),
            CalendarUnit.Half => new(unit, Floor(year * 12 + month - 1, 6)),
            CalendarUnit.Year => FromYear(year),
            CalendarUnit.Decade => new(unit, Floor(year, 10)),
            CalendarUnit.Century => new(unit, Floor(year, 100)),
            CalendarUnit.Millennium => new(unit, Floor(year, 1000)),
            _ => FromDay(day),
        };
    }

    public CalendarPeriod Shift(long count) => this with { Index = Index + count };

    public CalendarPeriod Containing(CalendarUnit unit) => Containing(First, unit);

    /// <summary>Whether all of it lies in the years -9999 to 9999, so that it has a first and a last day.</summary>
    public bool IsInRange
    {
        get
        {
            var perYear = Unit switch
            {
                CalendarUnit.Week or CalendarUnit.Weekend => 52,
                CalendarUnit.Month => 12,
                CalendarUnit.Quarter or CalendarUnit.Season => 4,
                CalendarUnit.Half => 2,
                CalendarUnit.Year => 1,
                CalendarUnit.Decade or CalendarUnit.Century or CalendarUnit.Millennium => 0,
                _ => 366,
            };
            return perYear > 0 ? Math.Abs(Index) < (LastYear - 1) * perYear : Math.Abs(Index) < LastYear / YearsIn;
        }
    }

    public Day First =>
        Unit switch
        {
            CalendarUnit.Week => new(Index * 7 - 3),
            CalendarUnit.Weekend => new(Index * 7 + 2),
            CalendarUnit.Month => MonthStart(Index),
            CalendarUnit.Quarter => MonthStart(Index * 3),
            CalendarUnit.Season => MonthStart(Index * 3 + 2),
            CalendarUnit.Half => MonthStart(Index * 6),
            CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century or CalendarUnit.Millennium => Day.FromYearMonthDay(
                Index * YearsIn,
                1,
                1
            ),
            _ => new(Index),
        };

    public Day Last => Unit is CalendarUnit.Weekend ? First.AddDays(1) : Shift(1).First.AddDays(-1);

    public long Year => First.Year;

    private int YearsIn =>
        Unit switch
        {
            CalendarUnit.Decade => 10,
            CalendarUnit.Century => 100,
            CalendarUnit.Millennium => 1000,
            _ => 1,
        };

    private static Day MonthStart(long index) => Day.FromYearMonthDay(Floor(index, 12), (int)(index - Floor(index, 12) * 12) + 1, 1);

    private static long Floor(long value, long divisor) => value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor);
}
