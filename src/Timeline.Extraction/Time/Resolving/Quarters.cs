namespace Timeline.Extraction.Time;

/// <summary>Quarters, with their year or without one.</summary>
internal static class Quarters
{
    public static ResolvedTimex? Resolve(long? year, long quarter, TimexFrame frame, ResolutionContext context)
    {
        if (quarter is < 0 or > 4)
            return null;
        // "the 1988 quarter": the one spoken of, in that year.
        if (quarter == 0)
        {
            return (context.Quarter ?? LastComplete(context)) is { } known && year is { } of
                ? Fiscal(InYear(of, known.Shift(-known.Year * 4).Index + 1), frame)
                : null;
        }

        if (year is { } given)
            return Fiscal(InYear(given, quarter), frame);
        if (context.StoryYear is { } story)
            return Fiscal(InYear(story, quarter), frame);
        return Fiscal(ChooseYear(quarter, context), frame) with { Anchor = context.Published };
    }

    /// <summary>The last quarter that is over.</summary>
    public static CalendarPeriod? LastComplete(ResolutionContext context) =>
        CalendarPeriod.Containing(context.Published, CalendarUnit.Quarter).Shift(-1);

    // Companies report on quarters that are over and speak of those soon to come: of a far one the next is meant only where more than
    // half a year lies between.
    private static CalendarPeriod ChooseYear(long quarter, ResolutionContext context)
    {
        var now = CalendarPeriod.Containing(context.Published, CalendarUnit.Quarter);
        var same = InYear(context.Published.Year, quarter);
        if (context.Tense is Tense.Future or Tense.Intended)
            return now.Index - same.Index >= 3 ? same.Shift(4) : same;
        return same.Index > now.Index ? same.Shift(-4) : same;
    }

    private static CalendarPeriod InYear(long year, long quarter) => new(CalendarUnit.Quarter, year * 4 + quarter - 1);

    // A company's year need not begin in January.
    private static ResolvedTimex Fiscal(CalendarPeriod period, TimexFrame frame) =>
        frame.Has(Slot.Fiscal) ? ResolvedTimex.FromPeriod(period) with { Edtf = period.ToEdtf() + "~" } : ResolvedTimex.FromPeriod(period);
}
