namespace Timeline.Extraction.Time;

/// <summary>So many units before or after a day: "three days ago", "two years later".</summary>
internal static class RelativeOffsets
{
    public static ResolvedTimex? Resolve(TimexFrame frame, ResolutionContext context)
    {
        var unit = (CalendarUnit)(frame[Slot.Unit] ?? 0);
        var direction = frame[Slot.Dir] ?? -1;
        if (frame.Has(Slot.YearAgo))
            return YearAgo(frame, context);
        if (frame.Has(Slot.Vague))
            return ResolvedTimex.FromDirection(direction);
        var count = (frame[Slot.N] ?? frame[Slot.Count] ?? 1) * direction;
        var fromText = frame[Slot.Base] is 1;
        if (Math.Abs(count) > 10_000_000)
            return ResolvedTimex.FromDirection(direction);
        if (fromText && context.Focus is null && (direction > 0 || context.IsStory))
            return null;
        if (fromText && unit < CalendarUnit.Day)
            return Durations.ResolveDuration(frame, context);
        var start = fromText ? context.Focus : null;
        start ??= CalendarPeriod.FromDay(context.Published.AddDays(frame[Slot.RDay] ?? 0));
        return Shift(start.Value, unit, count, frame.Has(Slot.Frac)) is { IsInRange: true } period
            ? ToTimex(period, unit, frame, start.Value)
            : ResolvedTimex.FromDirection(direction) with
            {
                Edtf = unit is CalendarUnit.Day or CalendarUnit.Week ? ShiftMonth(start.Value, unit, count) : null,
            };
    }

    // "In March they met; five weeks later they parted": in one of the months that lie so far from that one's days.
    private static string? ShiftMonth(CalendarPeriod start, CalendarUnit unit, long count)
    {
        if (start.Unit != CalendarUnit.Month || Math.Abs(count) > 100)
            return null;
        var days = unit == CalendarUnit.Week ? count * 7 : count;
        var (from, to) = (start.First.AddDays(days), start.Last.AddDays(days));
        var (first, last) = (CalendarPeriod.Containing(from, CalendarUnit.Month), CalendarPeriod.Containing(to, CalendarUnit.Month));
        return first == last ? first.ToEdtf() : $"{first.ToEdtf()}/{last.ToEdtf()}";
    }

    private static ResolvedTimex ToTimex(CalendarPeriod period, CalendarUnit unit, TimexFrame frame, CalendarPeriod start)
    {
        // Weeks and round numbers of years are rarely meant to the day and the year.
        var rough =
            frame.Has(Slot.Approx)
            || unit == CalendarUnit.Week
            || (unit == CalendarUnit.Year && frame[Slot.N] is >= 20 and var years && years % 10 == 0);
        return ResolvedTimex.FromPeriod(period) with { Anchor = start.First, Edtf = rough ? period.ToEdtf() + "~" : null };
    }

    private static CalendarPeriod? Shift(CalendarPeriod start, CalendarUnit unit, long count, bool half) =>
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
            CalendarUnit.Week => CalendarPeriod.FromDay(start.First).Shift(count * 7),
            CalendarUnit.Weekend => start.Containing(unit).Shift(count),
            CalendarUnit.Day => CalendarPeriod.FromDay(start.First).Shift(count),
            CalendarUnit.Hour => CalendarPeriod.FromDay(start.First).Shift(count / 24),
            _ => CalendarPeriod.FromDay(start.First),
        };

    // In company news "a year ago" is the same quarter of the year before.
    private static ResolvedTimex YearAgo(TimexFrame frame, ResolutionContext context)
    {
        if (CalendarDates.YearOf(frame, context) is { } told && context.Quarter is { } named)
            return ResolvedTimex.FromPeriod(named.Shift((told - named.Year) * 4));
        if (context.Quarter is { } quarter)
        {
            return ResolvedTimex.FromPeriod(
                quarter.Year == context.Published.Year || quarter.Year == context.Published.Year - 1 && context.Published.Month < 4
                    ? quarter.Shift(-4)
                    : quarter
            ) with
            {
                Anchor = quarter.First,
                SetsFocus = false,
            };
        }

        var start = context.StoryYear is null ? CalendarPeriod.FromDay(context.Published) : context.StoryFocus;
        var year = start.Containing(CalendarUnit.Year).Shift(-1);
        return ResolvedTimex.FromPeriod(year) with { Anchor = start.First, Edtf = frame.Has(Slot.Approx) ? year.ToEdtf() + "~" : null };
    }
}
