namespace Timeline.Extraction.Time;

/// <summary>Times of day: the value tells them, the date is their day.</summary>
internal static class ClockTimes
{
    private static readonly string[] DayParts = ["", "MO", "MI", "AF", "EV", "NI"];

    /// <summary>A time without a day lies on the day spoken of last, or on the day of publication.</summary>
    public static ResolvedTimex? ResolveDay(TimexFrame frame, ResolutionContext context)
    {
        if (!frame.Has(Slot.Unit))
            return null;
        if (context.Focus is not { Unit: CalendarUnit.Day } focus)
        {
            return context.IsStory
                ? null
                : ResolvedTimex.FromPeriod(CalendarPeriod.FromDay(context.Published)) with
                {
                    Anchor = context.Published,
                    SetsFocus = false,
                    IsInferred = true,
                };
        }

        return ResolvedTimex.FromPeriod(focus.Shift(frame[Slot.Dir] ?? 0)) with
        {
            Anchor = focus.First,
            SetsFocus = frame.Has(Slot.Dir),
            IsInferred = !frame.Has(Slot.Dir) && !context.IsFocusHere,
        };
    }

    public static ResolvedTimex? AddTime(ResolvedTimex timex, TimexFrame frame)
    {
        var day = timex.Period!.Value.First;
        if (Hour(frame) is { } hour)
        {
            if (hour > 24)
                return null;
            var zone = frame[Slot.Zone] is 1 ? "Z" : "";
            return timex with { Type = TimexType.Time, Value = $"{day}T{hour:00}:{Minute(frame):00}{zone}" };
        }

        var value = frame[Slot.DayPart] is { } part ? $"{day}T{DayParts[part]}" : timex.Value;
        return timex with { Type = TimexType.Time, Value = value };
    }

    private static long? Hour(TimexFrame frame)
    {
        if (frame[Slot.Noon] is { } noon)
            return noon;
        if (frame[Slot.Clock4] is { } both)
            return both / 100;
        if (frame[Slot.Hour] is not { } hour)
            return null;
        var afternoon = frame[Slot.Ampm] is 12 || (frame[Slot.DayPart] is > 2 && hour < 12);
        if (hour == 12 && frame[Slot.Ampm] is 0)
            return 0;
        return afternoon && hour < 12 ? hour + 12 : hour;
    }

    private static long Minute(TimexFrame frame) => frame[Slot.Clock4] is { } both ? both % 100 : frame[Slot.Min] ?? 0;
}
