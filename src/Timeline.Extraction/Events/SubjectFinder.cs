using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>A subject, and how it was found.</summary>
/// <param name="Owner">Whose it is, where "whose" stands before it.</param>
/// <param name="IsRelative">Whether a pronoun stands between it and its verb.</param>
/// <param name="IsParticiple">Whether its verb is a participle that describes it.</param>
internal readonly record struct FoundSubject(
    TokenSpan? Subject,
    TokenSpan? Owner = null,
    bool IsRelative = false,
    bool IsParticiple = false
);

/// <summary>Finds the noun phrase that a verb says something of.</summary>
internal sealed class SubjectFinder(StageResults results)
{
    private const int MostJoined = 6;

    private readonly Document _document = results.Document;
    private readonly SubjectAdjuncts _adjuncts = new(results);
    private readonly SubjectStarts _starts = new(results);

    /// <summary>The subject of the verb whose group begins here.</summary>
    public FoundSubject SubjectBefore(int group, TokenSpan region) => SubjectBefore(group, region, 0);

    /// <summary>The same, or the noun that the verb only describes: "the hospital, founded in 1951,".</summary>
    public FoundSubject SubjectOf(int group, int head, TokenSpan region) =>
        group == head && ParticipleBreak(head, region) is { } at
            ? new(NominalPhrases.Before(_document, at, region.First), IsParticiple: true)
            : SubjectBefore(group, region, 0);

    /// <summary>The subject of the last verb before a token: who is meant by "after leaving".</summary>
    public FoundSubject SubjectOfVerbBefore(int at, int from) => SharedBefore(at, from, 0);

    // Where the noun ends that a participle describes; null where the verb is no participle.
    private int? ParticipleBreak(int verb, TokenSpan region)
    {
        var at = verb;
        while (at > region.First && (_document.Tokens[at - 1].Tag.IsAdverb || _document.Tokens[at - 1].Is("first")))
            at--;
        if (at == region.First || results.TimeAt(Math.Max(region.First, at - 2)) is not null)
            return null;
        var (token, before) = (_document.Tokens[verb], _document.Tokens[at - 1]);
        if (token.Tag is not (PosTag.VBN or PosTag.VBG or PosTag.VBD))
            return null;
        if (before.Is(','))
        {
            var isApart = IsNounAt(at - 2, region) && _adjuncts.AsideStart(at - 1, region) is null;
            return isApart && (token.Tag != PosTag.VBD || IsClosedAfter(verb, region)) ? at : null;
        }
        if (token.Tag == PosTag.VBD)
            return null;
        return before.Is(')') || before.Tag.IsNoun && at == verb && !IsOwnSubject(at - 1, region) ? at : null;
    }

    private bool IsNounAt(int at, TokenSpan region) =>
        at >= region.First && (_document.Tokens[at].Tag.IsNoun || _document.Tokens[at].Is(')'));

    // Whether a comma closes what begins here and a verb follows: "the hall, opened in 1931, was bombed".
    private bool IsClosedAfter(int from, TokenSpan region)
    {
        for (var i = from + 1; i < region.End - 1; i++)
        {
            var token = _document.Tokens[i];
            if (token.Is(','))
                return _document.Tokens[i + 1].Tag.IsFinite || _document.Tokens[i + 1].Tag.IsAdverb;
            if (token.Tag.IsFinite && _document.Tokens[i - 1].Tag != PosTag.CC)
                return false;
        }

        return false;
    }

    private FoundSubject SubjectBefore(int group, TokenSpan region, int joined)
    {
        var (at, from) = ContinueBefore(group, _adjuncts.Skip(group - 1, region), region);
        if (at < from)
            return default;
        var token = _document.Tokens[at];
        if (token.Tag is PosTag.WP or PosTag.WDT || token.Is("that") && at > from && _document.Tokens[at - 1].Tag.IsNoun)
            return token.Is("what") ? default : new(NominalPhrases.Before(_document, at, from), IsRelative: true);
        if (token.Tag == PosTag.CC || token.Is(','))
            return joined < MostJoined ? SharedBefore(at, from, joined) : default;
        if (!NominalPhrases.CanEnd(token) && !IsVerbalNoun(at, from))
            return default;
        var start = _starts.Find(at, from);
        if (start > at)
            return default;
        // "was born in Halden, …, came": a place is no subject; the verb before has it.
        if (_document.Tokens[start].Tag is PosTag.IN or PosTag.TO && !IsQuantity(start, at))
            return start > from && joined < MostJoined ? SharedBefore(start, from, joined) : default;
        return start > from && _document.Tokens[start - 1].Tag == PosTag.WPS
            ? new(new(start, at + 1), NominalPhrases.Before(_document, start - 1, from), IsRelative: true)
            : new(new TokenSpan(start, at + 1));
    }

    // "Up to seven people", "over 40 homes"
    private bool IsQuantity(int start, int end)
    {
        for (var i = start + 1; i <= Math.Min(end, start + 2); i++)
        {
            if (_document.Tokens[i].Tag == PosTag.CD)
                return true;
        }

        return _document.Tokens[start].Is("of") || _document.Tokens[start + 1].Lower is "least" or "most";
    }

    // "the court's ruling", "whose president" where a tagger saw no noun
    private bool IsVerbalNoun(int at, int from) =>
        _document.Tokens[at].Tag is PosTag.VBG or PosTag.JJ
        && at > from
        && (
            _document.Tokens[at - 1].Tag is PosTag.DT or PosTag.POS or PosTag.PRPS or PosTag.JJ or PosTag.NN or PosTag.WPS
            || results.TimeAt(at - 1) is not null
        );

    // "their crew" of "stone their crew cut" opened right after a noun.
    private bool IsOwnSubject(int end, TokenSpan region)
    {
        var start = _starts.Find(end, region.First);
        if (start <= region.First || start > end)
            return false;
        return _starts.OpensAfterNoun(start, region.First) || _document.Tokens[start - 1].Tag is PosTag.WPS or PosTag.WDT or PosTag.WP;
    }

    // "was arrested and died": the subject of the verb before.
    private FoundSubject SharedBefore(int at, int from, int joined)
    {
        for (var i = at - 1; i >= from; i--)
        {
            var token = _document.Tokens[i];
            if (token.Is(';') || token.Is(':') || token.Kind == TokenKind.OpenQuote)
                return default;
            if (!VerbForms.IsVerb(token) || token.Tag is PosTag.VBG or PosTag.VB && !VerbForms.IsAuxiliary(token))
                continue;
            var first = i;
            while (first > from && (VerbForms.IsVerb(_document.Tokens[first - 1]) || _document.Tokens[first - 1].Tag.IsAdverb))
                first--;
            return ParticipleBreak(first, new(from, at + 1)) is { } end && first == i
                ? new(NominalPhrases.Before(_document, end, from), IsParticiple: true)
                : SubjectBefore(first, new(from, at), joined + 1);
        }
        return default;
    }

    // "A porter, it said, ran": the words before the cue belong to the same voice.
    private (int At, int From) ContinueBefore(int group, int at, TokenSpan region)
    {
        if (at >= region.First || results.ContentOf(group) is not { } claim)
            return (at, region.First);
        foreach (var part in results.Attributions[claim].Content)
        {
            if (part.End <= region.First && _document.SentenceOf(part.First) == _document.SentenceOf(group))
                return (_document.Tokens[part.End - 1].Is(',') ? part.End - 2 : part.End - 1, part.First);
        }

        return (at, region.First);
    }
}
