namespace Timeline.Extraction.Time;

/// <summary>Two ends in one phrase: "June 3-5", "25 and 26 March", "1939-45".</summary>
internal static class Ranges
{
    public static Reading? Resolve(Frame frame, Context context)
    {
        var (day, month, year) = (frame[Slot.Day2], frame[Slot.Month2], frame[Slot.N2]);
        (frame[Slot.Day2], frame[Slot.Month2], frame[Slot.N2]) = (null, null, null);
        if (Dates.Resolve(frame, context) is not { Period: { } first } start)
            return null;
        var last =
            day is not null ? Period.TryDay(first.Year, (int)(month ?? first.First.Month), (int)day)
            : month is not null ? Period.OfMonth(first.Year, (int)month)
            : year is { } y ? Period.OfYear(y < 100 ? first.Year - first.Year % 100 + y : y)
            : null;
        if (last is not { IsSane: true } end || end.First.CompareTo(first.Last) <= 0)
            return null;
        return start with { Value = $"{first.First}/{end.Last}", Edtf = $"{first.Edtf()}/{end.Edtf()}" };
    }
}
