using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>"Last", "this", "next", "the following", "that" with a unit of time.</summary>
internal static class Nearby
{
    // What "the …" without more can be: the words of the grammar's column "base".
    private const long FromText = 1,
        Bare = 2,
        FromDate = 3,
        TheNext = 4;

    public static Reading? Resolve(Frame frame, Context context)
    {
        var unit = (CalendarUnit)(frame[Slot.Unit] ?? 0);
        var direction = frame[Slot.Dir] ?? 0;
        if (unit < CalendarUnit.Day)
            return null;
        return frame[Slot.Base] switch
        {
            FromText => Text(unit, direction, context),
            TheNext when unit == CalendarUnit.Day || context.Tense is Tense.Past || context.IsStory => Text(unit, direction, context),
            Bare => Definite(unit, frame, context),
            FromDate => Dated(unit, frame, context),
            _ when frame[Slot.Mod] is 3 => Weekend(context),
            _ when unit == CalendarUnit.Weekend && direction == 0 => Weekend(context),
            _ => From(context.Published, unit, direction),
        };
    }

    private static Reading From(Day day, CalendarUnit unit, long direction) =>
        Reading.Of(Period.Containing(day, unit).Shift(direction)) with
        {
            Anchor = day,
        };

    private static Reading? Text(CalendarUnit unit, long direction, Context context)
    {
        if (context.Focus is not { } focus)
            return context.IsStory || unit == CalendarUnit.Day ? null : From(context.Published, unit, direction);
        // "That day" needs a day that was named; "that year" lies around whatever was.
        if (unit < focus.Unit)
            return null;
        return From(direction < 0 ? focus.First : focus.Last, unit, direction);
    }

    // "The quarter", "the end of the year": the one spoken of, or the one at hand.
    private static Reading? Definite(CalendarUnit unit, Frame frame, Context context)
    {
        if (unit == CalendarUnit.Quarter)
        {
            return
                ((frame[Slot.Mod] is 2 && context.Quarter?.Last >= context.Published ? null : context.Quarter) ?? Quarters.Latest(context))
                    is { } quarter
                ? Reading.Of(quarter) with
                {
                    Anchor = context.Published,
                }
                : null;
        }

        if (!frame.Has(Slot.Part) && frame[Slot.Mod] is null)
            return Alone(unit, context);
        return context.Story is not null && unit >= context.Told.Unit
            ? From(context.Told.First, unit, 0)
            : From(context.Published, unit, 0);
    }

    // "The year" by itself is mostly a length; "the day" is the one spoken of, which is too little to date anything by.
    private static Reading? Alone(CalendarUnit unit, Context context) =>
        unit switch
        {
            CalendarUnit.Year when context.Story is { } year => Reading.Of(Period.OfYear(year)),
            CalendarUnit.Year => new("DURATION", "P1Y") { Leads = false },
            CalendarUnit.Month => new("DURATION", "P1M") { Leads = false },
            CalendarUnit.Week => new("DURATION", "P1W") { Leads = false },
            CalendarUnit.Day => From(context.Focus is { Unit: CalendarUnit.Day } focus ? focus.First : context.Published, unit, 0) with
            {
                Leads = false,
                Inferred = true,
            },
            _ => null,
        };

    // "The week of March 6".
    private static Reading? Dated(CalendarUnit unit, Frame frame, Context context)
    {
        frame[Slot.Unit] = null;
        return Dates.Resolve(frame, context) is { Period: { } day } ? Reading.Of(Period.Containing(day.First, unit)) : null;
    }

    private static Reading Weekend(Context context)
    {
        var weekend = Period.Containing(context.Published, CalendarUnit.Weekend);
        var past = weekend.First.CompareTo(context.Published) > 0 ? weekend.Shift(-1) : weekend;
        var (first, other) = context.Tense is Tense.Past ? (past, weekend) : (weekend, past);
        return Reading.Of(first) with { Anchor = context.Published, Others = first == other ? [] : [other] };
    }
}
