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
            return (context.Quarter ?? Latest(context)) is { } known && year is { } of ? Fiscal(InYear(of, known.Shift(-known.Year * 4).Index + 1), frame) : null;
        if (year is { } given)
            return Fiscal(InYear(given, quarter), frame);
        if (context.Story is { } story)
            return Fiscal(InYear(story, quarter), frame);
        return Choice.Cyclic(InYear(context.Published.Year, quarter), 4, context) is var reading && frame.Has(Slot.Fiscal)
            ? reading with { Edtf = reading.Period!.Value.Edtf() + "~" }
            : reading;
    }

    /// <summary>The last quarter that is over.</summary>
    public static Period? Latest(Context context) => Period.Containing(context.Published, CalendarUnit.Quarter).Shift(-1);

    private static Period InYear(long year, long quarter) => new(CalendarUnit.Quarter, year * 4 + quarter - 1);

    // A company's year need not begin in January.
    private static Reading Fiscal(Period period, Frame frame) =>
        frame.Has(Slot.Fiscal) ? Reading.Of(period) with { Edtf = period.Edtf() + "~" } : Reading.Of(period);
}
