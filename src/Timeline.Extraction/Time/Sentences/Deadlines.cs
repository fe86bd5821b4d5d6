using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>How long something may take, or took, as a stretch of the calendar: "within 30 days", "the three months to June".</summary>
internal static class Deadlines
{
    private const int MonthsOfYear = 12,
        MostYear = 9999;

    /// <summary>The stretch that begins on a day and lasts as long as a TIMEX3 duration; null where that is no number of units.</summary>
    public static EdtfDate? FromDuration(string value, Day start) =>
        Shift(value, start, 1) is { } end && end > start ? EdtfDate.Between(start, end) : null;

    /// <summary>The stretch of that length that ends with a day.</summary>
    public static EdtfDate? EndingOn(long months, Day end) =>
        end.Year is > 0 and < MostYear ? EdtfDate.Between(AddMonths(end.AddDays(1), -months), end) : null;

    /// <summary>Whether the words before a duration bound it: "within 30 days".</summary>
    public static bool IsBounded(Document document, int first) => first > 0 && document.Tokens[first - 1].Is("within");

    /// <summary>The months of "the three months to" or "the year to" before a date; null where there are none.</summary>
    public static long? MonthsBefore(Document document, int first)
    {
        if (first < 3 || !document.Tokens[first - 1].Is("to"))
            return null;
        var (unit, count) = (document.Tokens[first - 2].Lower, document.Tokens[first - 3].Lower);
        if (unit is "year")
            return count is "the" or "a" or "full" or "financial" ? MonthsOfYear : null;
        var number = count switch
        {
            "three" => 3,
            "six" => 6,
            "nine" => 9,
            "twelve" => MonthsOfYear,
            _ => long.TryParse(count, out var digits) && digits is > 0 and <= 36 ? digits : 0,
        };
        return unit is "months" && number > 0 ? number : null;
    }

    private static Day? Shift(string value, Day start, int sign)
    {
        var isTime = value.StartsWith("PT", StringComparison.Ordinal);
        if (
            value.Length < 3
            || value[0] != 'P'
            || !long.TryParse(value.AsSpan(isTime ? 2 : 1, value.Length - (isTime ? 3 : 2)), out var count)
        )
        {
            return null;
        }
        if (count is <= 0 or > 1000)
            return null;
        return (isTime, value[^1]) switch
        {
            (true, 'H') => start.AddDays(sign * ((count + 23) / 24)),
            (false, 'D') => start.AddDays(sign * count),
            (false, 'W') => start.AddDays(sign * count * 7),
            (false, 'M') => AddMonths(start, sign * count),
            (false, 'Y') => AddMonths(start, sign * count * MonthsOfYear),
            _ => null,
        };
    }

    private static Day AddMonths(Day day, long months)
    {
        var month = CalendarPeriod.FromDay(day).Containing(CalendarUnit.Month).Shift(months);
        var shifted = month.First.AddDays(day.DayOfMonth - 1);
        return shifted > month.Last ? month.Last : shifted;
    }
}
