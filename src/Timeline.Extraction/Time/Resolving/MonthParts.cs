namespace Timeline.Extraction.Time;

/// <summary>A week, day, weekend or half within a month: "the first week of March", "the last day of May 2020".</summary>
internal static class MonthParts
{
    private const long Last = -1;

    public static ResolvedTimex? Narrow(ResolvedTimex? month, TimexFrame frame)
    {
        if (month?.Period is not { Unit: CalendarUnit.Month } period)
            return month;
        if (frame[Slot.Half] is { } half)
            return Part(month, period, half == 1 ? 1 : 16, half == 1 ? 15 : period.Last.DayOfMonth);
        if (frame[Slot.Week] is not { } unit || frame[Slot.Count] is not { } nth)
            return month;
        return (CalendarUnit)unit switch
        {
            CalendarUnit.Week when nth is > 0 and < 5 => Part(month, period, (int)nth * 7 - 6, (int)nth * 7),
            CalendarUnit.Week => nth == Last ? Part(month, period, period.Last.DayOfMonth - 6, period.Last.DayOfMonth) : null,
            CalendarUnit.Weekend => Inside(month, period, Weekend(period, nth)),
            _ => Inside(
                month,
                period,
                nth == Last ? CalendarPeriod.FromDay(period.Last) : CalendarPeriod.FromDay(period.First).Shift(nth - 1)
            ),
        };
    }

    // Weeks of a month are counted in sevens from its first day; the last seven days are its last week.
    private static ResolvedTimex Part(ResolvedTimex month, CalendarPeriod period, int from, int to) =>
        month with
        {
            Edtf = $"{period.First.AddDays(from - 1)}~/{period.First.AddDays(to - 1)}~",
        };

    private static CalendarPeriod Weekend(CalendarPeriod month, long nth)
    {
        var first = month.Containing(CalendarUnit.Weekend);
        if (first.First < month.First)
            first = first.Shift(1);
        var found = first.Shift(nth == Last ? 4 : nth - 1);
        return nth == Last && found.First > month.Last ? found.Shift(-1) : found;
    }

    private static ResolvedTimex? Inside(ResolvedTimex month, CalendarPeriod period, CalendarPeriod found) =>
        found.First >= period.First && found.First <= period.Last ? ResolvedTimex.FromPeriod(found) with { Anchor = month.Anchor } : null;
}
