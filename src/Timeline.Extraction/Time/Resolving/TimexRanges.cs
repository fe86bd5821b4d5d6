namespace Timeline.Extraction.Time;

/// <summary>Two ends in one phrase: "June 3-5", "25 and 26 March", "1939-45".</summary>
internal static class TimexRanges
{
    public static ResolvedTimex? Resolve(TimexFrame frame, ResolutionContext context)
    {
        var (day, month, year) = (frame[Slot.Day2], frame[Slot.Month2], frame[Slot.N2]);
        (frame[Slot.Day2], frame[Slot.Month2], frame[Slot.N2]) = (null, null, null);
        if (CalendarDates.Resolve(frame, context) is not { Period: { } first } start)
            return null;
        if (LastOf(first, day, month, year) is not { IsInRange: true } end || end.First.CompareTo(first.Last) <= 0)
            return null;
        return start with { Value = $"{first.First}/{end.Last}", Edtf = $"{first.ToEdtf()}/{end.ToEdtf()}" };
    }

    private static CalendarPeriod? LastOf(CalendarPeriod first, long? day, long? month, long? year)
    {
        if (day is not null)
            return CalendarPeriod.TryFromDay(first.Year, (int)(month ?? first.First.Month), (int)day);
        if (month is not null)
            return CalendarPeriod.FromMonth(first.Year, (int)month);
        if (year is null)
            return null;
        var century = first.Year - first.Year % 100;
        return CalendarPeriod.FromYear(year < 100 ? century + year.Value : year.Value);
    }
}
