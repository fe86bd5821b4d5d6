using Timeline.Edtf;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>From a time and the words around it to the date of what happened then.</summary>
internal sealed class Dating(Findings findings)
{
    private readonly Document _document = findings.Document;

    /// <summary>The event's date; null where the words date nothing.</summary>
    public EdtfDate? DateOf(TimeMention time, Run clause, bool when)
    {
        if (time.Stretch is not { } stretch || time.Expression.Date is not { } own) return null;
        if (when) return own;
        return time.Lead switch
        {
            // "the first since", "the fastest since": the last one before was then.
            Lead.Since => IsSuperlative(clause, time.First) ? own : stretch,
            Lead.Before or Lead.Until or Lead.After => IsClauseBefore(time) ? own : stretch,
            _ => Bounded(time, own, stretch),
        };
    }

    /// <summary>Whether something filled all of the stretch.</summary>
    public bool IsThroughout(TimeMention time, Run clause) =>
        time.Partner is not null && time.Lead is Lead.From or Lead.To || time.Lead == Lead.Since && !IsSuperlative(clause, time.First)
        || time.First > 0 && _document.Tokens[time.First - 1].Lower is "throughout";

    // "as many as seven times after he left in 2021": somewhere between then and the telling.
    private EdtfDate Bounded(TimeMention time, EdtfDate own, EdtfDate stretch)
    {
        if (stretch != own || own.Latest is not { } last || own.Earliest is not { } first || last >= findings.Published) return stretch;
        return IsAfterClause(time) ? EdtfDate.Between(first, findings.Published) : stretch;
    }

    /// <summary>Whether the time dates a clause with "after" that itself dates the main one: "met after he left in 2021".</summary>
    public bool IsAfterClause(TimeMention time)
    {
        var sentence = _document.Sentences[_document.SentenceOf(time.First)];
        for (var i = time.First - 1; i > sentence.First; i--)
        {
            var token = _document.Tokens[i];
            if (token.Is(',') || token.Is(';') || token.Is(':')) return false;
            if (token.Is("after") && _document.Tokens[i + 1].Tag is Tag.PRP or Tag.NNP && HasVerb(i + 1, time.First)) return HasVerb(sentence.First, i);
        }
        return false;
    }

    private bool HasVerb(int from, int end)
    {
        for (var i = from; i < end; i++)
            if (_document.Tokens[i].Tag is Tag.VBD or Tag.VBZ or Tag.VBP or Tag.MD) return true;
        return false;
    }

    // "in the weeks before January 20th": the day itself is what is told of.
    private bool IsClauseBefore(TimeMention time) =>
        time.First >= 2 && time.Lead == Lead.Before && _document.Tokens[time.First - 2].Lower is "weeks" or "days" or "months" or "years" or "hours" or "run-up";

    private bool IsSuperlative(Run clause, int before)
    {
        for (var i = before - 1; i >= Math.Max(clause.First, before - 14); i--)
            if (_document.Tokens[i] is { Tag: Tag.JJS or Tag.RBS } or { Lower: "first" or "last" or "only" }) return true;
        return false;
    }
}
