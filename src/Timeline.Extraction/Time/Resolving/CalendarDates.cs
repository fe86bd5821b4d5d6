using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>Calendar dates, whole or in part: years, months, days, weekdays, quarters, seasons, decades, and times on them.</summary>
internal static class CalendarDates
{
    public static ResolvedTimex? Resolve(TimexFrame frame, ResolutionContext context)
    {
        var timex = ResolveDate(frame, context);
        if (timex is null || !frame.Has(Slot.Unit))
            return timex;
        return timex.Period is { Unit: CalendarUnit.Day } ? ClockTimes.AddTime(timex, frame) : null;
    }

    /// <summary>The year that the words give themselves, or by "last year" and the like.</summary>
    public static long? YearOf(TimexFrame frame, ResolutionContext context)
    {
        if (frame[Slot.YearShift] is { } shift)
            return context.Published.Year + shift;
        if ((frame[Slot.Year] ?? frame[Slot.Spoken] ?? frame[Slot.Y2]) is not { } year)
            return null;
        if (frame.Has(Slot.Y2))
            year += year > context.Published.Year % 100 + 10 ? Century(context) - 100 : Century(context);
        return frame[Slot.Era] < 0 ? 1 - year : year;
    }

    private static long Century(ResolutionContext context) => context.Published.Year - context.Published.Year % 100;

    private static ResolvedTimex? ResolveDate(TimexFrame frame, ResolutionContext context)
    {
        var year = YearOf(frame, context);
        if (frame[Slot.RDay] is { } days)
            return FromAnchor(CalendarPeriod.FromDay(context.Published).Shift(days), context.Published);
        if (frame[Slot.Month] is { } month)
        {
            return frame[Slot.Dom] is { } day
                ? MonthDay(frame, year, (int)month, (int)day, context)
                : MonthParts.Narrow(Month(frame, year, (int)month, context), frame);
        }

        if (frame[Slot.Holiday] is { } holiday)
            return Holidays.Resolve(holiday, year, frame, context);
        if (frame[Slot.Weekday] is { } weekday)
            return Weekdays.Resolve(frame, (int)weekday, context);
        if (frame[Slot.Quarter] is { } quarter)
            return Quarters.Resolve(year, quarter, frame, context);
        if (frame[Slot.Half] is { } half && !frame.Has(Slot.Years) && !frame.Has(Slot.Century))
            return year is { } y ? ResolvedTimex.FromPeriod(new(CalendarUnit.Half, y * 2 + half - 1)) : null;
        if (frame[Slot.Season] is { } season)
            return Season(frame, year, season, context);
        if (ResolveDecadeOrCentury(frame, context) is { } period)
            return period;
        if (year is { } only)
        {
            return frame.Has(Slot.Fiscal)
                ? ResolvedTimex.FromPeriod(CalendarPeriod.FromYear(only)) with
                {
                    Edtf = CalendarPeriod.FromYear(only).ToEdtf() + "~",
                }
                : ResolvedTimex.FromPeriod(CalendarPeriod.FromYear(only));
        }

        return ClockTimes.ResolveDay(frame, context);
    }

    private static ResolvedTimex FromAnchor(CalendarPeriod period, Day anchor) => ResolvedTimex.FromPeriod(period) with { Anchor = anchor };

    private static ResolvedTimex? ResolveDecadeOrCentury(TimexFrame frame, ResolutionContext context)
    {
        if (frame[Slot.Century] is { } century)
        {
            return century is > 0 and < 100
                ? ResolvedTimex.FromPeriod(new(CalendarUnit.Century, frame[Slot.Era] < 0 ? -century : century - 1))
                : null;
        }

        if (frame[Slot.Nineties] is { } nineties)
        {
            return ResolvedTimex.FromPeriod(
                new(
                    CalendarUnit.Decade,
                    (Century(context) + nineties > context.Published.Year ? Century(context) - 100 + nineties : Century(context) + nineties)
                        / 10
                )
            );
        }

        if (frame[Slot.Years] is not { } years)
            return null;
        if (years < 100)
            years += years > context.Published.Year % 100 ? Century(context) - 100 : Century(context);
        // "The 1800s" are a century, "the 2000s" a decade.
        return years % 100 == 0 && years < 2000
            ? ResolvedTimex.FromPeriod(new(CalendarUnit.Century, years / 100))
            : ResolvedTimex.FromPeriod(new(CalendarUnit.Decade, years / 10));
    }

    private static ResolvedTimex? MonthDay(TimexFrame frame, long? year, int month, int day, ResolutionContext context)
    {
        if (day > 31 || month is < 1 or > 12)
            return null;
        if (year is { } given)
            return CalendarPeriod.TryFromDay(given, month, day) is { } whole ? ResolvedTimex.FromPeriod(whole) : null;
        if (frame[Slot.Base] is 1 && context.Focus is { } focus)
            return CalendarPeriod.TryFromDay(focus.Year, month, day) is { } same ? FromAnchor(same, focus.First) : null;
        if (context.StoryYear is { } story)
            return InStory(context, CalendarPeriod.TryFromDay(story, month, day), CalendarPeriod.TryFromDay(story + 1, month, day));
        if (context is { IsFocusHere: true, Focus: { Unit: CalendarUnit.Day } near } && Near(near, month, day) is { } beside)
            return FromAnchor(beside, near.First);
        if (context.FindNamedDay(month, day) is { } named)
            return ResolvedTimex.FromPeriod(named) with { Anchor = context.Published };
        if (Narrated(context, year => CalendarPeriod.TryFromDay(year, month, day)) is { } narrated)
            return narrated;
        var now = context.Published.Year;
        var candidates = new[]
        {
            CalendarPeriod.TryFromDay(now, month, day),
            CalendarPeriod.TryFromDay(now - 1, month, day),
            CalendarPeriod.TryFromDay(now + 1, month, day),
        };
        return PeriodChoice.ChooseNearest([.. candidates.OfType<CalendarPeriod>()], context);
    }

    private static ResolvedTimex? Month(TimexFrame frame, long? year, int month, ResolutionContext context)
    {
        if (year is { } given)
            return ResolvedTimex.FromPeriod(CalendarPeriod.FromMonth(given, month));
        if (frame[Slot.Base] is 1 && context.Focus is { } focus)
        {
            return FromAnchor(
                PeriodChoice.FindAdjacent(CalendarPeriod.FromMonth(focus.Year, month), 12, focus, frame[Slot.Dir] ?? 0),
                focus.First
            );
        }

        if (frame[Slot.Dir] is { } direction)
        {
            return FromAnchor(
                PeriodChoice.FindAdjacent(
                    CalendarPeriod.FromMonth(context.Published.Year, month),
                    12,
                    CalendarPeriod.Containing(context.Published, CalendarUnit.Month),
                    direction
                ),
                context.Published
            );
        }

        if (context.StoryYear is { } story)
            return InStory(context, CalendarPeriod.FromMonth(story, month), CalendarPeriod.FromMonth(story + 1, month));
        return Narrated(context, y => CalendarPeriod.FromMonth(y, month))
            ?? PeriodChoice.ChooseRecurring(CalendarPeriod.FromMonth(context.Published.Year, month), 12, context);
    }

    // "between Feb. 8 and Feb. 10": the day that lies near the one just named.
    private static CalendarPeriod? Near(CalendarPeriod day, int month, int dayOfMonth) =>
        CalendarPeriod.TryFromDay(day.Year, month, dayOfMonth) is { } other && Math.Abs(other.Index - day.Index) <= 31 ? other : null;

    // "met on Jan. 9, 2019; they parted in March": the next one after the day that was told last.
    private static ResolvedTimex? Narrated(ResolutionContext context, Func<long, CalendarPeriod?> ofYear)
    {
        if (context.Narrated is not { } last)
            return null;
        var found = ofYear(last.Year) is { } same && same.Last.CompareTo(last.First) >= 0 ? same : ofYear(last.Year + 1);
        return found is { } period && period.First.CompareTo(context.Published) <= 0 ? FromAnchor(period, last.First) : null;
    }

    // A tale goes forward: the month or day is that of the year spoken of.
    private static ResolvedTimex? InStory(ResolutionContext context, CalendarPeriod? same, CalendarPeriod? next) =>
        same is { } period ? FromAnchor(period, context.StoryFocus.First) with { Alternatives = next is { } n ? [n] : [] } : null;

    private static ResolvedTimex Season(TimexFrame frame, long? year, long season, ResolutionContext context)
    {
        if (year is { } given)
            return ResolvedTimex.FromPeriod(new(CalendarUnit.Season, given * 4 + season));
        if (frame[Slot.Base] is 1 && context.Focus is { } focus)
        {
            return FromAnchor(
                PeriodChoice.FindAdjacent(new(CalendarUnit.Season, focus.Year * 4 + season), 4, focus, frame[Slot.Dir] ?? 0),
                focus.First
            );
        }

        if (frame[Slot.Dir] is { } direction)
        {
            var now = CalendarPeriod.Containing(context.Published, CalendarUnit.Season);
            var same = new CalendarPeriod(CalendarUnit.Season, context.Published.Year * 4 + season);
            // "two winters ago": the last one, and one more before it.
            var more = direction * 4 * Math.Clamp((frame[Slot.N] ?? frame[Slot.Count] ?? 1) - 1, 0, 1000);
            var found = direction == 0 ? same : PeriodChoice.FindAdjacent(same, 4, now, direction).Shift(more);
            return FromAnchor(found, context.Published);
        }

        if (context.StoryYear is { } story)
            return FromAnchor(new(CalendarUnit.Season, story * 4 + season), context.StoryFocus.First);
        return PeriodChoice.ChooseRecurring(new(CalendarUnit.Season, context.Published.Year * 4 + season), 4, context);
    }
}
