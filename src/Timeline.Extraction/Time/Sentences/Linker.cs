using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Joins neighbours: the ends of a stretch ("from May to June 2014"), alternatives ("February or March"), and years said once for two.</summary>
internal static class Linker
{
    /// <summary>How the second of two neighbours follows the first.</summary>
    public static Link Between(Document document, Word[] words, Item[] items, Frame first, Frame second, Lead lead)
    {
        if (first.Kind != "date" || second.Kind != "date" || second.First - first.End is < 1 or > 2)
            return Link.None;
        var joint = Joint(document, words, items, first.End, second.First);
        return joint switch
        {
            "or" => SameUnit(first, second) ? Link.Or : Link.None,
            "and" when lead == Lead.Between => Link.Range,
            "and" or "," or "and in" => Link.And,
            "to" or "through" or "until" or "till" or "thru" or "until the" or "to the" or "-" or "–" => Link.Range,
            _ => Link.None,
        };
    }

    /// <summary>Gives the first the year that only the second says.</summary>
    public static void ShareYear(Frame first, Frame second)
    {
        if (
            first.Has(Slot.Year)
            || first.Has(Slot.YearShift)
            || first.Has(Slot.Dir)
            || first.Has(Slot.Y2)
            || !Named(first)
            || !Named(second)
        )
        {
            return;
        }

        if (second[Slot.Year] is { } year)
            first[Slot.Year] = first[Slot.Month] > second[Slot.Month] ? year - 1 : year;
        else if (second[Slot.YearShift] is { } shift)
            first[Slot.YearShift] = first[Slot.Month] > second[Slot.Month] ? shift - 1 : shift;
    }

    private static bool Named(Frame frame) =>
        frame.Has(Slot.Month) || frame.Has(Slot.Quarter) || frame.Has(Slot.Season) || frame.Has(Slot.Half);

    private static bool SameUnit(Frame a, Frame b) =>
        a.Has(Slot.Month) == b.Has(Slot.Month)
        && a.Has(Slot.Dom) == b.Has(Slot.Dom)
        && a.Has(Slot.Weekday) == b.Has(Slot.Weekday)
        && a.Has(Slot.Quarter) == b.Has(Slot.Quarter)
        && a.Has(Slot.Unit) == b.Has(Slot.Unit)
        && (Named(a) || a.Has(Slot.Weekday) || (a.Has(Slot.Year) && b.Has(Slot.Year)));

    private static string Joint(Document document, Word[] words, Item[] items, int from, int to) =>
        document.Text[words[items[from].First].Start..words[items[to - 1].End - 1].End].ToLowerInvariant();
}

/// <summary>What joins two neighbouring expressions.</summary>
internal enum Link
{
    None,
    And,
    Or,
    Range,
}
