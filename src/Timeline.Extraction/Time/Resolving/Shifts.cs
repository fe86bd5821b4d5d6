namespace Timeline.Extraction.Time;

/// <summary>So many units before or after a day: "three days ago", "two years later".</summary>
internal static class Shifts
{
    public static Reading? Resolve(Frame frame, Context context)
    {
        var unit = (CalendarUnit)(frame[Slot.Unit] ?? 0);
        var direction = frame[Slot.Dir] ?? -1;
        if (frame.Has(Slot.YearAgo))
            return YearAgo(frame, context);
        if (frame.Has(Slot.Vague))
            return Reading.Reference(direction);
        var count = (frame[Slot.N] ?? frame[Slot.Count] ?? 1) * direction;
        var fromText = frame[Slot.Base] is 1;
        if (Math.Abs(count) > 10_000_000)
            return Reading.Reference(direction);
        if (fromText && context.Focus is null && (direction > 0 || context.IsStory))
            return null;
        if (fromText && unit < CalendarUnit.Day)
            return Durations.Span(frame, context);
        var start =
            fromText && context.Focus is { } focus
                ? focus
                : Period.OfDay(frame[Slot.RDay] is { } day ? context.Published.AddDays(day) : context.Published);
        return Count(start, unit, count, frame.Has(Slot.Frac)) is { IsSane: true } period
            ? Read(period, unit, frame, start)
            : Reading.Reference(direction);
    }

    private static Reading Read(Period period, CalendarUnit unit, Frame frame, Period start)
    {
        // Weeks and round numbers of years are rarely meant to the day and the year.
        var rough =
            frame.Has(Slot.Approx)
            || unit == CalendarUnit.Week
            || (unit == CalendarUnit.Year && frame[Slot.N] is >= 20 and var years && years % 10 == 0);
        return Reading.Of(period) with { Anchor = start.First, Edtf = rough ? period.Edtf() + "~" : null };
    }

    private static Period? Count(Period start, CalendarUnit unit, long count, bool half) =>
        unit switch
        {
            _ when half && unit == CalendarUnit.Year => start
                .Containing(CalendarUnit.Month)
                .Shift(count * 12 + 6 * Math.Sign(count))
                .Containing(CalendarUnit.Year),
            CalendarUnit.Year or CalendarUnit.Month or CalendarUnit.Quarter => start.Containing(unit).Shift(count),
            CalendarUnit.Decade => start.Containing(CalendarUnit.Year).Shift(count * 10),
            CalendarUnit.Century => start.Containing(CalendarUnit.Year).Shift(count * 100),
            CalendarUnit.Millennium => start.Containing(CalendarUnit.Year).Shift(count * 1000),
            _ when start.Unit > CalendarUnit.Week => null,
            CalendarUnit.Week => Period.OfDay(start.First).Shift(count * 7),
            CalendarUnit.Weekend => start.Containing(unit).Shift(count),
            CalendarUnit.Day => Period.OfDay(start.First).Shift(count),
            CalendarUnit.Hour => Period.OfDay(start.First).Shift(count / 24),
            _ => Period.OfDay(start.First),
        };

    // In company news "a year ago" is the same quarter of the year before.
    private static Reading YearAgo(Frame frame, Context context)
    {
        if (Dates.Year(frame, context) is { } told && context.Quarter is { } named)
            return Reading.Of(named.Shift((told - named.Year) * 4));
        if (context.Quarter is { } quarter)
        {
            return Reading.Of(
                quarter.Year == context.Published.Year || quarter.Year == context.Published.Year - 1 && context.Published.Month < 4
                    ? quarter.Shift(-4)
                    : quarter
            ) with
            {
                Anchor = quarter.First,
                Leads = false,
            };
        }

        var start = context.Story is null ? Period.OfDay(context.Published) : context.Told;
        var year = start.Containing(CalendarUnit.Year).Shift(-1);
        return Reading.Of(year) with { Anchor = start.First, Edtf = frame.Has(Slot.Approx) ? year.Edtf() + "~" : null };
    }
}
