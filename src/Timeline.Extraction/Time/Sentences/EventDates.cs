using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>The date of what happens at an expression: shaped by the word before it and by its tense.</summary>
internal static class EventDates
{
    /// <remarks>"The first since 2011" is told by a date that it is measured from; only "has … since 2011" lasts from there.</remarks>
    public static EdtfDate? Infer(EdtfDate? date, TemporalSignal signal, Tense tense, bool perfect, Day published)
    {
        if (date is not { Earliest: { } first, Latest: { } last } whole)
            return date;
        return signal switch
        {
            TemporalSignal.Since when !perfect => whole,
            TemporalSignal.Since => first <= published ? FromDays(whole, first, published) : whole,
            TemporalSignal.Before => EdtfDate.Between(null, first > Day.MinValue ? first.AddDays(-1) : first),
            TemporalSignal.Until => EdtfDate.Between(null, last),
            TemporalSignal.After => tense is not Tense.Future && last <= published
                ? EdtfDate.Between(first, published)
                : EdtfDate.Between(first, null),
            _ => ClipToPublication(whole, first, last, tense, published),
        };
    }

    /// <summary>From the first to the last day of two ends; null where they are not in order.</summary>
    public static EdtfDate? FromRange(EdtfDate? start, EdtfDate? end)
    {
        if (start is not { Earliest: { } first } a || end is not { Latest: { } last } b)
            return null;
        if (first > last || !IsPoint(a) || !IsPoint(b))
            return null;
        return a == b ? a : EdtfDate.Interval(a, b);
    }

    // What is told as past has happened by the day it is told.
    private static EdtfDate ClipToPublication(EdtfDate whole, Day first, Day last, Tense tense, Day published) =>
        tense is Tense.Past && first <= published && last > published ? FromDays(whole, first, published) : whole;

    private static EdtfDate FromDays(EdtfDate whole, Day first, Day last) =>
        whole.Earliest == first && whole.Latest == last ? whole : EdtfDate.Between(first, last);

    private static bool IsPoint(EdtfDate date) => date.Precision is not (DatePrecision.Range or DatePrecision.Set or DatePrecision.Week);
}
