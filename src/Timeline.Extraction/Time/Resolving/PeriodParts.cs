using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>
/// "Early", "mid", "late", "the beginning" and "the end of", "earlier" and "later": a part of the period, by a published rule.
/// </summary>
/// <remarks>Thirds: of a year 4 months each, of a month 10 days, of a decade 3-4-3 years. Beginning and end are the first and last unit
/// below.</remarks>
internal static class PeriodParts
{
    private const long Early = 1,
        Mid = 2,
        Late = 3,
        Start = 4,
        End = 5,
        Earlier = 6,
        Later = 7;

    public static ResolvedTimex Apply(ResolvedTimex timex, TimexFrame frame, ResolutionContext context)
    {
        if (frame[Slot.Part] is not { } part || timex.Period is not { } period || timex.Type == TimexType.Time)
            return timex;
        return PartOf(period, part, context.Published) is { } edtf ? timex with { Edtf = edtf } : timex;
    }

    private static string? PartOf(CalendarPeriod period, long part, Day published)
    {
        if (part is Earlier or Later)
            return UpToPublication(period, part, published);
        var below = UnitBelow(period.Unit);
        if (below == period.Unit)
            return null;
        var first = period.Containing(below);
        var count = Count(period, below, first);
        var (from, to) = part switch
        {
            Start => (0, 0),
            End => (count - 1, count - 1),
            Early => (0, Third(count, period.Unit) - 1),
            Mid => (Third(count, period.Unit), count - LastThird(count, period.Unit) - 1),
            Late => (count - LastThird(count, period.Unit), count - 1),
            _ => (0, count - 1),
        };
        var (a, b) = (first.Shift(from), first.Shift(to));
        return a == b ? a.ToEdtf() + "~" : $"{a.ToEdtf()}~/{b.ToEdtf()}~";
    }

    // "Earlier this month" told on the 9th ends on the 9th; told of a month that is over, it is all of it.
    private static string? UpToPublication(CalendarPeriod period, long part, Day published)
    {
        if (period.Unit <= CalendarUnit.Day || published.CompareTo(period.First) < 0 || published.CompareTo(period.Last) > 0)
            return null;
        var (from, to) = part == Earlier ? (period.First, published) : (published, period.Last);
        return from == to ? from.ToString() : $"{from}/{to}";
    }

    private static CalendarUnit UnitBelow(CalendarUnit unit) =>
        unit switch
        {
            CalendarUnit.Week or CalendarUnit.Month => CalendarUnit.Day,
            CalendarUnit.Quarter or CalendarUnit.Season or CalendarUnit.Half or CalendarUnit.Year => CalendarUnit.Month,
            CalendarUnit.Decade => CalendarUnit.Year,
            CalendarUnit.Century => CalendarUnit.Decade,
            _ => unit,
        };

    private static int Count(CalendarPeriod period, CalendarUnit below, CalendarPeriod first) =>
        (int)(CalendarPeriod.Containing(period.Last, below).Index - first.Index) + 1;

    private static int Third(int count, CalendarUnit unit) => unit == CalendarUnit.Month ? 10 : Math.Max(1, count / 3);

    // A month's last third takes what the first two leave.
    private static int LastThird(int count, CalendarUnit unit) => unit == CalendarUnit.Month ? count - 20 : Math.Max(1, count / 3);
}
