using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>Days of the week.</summary>
internal static class Weekdays
{
    public static ResolvedTimex Resolve(TimexFrame frame, int weekday, ResolutionContext context)
    {
        if (frame[Slot.Base] is 1 && context.Focus is { Unit: CalendarUnit.Day } focus)
            return RelativeTo(focus.First, weekday, frame[Slot.Dir] ?? 0, today: false);
        return frame[Slot.Dir] switch
        {
            -1 => RelativeTo(context.Published, weekday, -1, today: false),
            1 => RelativeTo(context.Published, weekday, 1, today: false),
            0 when context.Tense != Tense.Past => RelativeTo(context.Published, weekday, 1, today: true),
            _ => WithoutDirection(weekday, context),
        };
    }

    // Papers name the day itself: "said on Sunday" in Sunday's paper is that Sunday.
    private static ResolvedTimex WithoutDirection(int weekday, ResolutionContext context)
    {
        var past = RelativeTo(context.Published, weekday, -1, today: true);
        var ahead = RelativeTo(context.Published, weekday, 1, today: true);
        var (first, other) = context.Tense == Tense.Future ? (ahead, past) : (past, ahead);
        return first with { Alternatives = other.Period == first.Period ? [] : [other.Period!.Value] };
    }

    private static ResolvedTimex RelativeTo(Day day, int weekday, long direction, bool today)
    {
        var number = (int)day.DayOfWeek is 0 ? 7 : (int)day.DayOfWeek;
        var ahead = (weekday - number + 7) % 7;
        var shift = direction > 0 ? ahead : ahead - 7;
        if (ahead == 0)
            shift = today ? 0 : 7 * Math.Sign(direction);
        return ResolvedTimex.FromPeriod(CalendarPeriod.FromDay(day.AddDays(shift))) with { Anchor = day };
    }
}
