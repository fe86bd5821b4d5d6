using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>The date of what happens at an expression: shaped by the word before it and by its tense.</summary>
internal static class Stretches
{
    /// <remarks>"The first since 2011" is told by a date that it is measured from; only "has … since 2011" lasts from there.</remarks>
    public static EdtfDate? Of(EdtfDate? date, Lead lead, Tense tense, bool perfect, Day published)
    {
        if (date is not { Earliest: { } first, Latest: { } last } whole)
            return date;
        return lead switch
        {
            Lead.Since when !perfect => whole,
            Lead.Since => first <= published ? Whole(whole, first, published) : whole,
            Lead.Before => EdtfDate.Between(null, first),
            Lead.Until => EdtfDate.Between(null, last),
            Lead.After => tense is not Tense.Future && last <= published
                ? EdtfDate.Between(first, published)
                : EdtfDate.Between(first, null),
            _ => Clip(whole, first, last, tense, published),
        };
    }

    /// <summary>From the first to the last day of two ends; null where they are not in order.</summary>
    public static EdtfDate? Between(EdtfDate? start, EdtfDate? end) =>
        start is { Earliest: { } first } a && end is { Latest: { } last } b && first <= last && IsPoint(a) && IsPoint(b)
            ? a == b
                ? a
                : EdtfDate.Interval(a, b)
            : null;

    // What is told as past has happened by the day it is told.
    private static EdtfDate Clip(EdtfDate whole, Day first, Day last, Tense tense, Day published) =>
        tense is Tense.Past && first <= published && last > published ? Whole(whole, first, published) : whole;

    private static EdtfDate Whole(EdtfDate whole, Day first, Day last) =>
        whole.Earliest == first && whole.Latest == last ? whole : EdtfDate.Between(first, last);

    private static bool IsPoint(EdtfDate date) => date.Precision is not (DatePrecision.Range or DatePrecision.Set or DatePrecision.Week);
}
