using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>How a period is written: as EDTF and as a TIMEX3 value in the conventions of TimeBank.</summary>
internal static class PeriodFormat
{
    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    public static string ToEdtf(this CalendarPeriod period) =>
        period.Unit switch
        {
            CalendarUnit.Week or CalendarUnit.Weekend => $"{period.First}/{period.Last}",
            CalendarUnit.Month => Month(period.First),
            CalendarUnit.Quarter => $"{Year(period.Year)}-{33 + Place(period.Index, 4)}",
            CalendarUnit.Season => $"{Year(SeasonYear(period))}-{21 + Place(period.Index, 4)}",
            CalendarUnit.Half => $"{Year(period.Year)}-{40 + Place(period.Index, 2)}",
            CalendarUnit.Year => Year(period.Year),
            CalendarUnit.Decade when period.Index >= 0 => $"{period.Index:000}X",
            CalendarUnit.Century when period.Index >= 0 => $"{period.Index:00}XX",
            CalendarUnit.Decade or CalendarUnit.Century or CalendarUnit.Millennium => $"{Year(period.First.Year)}/{Year(period.Last.Year)}",
            _ => period.First.ToString(),
        };

    public static string ToTimexValue(this CalendarPeriod period) =>
        period.Unit switch
        {
            CalendarUnit.Week => Week(period),
            CalendarUnit.Weekend => Week(period) + "-WE",
            CalendarUnit.Month => Month(period.First),
            CalendarUnit.Quarter => $"{Year(period.Year)}-Q{1 + Place(period.Index, 4)}",
            CalendarUnit.Season => $"{Year(SeasonYear(period))}-{Seasons[Place(period.Index, 4)]}",
            CalendarUnit.Half => $"{Year(period.Year)}-H{1 + Place(period.Index, 2)}",
            CalendarUnit.Year => period.Year > 0 ? Year(period.Year) : $"BC{1 - period.Year:0000}",
            CalendarUnit.Decade => period.Index >= 0 ? $"{period.Index:000}" : "PAST_REF",
            CalendarUnit.Century => period.Index >= 0 ? $"{period.Index:00}" : "PAST_REF",
            CalendarUnit.Millennium => period.Index >= 0 ? $"{period.Index:0}" : "PAST_REF",
            _ => period.First.ToString(),
        };

    private static string Year(long year) => year < 0 ? $"-{-year:0000}" : $"{year:0000}";

    private static string Month(Day day) => $"{Year(day.Year)}-{day.Month:00}";

    // A week belongs to the year its Thursday lies in (ISO 8601).
    private static string Week(CalendarPeriod week)
    {
        var thursday = new Day(week.Index * 7);
        return $"{Year(thursday.Year)}-W{(thursday.Number - Day.FromYearMonthDay(thursday.Year, 1, 1).Number) / 7 + 1:00}";
    }

    private static long SeasonYear(CalendarPeriod season) => (season.Index - Place(season.Index, 4)) / 4;

    private static int Place(long index, int count) => (int)((index % count + count) % count);
}
