using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>"Last", "this", "next", "the following", "that" with a unit of time.</summary>
internal static class DeicticPeriods
{
    // What "the …" without more can be: the words of the grammar's column "base".
    private const long FromText = 1,
        Bare = 2,
        FromDate = 3,
        TheNext = 4;

    public static ResolvedTimex? Resolve(TimexFrame frame, ResolutionContext context)
    {
        var unit = (CalendarUnit)(frame[Slot.Unit] ?? 0);
        var direction = frame[Slot.Dir] ?? 0;
        if (unit < CalendarUnit.Day)
            return null;
        return frame[Slot.Base] switch
        {
            FromText => RelativeToFocus(unit, direction, context),
            TheNext when unit == CalendarUnit.Day || context.Tense is Tense.Past || context.IsStory => RelativeToFocus(
                unit,
                direction,
                context
            ),
            Bare => Definite(unit, frame, context),
            FromDate => AroundDate(unit, frame, context),
            _ when frame[Slot.Mod] is 3 => Weekend(context),
            _ when unit == CalendarUnit.Weekend && direction == 0 => Weekend(context),
            _ => RelativeTo(context.Published, unit, direction),
        };
    }

    private static ResolvedTimex RelativeTo(Day day, CalendarUnit unit, long direction) =>
        ResolvedTimex.FromPeriod(CalendarPeriod.Containing(day, unit).Shift(direction)) with
        {
            Anchor = day,
        };

    private static ResolvedTimex? RelativeToFocus(CalendarUnit unit, long direction, ResolutionContext context)
    {
        if (context.Focus is not { } focus)
            return context.IsStory || unit == CalendarUnit.Day ? null : RelativeTo(context.Published, unit, direction);
        // "That day" needs a day that was named; "that year" lies around whatever was.
        if (unit < focus.Unit)
            return null;
        return RelativeTo(direction < 0 ? focus.First : focus.Last, unit, direction);
    }

    // "The quarter", "the end of the year": the one spoken of, or the one at hand.
    private static ResolvedTimex? Definite(CalendarUnit unit, TimexFrame frame, ResolutionContext context)
    {
        if (unit == CalendarUnit.Quarter)
        {
            return
                (
                    (frame[Slot.Mod] is 2 && context.Quarter?.Last >= context.Published ? null : context.Quarter)
                    ?? Quarters.LastComplete(context)
                )
                    is { } quarter
                ? ResolvedTimex.FromPeriod(quarter) with
                {
                    Anchor = context.Published,
                }
                : null;
        }

        if (!frame.Has(Slot.Part) && frame[Slot.Mod] is null)
            return WithoutModifier(unit, context);
        return context.StoryYear is not null && unit >= context.StoryFocus.Unit
            ? RelativeTo(context.StoryFocus.First, unit, 0)
            : RelativeTo(context.Published, unit, 0);
    }

    // "The year" by itself is mostly a length; "the day" is the one spoken of, which is too little to date anything by.
    private static ResolvedTimex? WithoutModifier(CalendarUnit unit, ResolutionContext context) =>
        unit switch
        {
            CalendarUnit.Year when context.StoryYear is { } year => ResolvedTimex.FromPeriod(CalendarPeriod.FromYear(year)),
            CalendarUnit.Year => new(TimexType.Duration, "P1Y") { SetsFocus = false },
            CalendarUnit.Month => new(TimexType.Duration, "P1M") { SetsFocus = false },
            CalendarUnit.Week => new(TimexType.Duration, "P1W") { SetsFocus = false },
            CalendarUnit.Day => RelativeTo(
                context.Focus is { Unit: CalendarUnit.Day } focus ? focus.First : context.Published,
                unit,
                0
            ) with
            {
                SetsFocus = false,
                IsInferred = true,
            },
            _ => null,
        };

    // "The week of March 6".
    private static ResolvedTimex? AroundDate(CalendarUnit unit, TimexFrame frame, ResolutionContext context)
    {
        frame[Slot.Unit] = null;
        return CalendarDates.Resolve(frame, context) is { Period: { } day }
            ? ResolvedTimex.FromPeriod(CalendarPeriod.Containing(day.First, unit))
            : null;
    }

    private static ResolvedTimex Weekend(ResolutionContext context)
    {
        var weekend = CalendarPeriod.Containing(context.Published, CalendarUnit.Weekend);
        var past = weekend.First.CompareTo(context.Published) > 0 ? weekend.Shift(-1) : weekend;
        var (first, other) = context.Tense is Tense.Past ? (past, weekend) : (weekend, past);
        return ResolvedTimex.FromPeriod(first) with { Anchor = context.Published, Alternatives = first == other ? [] : [other] };
    }
}
