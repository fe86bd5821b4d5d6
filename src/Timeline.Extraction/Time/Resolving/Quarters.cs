namespace Timeline.Extraction.Time;

/// <summary>Quarters, with their year or without one.</summary>
internal static class Quarters
{
    public static Reading? Resolve(long? year, long quarter, Frame frame, Context context)
    {
        if (quarter is < 0 or > 4)
            return null;
        // "the 1988 quarter": the one spoken of, in that year.
        if (quarter == 0)
        {
            return (context.Quarter ?? Latest(context)) is { } known && year is { } of
                ? Fiscal(InYear(of, known.Shift(-known.Year * 4).Index + 1), frame)
                : null;
        }

        if (year is { } given)
            return Fiscal(InYear(given, quarter), frame);
        if (context.Story is { } story)
            return Fiscal(InYear(story, quarter), frame);
        return Fiscal(Near(quarter, context), frame) with { Anchor = context.Published };
    }

    /// <summary>The last quarter that is over.</summary>
    public static Period? Latest(Context context) => Period.Containing(context.Published, CalendarUnit.Quarter).Shift(-1);

    // Companies report on quarters that are over and speak of those soon to come: of a far one the next is meant only where more than half a year lies between.
    private static Period Near(long quarter, Context context)
    {
        var now = Period.Containing(context.Published, CalendarUnit.Quarter);
        var same = InYear(context.Published.Year, quarter);
        if (context.Tense is Tense.Future or Tense.Intended)
            return now.Index - same.Index >= 3 ? same.Shift(4) : same;
        return same.Index > now.Index ? same.Shift(-4) : same;
    }

    private static Period InYear(long year, long quarter) => new(CalendarUnit.Quarter, year * 4 + quarter - 1);

    // A company's year need not begin in January.
    private static Reading Fiscal(Period period, Frame frame) =>
        frame.Has(Slot.Fiscal) ? Reading.Of(period) with { Edtf = period.Edtf() + "~" } : Reading.Of(period);
}
