using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>Calendar dates, whole or in part: years, months, days, weekdays, quarters, seasons, decades, and times on them.</summary>
internal static class Dates
{
    public static Reading? Resolve(Frame frame, Context context)
    {
        var reading = Calendar(frame, context);
        if (reading is null || !frame.Has(Slot.Unit))
            return reading;
        return reading.Period is { Unit: CalendarUnit.Day } ? Clock.Apply(reading, frame) : null;
    }

    /// <summary>The year that the words give themselves, or by "last year" and the like.</summary>
    public static long? Year(Frame frame, Context context)
    {
        if (frame[Slot.YearShift] is { } shift)
            return context.Published.Year + shift;
        if ((frame[Slot.Year] ?? frame[Slot.Spoken] ?? frame[Slot.Y2]) is not { } year)
            return null;
        if (frame.Has(Slot.Y2))
            year += year > context.Published.Year % 100 + 10 ? Century(context) - 100 : Century(context);
        return frame[Slot.Era] < 0 ? 1 - year : year;
    }

    private static long Century(Context context) => context.Published.Year - context.Published.Year % 100;

    private static Reading? Calendar(Frame frame, Context context)
    {
        var year = Year(frame, context);
        if (frame[Slot.RDay] is { } days)
            return Relative(Period.OfDay(context.Published).Shift(days), context.Published);
        if (frame[Slot.Month] is { } month)
        {
            return frame[Slot.Dom] is { } day
                ? MonthDay(year, (int)month, (int)day, context)
                : InMonth.Of(Month(frame, year, (int)month, context), frame);
        }

        if (frame[Slot.Holiday] is { } holiday)
            return Holidays.Resolve(holiday, year, frame, context);
        if (frame[Slot.Weekday] is { } weekday)
            return Weekdays.Resolve(frame, (int)weekday, context);
        if (frame[Slot.Quarter] is { } quarter)
            return Quarters.Resolve(year, quarter, frame, context);
        if (frame[Slot.Half] is { } half && !frame.Has(Slot.Years) && !frame.Has(Slot.Century))
            return year is { } y ? Reading.Of(new(CalendarUnit.Half, y * 2 + half - 1)) : null;
        if (frame[Slot.Season] is { } season)
            return Season(frame, year, season, context);
        if (Long(frame, context) is { } period)
            return period;
        if (year is { } only)
        {
            return frame.Has(Slot.Fiscal)
                ? Reading.Of(Period.OfYear(only)) with
                {
                    Edtf = Period.OfYear(only).Edtf() + "~",
                }
                : Reading.Of(Period.OfYear(only));
        }

        return Clock.Day(frame, context);
    }

    private static Reading Relative(Period period, Day anchor) => Reading.Of(period) with { Anchor = anchor };

    private static Reading? Long(Frame frame, Context context)
    {
        if (frame[Slot.Century] is { } century)
            return century is > 0 and < 100 ? Reading.Of(new(CalendarUnit.Century, frame[Slot.Era] < 0 ? -century : century - 1)) : null;
        if (frame[Slot.Nineties] is { } nineties)
        {
            return Reading.Of(
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
            ? Reading.Of(new(CalendarUnit.Century, years / 100))
            : Reading.Of(new(CalendarUnit.Decade, years / 10));
    }

    private static Reading? MonthDay(long? year, int month, int day, Context context)
    {
        if (day > 31 || month is < 1 or > 12)
            return null;
        if (year is { } given)
            return Period.TryDay(given, month, day) is { } whole ? Reading.Of(whole) : null;
        if (context.Story is { } story)
            return Story(context, Period.TryDay(story, month, day), Period.TryDay(story + 1, month, day));
        var now = context.Published.Year;
        var candidates = new[] { Period.TryDay(now, month, day), Period.TryDay(now - 1, month, day), Period.TryDay(now + 1, month, day) };
        return Choice.Nearest([.. candidates.OfType<Period>()], context);
    }

    private static Reading? Month(Frame frame, long? year, int month, Context context)
    {
        if (year is { } given)
            return Reading.Of(Period.OfMonth(given, month));
        if (frame[Slot.Base] is 1 && context.Focus is { } focus)
            return Relative(Choice.Beside(Period.OfMonth(focus.Year, month), 12, focus, frame[Slot.Dir] ?? 0), focus.First);
        if (frame[Slot.Dir] is { } direction)
        {
            return Relative(
                Choice.Beside(
                    Period.OfMonth(context.Published.Year, month),
                    12,
                    Period.Containing(context.Published, CalendarUnit.Month),
                    direction
                ),
                context.Published
            );
        }

        if (context.Story is { } story)
            return Story(context, Period.OfMonth(story, month), Period.OfMonth(story + 1, month));
        return Choice.Cyclic(Period.OfMonth(context.Published.Year, month), 12, context);
    }

    // A tale goes forward: the month or day is that of the year spoken of.
    private static Reading? Story(Context context, Period? same, Period? next) =>
        same is { } period ? Relative(period, context.Told.First) with { Others = next is { } n ? [n] : [] } : null;

    private static Reading Season(Frame frame, long? year, long season, Context context)
    {
        if (year is { } given)
            return Reading.Of(new(CalendarUnit.Season, given * 4 + season));
        if (frame[Slot.Base] is 1 && context.Focus is { } focus)
            return Relative(Choice.Beside(new(CalendarUnit.Season, focus.Year * 4 + season), 4, focus, frame[Slot.Dir] ?? 0), focus.First);
        if (frame[Slot.Dir] is { } direction)
        {
            var now = Period.Containing(context.Published, CalendarUnit.Season);
            var same = new Period(CalendarUnit.Season, context.Published.Year * 4 + season);
            return Relative(direction == 0 ? same : Choice.Beside(same, 4, now, direction), context.Published);
        }

        if (context.Story is { } story)
            return Relative(new(CalendarUnit.Season, story * 4 + season), context.Told.First);
        return Choice.Cyclic(new(CalendarUnit.Season, context.Published.Year * 4 + season), 4, context);
    }
}
