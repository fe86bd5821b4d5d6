using Timeline.Edtf;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>Events that are the making of a claim: who said something, when.</summary>
internal sealed class StatementDrafter(StageResults results)
{
    // An addressee may stand between cue and content: "told the paper in an interview that".
    private const int FarthestContent = 12;

    private readonly Document _document = results.Document;

    /// <summary>
    /// The claim that was made at this time: its cue is the verb, or the time stands between source, cue and content and describes none.
    /// </summary>
    public int? FindAt(TokenSpan time, int verb)
    {
        if (verb >= 0 && results.FrameOf(verb) is { } cue && InCue(cue, verb) && IsSaid(results.Attributions[cue]))
            return DatedNouns.IsApposition(_document, time, StageResults.AttributionFrame(results.Attributions[cue])) ? null : cue;
        return
            results.FrameOf(time.First) is { } around
            && (InCue(around, time.First) || IsBetweenCueAndContent(around, time.First))
            && IsSaid(results.Attributions[around])
            ? around
            : null;
    }

    /// <summary>What somebody only thinks or wants is not a moment of speech.</summary>
    public static bool IsSaid(Attribution claim) =>
        claim.Manner is AttributionManner.Said or AttributionManner.Silent or AttributionManner.Asked;

    private bool InCue(int claim, int token) => results.Attributions[claim].Cue is var cue && cue.First <= token && token < cue.End;

    private bool IsBetweenCueAndContent(int claim, int token) =>
        results.Attributions[claim] is { Content: [var content, ..], Cue: var cue } && cue.End <= token && token < content.First;

    /// <summary>From source to content, with the time where it stands among them.</summary>
    public EventDraft Draft(int claim, TokenSpan time)
    {
        var (first, end) = StageResults.AttributionFrame(results.Attributions[claim]);
        if (time.First > first)
            end = Math.Max(end, time.End);
        foreach (var part in results.Attributions[claim].Content)
        {
            if (part.First - end < FarthestContent && first - part.End < FarthestContent)
                (first, end) = (Math.Min(first, part.First), Math.Max(end, part.End));
        }
        // What follows a colon belongs to what was said.
        if (end < _document.Tokens.Length && _document.Tokens[end].Is(':'))
            end = _document.Sentences[_document.SentenceOf(end)].End;
        return new(new(first, end), results.Attributions[claim].Cue.First, claim)
        {
            Kind = EventKind.Statement,
            IsInArticleVoice = true,
            Aside = AsideOf(claim, time),
        };
    }

    /// <summary>
    /// What a claim only names, without a verb, and a time: the day of the saying ("laid out the plan on Monday"), or the one that is
    /// promised, demanded or expected ("a lawsuit next month"); null where the time describes a noun.
    /// </summary>
    public EventDraft? DraftNamed(int claim, TimeMention time)
    {
        var said = results.Attributions[claim];
        if (said.IsDirect || !IsSaid(said) || !EndsPhrase(time))
            return null;
        var span = new TokenSpan(time.First, time.End);
        var isAhead =
            time.EventDate is { } date && (date.Earliest is not { } first || first > results.Published || time.Expression.Date is null);
        if (said.Stance is Stance.Demands or Stance.Promises or Stance.Expects && (isAhead || time.Signal == TemporalSignal.Until))
        {
            var named = Draft(claim, span) with { Statement = null, IsNamedByClaim = true, IsInArticleVoice = false };
            named.Claims.Add(claim);
            return named;
        }

        var isNear = time.Expression is { Anchor: not null, Date.Precision: DatePrecision.Day } || _document.Tokens[time.First].Is("last");
        return isNear || time.Expression.Anchor is not null && isAhead ? Draft(claim, span) : null;
    }

    // The time follows a noun phrase, and no noun follows that it could describe.
    private bool EndsPhrase(TimeMention time) =>
        (time.End >= _document.Tokens.Length || !_document.Tokens[time.End].Tag.IsNoun)
        && _document.Tokens[Math.Max(0, time.First - 1)].Tag is not (PosTag.DT or PosTag.PRPS or PosTag.POS)
        && !_document.Tokens[Math.Max(0, time.First - 1)].Is("of");

    // "Holm, who leads the party, said": what stands between commas after the source, unless the time is in it.
    private TokenSpan? AsideOf(int claim, TokenSpan time)
    {
        var (who, cue) = (results.Attributions[claim].SourceHead, results.Attributions[claim].Cue);
        if (who is not { } source || source.End >= cue.First || !_document.Tokens[source.End].Is(','))
            return null;
        var close = cue.First - 1;
        while (close > source.End && !_document.Tokens[close].Is(','))
            close--;
        var aside = new TokenSpan(source.End, close + 1);
        return close > source.End && !aside.Overlaps(time) ? aside : null;
    }
}
