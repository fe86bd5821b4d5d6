namespace Timeline.Extraction.Time;

/// <summary>Times of day: the value tells them, the date is their day.</summary>
internal static class Clock
{
    private static readonly string[] DayParts = ["", "MO", "MI", "AF", "EV", "NI"];

    /// <summary>A time without a day lies on the day spoken of last, or on the day of publication.</summary>
    public static Reading? Day(Frame frame, Context context)
    {
        if (!frame.Has(Slot.Unit))
            return null;
        if (context.Focus is not { Unit: CalendarUnit.Day } focus)
        {
            return context.IsStory
                ? null
                : Reading.Of(Period.OfDay(context.Published)) with
                {
                    Anchor = context.Published,
                    Leads = false,
                    Inferred = true,
                };
        }

        return Reading.Of(focus.Shift(frame[Slot.Dir] ?? 0)) with
        {
            Anchor = focus.First,
            Leads = frame.Has(Slot.Dir),
            Inferred = !frame.Has(Slot.Dir) && !context.IsFocusHere,
        };
    }

    public static Reading? Apply(Reading reading, Frame frame)
    {
        var day = reading.Period!.Value.First;
        if (Hour(frame) is { } hour)
        {
            return hour <= 24
                ? reading with
                {
                    Type = "TIME",
                    Value = $"{day}T{hour:00}:{Minute(frame):00}{(frame[Slot.Zone] is 1 ? "Z" : "")}",
                }
                : null;
        }

        return frame[Slot.DayPart] is { } part
            ? reading with
            {
                Type = "TIME",
                Value = $"{day}T{DayParts[part]}",
            }
            : reading with
            {
                Type = "TIME",
            };
    }

    private static long? Hour(Frame frame)
    {
        if (frame[Slot.Noon] is { } noon)
            return noon;
        if (frame[Slot.Clock4] is { } both)
            return both / 100;
        if (frame[Slot.Hour] is not { } hour)
            return null;
        var afternoon = frame[Slot.Ampm] is 12 || (frame[Slot.DayPart] is > 2 && hour < 12);
        return hour == 12 && frame[Slot.Ampm] is 0 ? 0
            : afternoon && hour < 12 ? hour + 12
            : hour;
    }

    private static long Minute(Frame frame) => frame[Slot.Clock4] is { } both ? both % 100 : frame[Slot.Min] ?? 0;
}
