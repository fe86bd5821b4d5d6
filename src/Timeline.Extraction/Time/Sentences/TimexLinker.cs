using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>
/// Joins neighbours: the ends of a range ("from May to June 2014"), alternatives ("February or March"), and years said once for two.
/// </summary>
internal static class TimexLinker
{
    /// <summary>How the second of two neighbours follows the first.</summary>
    public static TimexLink FindLink(
        Document document,
        TimeWord[] words,
        Lexeme[] lexemes,
        TimexFrame first,
        TimexFrame second,
        TemporalSignal signal
    )
    {
        if (first.Kind != TimexFrameKind.Date || second.Kind != TimexFrameKind.Date || second.First - first.End is < 1 or > 2)
            return TimexLink.None;
        var joint = TextBetween(document, words, lexemes, first.End, second.First);
        return joint switch
        {
            "or" => SameUnit(first, second) ? TimexLink.Or : TimexLink.None,
            "and" when signal == TemporalSignal.Between => TimexLink.Range,
            "and" or "," or "and in" => TimexLink.And,
            "to" or "through" or "until" or "till" or "thru" or "until the" or "to the" or "-" or "–" => TimexLink.Range,
            _ => TimexLink.None,
        };
    }

    /// <summary>Gives the first the year that only the second says.</summary>
    public static void ShareYear(TimexFrame first, TimexFrame second)
    {
        if (
            first.Has(Slot.Year)
            || first.Has(Slot.YearShift)
            || first.Has(Slot.Dir)
            || first.Has(Slot.Y2)
            || !NamesPartOfYear(first)
            || !NamesPartOfYear(second)
        )
        {
            return;
        }

        if (second[Slot.Year] is { } year)
            first[Slot.Year] = first[Slot.Month] > second[Slot.Month] ? year - 1 : year;
        else if (second[Slot.YearShift] is { } shift)
            first[Slot.YearShift] = first[Slot.Month] > second[Slot.Month] ? shift - 1 : shift;
    }

    private static bool NamesPartOfYear(TimexFrame frame) =>
        frame.Has(Slot.Month) || frame.Has(Slot.Quarter) || frame.Has(Slot.Season) || frame.Has(Slot.Half);

    private static bool SameUnit(TimexFrame a, TimexFrame b) =>
        a.Has(Slot.Month) == b.Has(Slot.Month)
        && a.Has(Slot.Dom) == b.Has(Slot.Dom)
        && a.Has(Slot.Weekday) == b.Has(Slot.Weekday)
        && a.Has(Slot.Quarter) == b.Has(Slot.Quarter)
        && a.Has(Slot.Unit) == b.Has(Slot.Unit)
        && (NamesPartOfYear(a) || a.Has(Slot.Weekday) || (a.Has(Slot.Year) && b.Has(Slot.Year)));

    private static string TextBetween(Document document, TimeWord[] words, Lexeme[] lexemes, int from, int to) =>
        document.Text[words[lexemes[from].First].Start..words[lexemes[to - 1].End - 1].End].ToLowerInvariant();
}

/// <summary>What joins two neighbouring expressions.</summary>
internal enum TimexLink
{
    None,
    And,
    Or,
    Range,
}
