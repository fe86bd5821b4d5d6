using System.Globalization;
using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>Days with a name, by the rules of <c>holidays.txt</c>.</summary>
internal static class Holidays
{
    private static readonly string[][] Rules = [.. EmbeddedData.ReadRows("Time.holidays.txt").Select(row => Split(row[0]))];

    /// <summary>The holidays as lines of the lexicon: each is its row's number.</summary>
    public static IEnumerable<string> LexiconLines =>
        EmbeddedData.ReadRows("Time.holidays.txt").Select((row, i) => $"holiday {i}: {row[1]}");

    public static ResolvedTimex? Resolve(long holiday, long? year, TimexFrame frame, ResolutionContext context)
    {
        if ((year ?? context.StoryYear) is { } given)
            return DayOf(holiday, given) is { } day ? ResolvedTimex.FromPeriod(day) : null;
        var now = context.Published.Year;
        var days = new[] { DayOf(holiday, now - 1), DayOf(holiday, now), DayOf(holiday, now + 1) }.OfType<CalendarPeriod>().ToArray();
        return frame[Slot.Dir] switch
        {
            -1 => ResolvedTimex.FromPeriod(days.Last(d => d.Index < context.Published.Number)) with { Anchor = context.Published },
            1 => ResolvedTimex.FromPeriod(days.First(d => d.Index > context.Published.Number)) with { Anchor = context.Published },
            0 => ResolvedTimex.FromPeriod(days[1]) with { Anchor = context.Published },
            _ => PeriodChoice.ChooseNearest(days, context),
        };
    }

    private static CalendarPeriod? DayOf(long holiday, long year)
    {
        var rule = Rules[holiday];
        return Math.Abs(year) > 99_999
            ? null
            : rule[0] switch
            {
                "easter" => Easter(year).Shift(Number(rule[1])),
                "nth" => Nth(year, Number(rule[1]), Number(rule[2]), Number(rule[3])).Shift(rule.Length > 4 ? Number(rule[4]) : 0),
                _ => CalendarPeriod.TryFromDay(year, Number(rule[0]), Number(rule[1])),
            };
    }

    private static string[] Split(string rule) => rule.Contains(' ') ? rule.Split(' ') : rule.Split('-');

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static CalendarPeriod Nth(long year, int month, int nth, int weekday)
    {
        var first = Day.FromYearMonthDay(year, month, 1);
        var day = 1 + (weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (nth - 1);
        return CalendarPeriod.FromDay(Day.FromYearMonthDay(year, month, day > Day.DaysIn(year, month) ? day - 7 : day));
    }

    // The anonymous Gregorian computus (Meeus/Jones/Butcher).
    private static CalendarPeriod Easter(long year)
    {
        var cycle = Floor(year, 19);
        var century = (year - Floor(year, 100)) / 100;
        var moon = Floor(
            19 * cycle + century - (century - Floor(century, 4)) / 4 - (8 * century + 13 - Floor(8 * century + 13, 25)) / 25 + 15,
            30
        );
        var golden = moon - (cycle + 11 * moon) / 319;
        var sunday = Floor(2 * Floor(century, 4) + 2 * ((Floor(year, 100) - Floor(year, 4)) / 4) - Floor(year, 4) - golden + 32, 7);
        var month = (golden + sunday + 90) / 25;
        var day = Floor(golden + sunday + month + 19, 32);
        return CalendarPeriod.FromDay(Day.FromYearMonthDay(year, (int)month, (int)day));
    }

    private static long Floor(long value, long divisor) => (value % divisor + divisor) % divisor;
}
