using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>Days of the week.</summary>
internal static class Weekdays
{
    public static Reading Resolve(Frame frame, int weekday, Context context)
    {
        if (frame[Slot.Base] is 1 && context.Focus is { Unit: CalendarUnit.Day } focus)
            return From(focus.First, weekday, frame[Slot.Dir] ?? 0, today: false);
        return frame[Slot.Dir] switch
        {
            -1 => From(context.Published, weekday, -1, today: false),
            1 => From(context.Published, weekday, 1, today: false),
            0 when context.Tense != Tense.Past => From(context.Published, weekday, 1, today: true),
            _ => Bare(weekday, context),
        };
    }

    // Papers name the day itself: "said on Sunday" in Sunday's paper is that Sunday.
    private static Reading Bare(int weekday, Context context)
    {
        var past = From(context.Published, weekday, -1, today: true);
        var ahead = From(context.Published, weekday, 1, today: true);
        var (first, other) = context.Tense == Tense.Future ? (ahead, past) : (past, ahead);
        return first with { Others = other.Period == first.Period ? [] : [other.Period!.Value] };
    }

    private static Reading From(Day day, int weekday, long direction, bool today)
    {
        var number = (int)day.DayOfWeek is 0 ? 7 : (int)day.DayOfWeek;
        var ahead = (weekday - number + 7) % 7;
        var shift =
            ahead == 0 ? (today ? 0 : 7 * Math.Sign(direction))
            : direction > 0 ? ahead
            : ahead - 7;
        return Reading.Of(Period.OfDay(day.AddDays(shift))) with { Anchor = day };
    }
}
