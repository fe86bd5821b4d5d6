using Timeline.Edtf;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>From a time and the words around it to the date of what happened then.</summary>
internal sealed class EventDating(StageResults results)
{
    private readonly Document _document = results.Document;

    /// <summary>The event's date; null where the words date nothing.</summary>
    /// <param name="when">Whether a clause with "when" says what the time dates.</param>
    /// <param name="until">For what lies after the time: when it was told at the latest; null where nothing lies after it.</param>
    public EdtfDate? DateOf(TimeMention time, TokenSpan clause, bool when, EdtfDate? until)
    {
        if (time.EventDate is not { } stretch)
            return null;
        if (time.Expression.Date is not { } own)
            return stretch;
        if (when)
            return own;
        if (own.Latest is { } last && Deadlines.MonthsBefore(_document, time.First) is { } months)
            return Deadlines.EndingOn(months, last);
        if (WeekAfter(time, own) is { } later)
            return later;
        // "closed through Monday", without a beginning.
        if (time is { Signal: TemporalSignal.To, RangePartner: null } && _document.Tokens[time.First - 1].Lower is "through" or "thru")
            return EdtfDate.Between(null, own.Latest);
        return time.Signal switch
        {
            // "the first since", "the fastest since": the last one before was then.
            TemporalSignal.Since => IsSuperlative(clause, time.First) ? own : stretch,
            TemporalSignal.Before or TemporalSignal.Until or TemporalSignal.After => IsClauseBefore(time) ? own : stretch,
            _ => until is { } end ? Bounded(own, end) ?? stretch : stretch,
        };
    }

    // "on Saturday week": the Saturday after the next one.
    private EdtfDate? WeekAfter(TimeMention time, EdtfDate own)
    {
        if (
            time.End >= _document.Tokens.Length
            || !_document.Tokens[time.End].Is("week")
            || own is not { Earliest: { } day, Latest: { } last }
        )
        {
            return null;
        }
        if (day != last || !_document.Tokens[time.End - 1].Lower.EndsWith("day", StringComparison.Ordinal))
            return null;
        var ahead = ((int)day.DayOfWeek - (int)results.Published.DayOfWeek + 7) % 7;
        return EdtfDate.OfDay(results.Published.AddDays(ahead == 0 ? 14 : ahead + 7));
    }

    /// <summary>Whether something filled all of its date.</summary>
    public bool IsThroughout(TimeMention time, TokenSpan clause) =>
        time.RangePartner is not null && time.Signal is TemporalSignal.From or TemporalSignal.To
        || time.Signal == TemporalSignal.Since && !IsSuperlative(clause, time.First)
        || time.First > 0 && _document.Tokens[time.First - 1].Lower is "throughout";

    // "as many as seven times after he left in 2021": somewhere between then and the telling.
    private static EdtfDate? Bounded(EdtfDate own, EdtfDate until) =>
        own is { Latest: { } last, Precision: not (DatePrecision.Range or DatePrecision.Set or DatePrecision.Week) }
        && until.Latest is { } end
        && last < end
        && until.Precision is not (DatePrecision.Range or DatePrecision.Set or DatePrecision.Week)
            ? EdtfDate.Interval(own, until)
            : null;

    // "in the weeks before March 3rd": the day itself is what is told of.
    private bool IsClauseBefore(TimeMention time) =>
        time.First >= 2
        && time.Signal == TemporalSignal.Before
        && _document.Tokens[time.First - 2].Lower is "weeks" or "days" or "months" or "years" or "hours" or "run-up";

    private bool IsSuperlative(TokenSpan clause, int before)
    {
        for (var i = before - 1; i >= Math.Max(clause.First, before - 14); i--)
        {
            if (_document.Tokens[i] is { Tag: PosTag.JJS or PosTag.RBS } or { Lower: "first" or "last" or "only" })
                return true;
        }

        return false;
    }
}
