using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Finds the verb that a time belongs to, and the clause around that verb; a clause never crosses from somebody's words into the article's.</summary>
internal sealed class Clauses(Findings findings)
{
    private readonly Document _document = findings.Document;

    /// <summary>The sentence's tokens around this one that share its voice.</summary>
    public Run Region(int token)
    {
        var sentence = _document.Sentences[_document.SentenceOf(token)];
        var voice = findings.ContentOf(token);
        if (voice is null)
            return new(sentence.First, sentence.End);
        var (first, end) = (token, token + 1);
        while (first > sentence.First && findings.ContentOf(first - 1) == voice)
            first--;
        while (end < sentence.End && findings.ContentOf(end) == voice)
            end++;
        return new(first, end);
    }

    /// <summary>The verb that the words between two tokens date, or -1.</summary>
    public int VerbOf(Run time, Run region)
    {
        if (WhenClause(time, region) is { } when)
            return VerbIn(when.First, when.End, time.First);
        var start = PhraseStart(time.First, region);
        var voice = findings.ContentOf(time.First);
        if (IntroductionEnd(region) is var comma && comma >= time.End && VerbIn(comma, region.End, time.First) is >= 0 and var main)
            return main;
        var right = FirstVerb(time.End, region, voice);
        if (right >= 0 && (start == region.First || IsBoundary(start - 1, region)))
            return right;
        var before = AfterClause(time, region) is > 0 and var after ? after : start;
        for (var i = before - 1; i >= region.First; i--)
        {
            if (findings.ContentOf(i) == voice && IsVerb(i))
                return GroupStart(i, region);
        }

        return right;
    }

    /// <summary>", when he took office" after a day: what the day dates.</summary>
    public Run? WhenClause(Run time, Run region)
    {
        var at = time.End;
        var aside = at < region.End && _document.Tokens[at].Is(',');
        if (aside)
            at++;
        if (at + 1 >= region.End || !_document.Tokens[at].Is("when"))
            return null;
        var end = ClauseEnd(at + 1, region);
        for (var i = at + 1; aside && i < end; i++)
        {
            if (_document.Tokens[i].Is(','))
                end = i;
        }

        return new(at + 1, end);
    }

    /// <summary>Where a clause with "after" begins that the time dates, and that itself dates the main clause ("met after he left in 2021"); 0 where there is none.</summary>
    public int AfterClause(Run time, Run region)
    {
        if (time.First <= region.First || _document.Tokens[time.First - 1].Tag is Tag.DT or Tag.JJ or Tag.POS or Tag.PRPS)
            return 0;
        for (var i = time.First - 1; i > region.First; i--)
        {
            var token = _document.Tokens[i];
            if (token.Is(',') || token.Is(';') || token.Is(':') || token.Kind == TokenKind.CloseQuote)
                return 0;
            if (token.Is("after"))
                return SubjectBetween(i + 1, time.First) && VerbIn(i + 1, time.First, i) >= 0 && VerbIn(region.First, i, i) >= 0 ? i : 0;
        }
        return 0;
    }

    /// <summary>The clause that holds the verb and the time; a time that only leads into it is left out.</summary>
    public (Run Clause, Run? Aside) ClauseOf(Run time, int verb, Run region)
    {
        if (WhenClause(time, region) is { } when)
            return (when, null);
        var pivot = Math.Min(time.First, verb);
        var aside = time.First > verb ? AsideBefore(verb, region) : null;
        var first = aside?.First ?? pivot;
        while (first > region.First && !StartsAfter(first - 1, verb, region))
            first--;
        if (time.End < verb && SubjectBetween(time.End, verb) && first >= PhraseStart(time.First, region))
            first = time.End;
        while (
            first < verb
            && aside?.First != first
            && (_document.Tokens[first].Kind is TokenKind.Punctuation or TokenKind.CloseQuote || _document.Tokens[first].Tag == Tag.CC)
        )
        {
            first++;
        }

        var from = Math.Max(verb, time.End - 1);
        var end = Math.Max(time.End, IsRelative(verb, region) ? RelativeEnd(from, region) : ClauseEnd(from, region));
        while (end > time.End && (_document.Tokens[end - 1].Tag.IsAdverb || _document.Tokens[end - 1].Is(',')))
            end--;
        return (new(first, end), aside);
    }

    // "Holm, who led the party until May, resigned": the verb of a relative clause, which its comma ends.
    private bool IsRelative(int verb, Run region)
    {
        while (verb > region.First && _document.Tokens[verb - 1].Tag.IsAdverb)
            verb--;
        return verb > region.First && _document.Tokens[verb - 1].Tag is Tag.WP or Tag.WDT;
    }

    private int RelativeEnd(int from, Run region)
    {
        for (var i = from + 1; i < region.End; i++)
        {
            if (_document.Tokens[i].Is(',') || _document.Tokens[i].Is(';') || _document.Tokens[i].Is('.'))
                return i;
        }

        return region.End;
    }

    // "Holm, who leads the party, resigned in May": what stands between commas right before the verb.
    private Run? AsideBefore(int verb, Run region)
    {
        if (verb - 1 <= region.First || !_document.Tokens[verb - 1].Is(','))
            return null;
        for (var i = verb - 2; i > region.First; i--)
        {
            if (_document.Tokens[i].Is(',') && _document.Tokens[i - 1].Tag.IsNoun)
                return new(i, verb);
        }

        return null;
    }

    /// <summary>The phrase around a noun that a year describes: "author of the 1987 book".</summary>
    public Run PhraseOf(Run time, Run region)
    {
        var (first, end) = (time.First, time.End);
        while (first > region.First && !EndsPhrase(first - 1))
            first--;
        while (end < region.End && !EndsPhrase(end))
            end++;
        return new(first, end);
    }

    /// <summary>Whether the token is a verb, or a noun made of one after a preposition ("after retiring").</summary>
    public bool IsVerb(int at)
    {
        var token = _document.Tokens[at];
        if (token.Tag is Tag.VBG)
            return at > 0 && _document.Tokens[at - 1].Tag is Tag.IN or Tag.Sign or Tag.VBZ or Tag.VBP or Tag.VBD or Tag.VBN;
        return token.Tag.IsVerb || token.Tag == Tag.MD;
    }

    // The first token of the prepositional or noun phrase that the time stands in: "in late", "on", "earlier".
    private int PhraseStart(int at, Run region)
    {
        while (
            at > region.First
            && _document.Tokens[at - 1].Tag is Tag.IN or Tag.DT or Tag.JJ or Tag.CD or Tag.RB or Tag.RBR
            && !IsBoundary(at - 1, region)
        )
        {
            at--;
        }

        return at;
    }

    // "Asked about it in March, she said": the end of the words before the comma, where they are no clause of their own.
    private int IntroductionEnd(Run region)
    {
        if (_document.Tokens[region.First].Tag is not (Tag.VBN or Tag.VBG or Tag.VBD))
            return -1;
        for (var i = region.First + 1; i < region.End; i++)
        {
            if (_document.Tokens[i].Is(','))
                return i;
        }

        return -1;
    }

    private int FirstVerb(int from, Run region, int? voice)
    {
        for (var i = from; i < region.End; i++)
        {
            if (_document.Tokens[i].Is(';'))
                return -1;
            if (findings.ContentOf(i) == voice && IsVerb(i))
                return i;
        }
        return -1;
    }

    private int VerbIn(int from, int end, int like)
    {
        for (var i = from; i < end; i++)
        {
            if (IsVerb(i) && findings.ContentOf(i) == findings.ContentOf(like))
                return i;
        }

        return -1;
    }

    private int GroupStart(int verb, Run region)
    {
        while (
            verb > region.First
            && (_document.Tokens[verb - 1].Tag is Tag.MD || _document.Tokens[verb - 1].Tag.IsVerb)
            && _document.Tokens[verb].Tag is not Tag.VBG
        )
        {
            verb--;
        }

        return verb;
    }

    private bool IsBoundary(int at, Run region)
    {
        var token = _document.Tokens[at];
        if (at < region.First || token.Is(';') || token.Is(':') || token.Is('—') || token.Is('–') || token.Kind == TokenKind.OpenQuote)
            return true;
        if (token.Is(','))
            return true;
        return token.Tag is Tag.CC || IsSubordinator(token);
    }

    private static bool IsSubordinator(Token token) =>
        token.Tag is Tag.IN or Tag.WRB or Tag.WDT or Tag.WP
        && token.Lower
            is "that"
                or "when"
                or "while"
                or "although"
                or "though"
                or "because"
                or "if"
                or "whether"
                or "which"
                or "who"
                or "after"
                or "before"
                or "until"
                or "as"
                or "whereas";

    // Whether a clause with its own subject begins after this token.
    private bool StartsAfter(int at, int verb, Run region)
    {
        var token = _document.Tokens[at];
        if (token.Is(';') || token.Is(':') || token.Is('—') || token.Kind == TokenKind.OpenQuote && at == region.First)
            return true;
        if (findings.ContentOf(at) != findings.ContentOf(verb))
            return true;
        if (token.Tag == Tag.CC || IsSubordinator(token))
            return SubjectBetween(at + 1, verb) || token.Lower is "after" or "before" && _document.Tokens[at + 1].Tag == Tag.VBG;
        return false;
    }

    private bool SubjectBetween(int from, int verb)
    {
        for (var i = from; i < verb; i++)
        {
            if (IsVerb(i))
                return false;
            if (
                _document.Tokens[i].Tag.IsNoun
                || _document.Tokens[i].Tag == Tag.PRP
                || (_document.Tokens[i].Tag == Tag.DT && i + 1 == verb)
            )
            {
                return true;
            }
        }
        return false;
    }

    private int ClauseEnd(int from, Run region)
    {
        var voice = from < region.End ? findings.ContentOf(from) : null;
        for (var i = from + 1; i < region.End; i++)
        {
            var token = _document.Tokens[i];
            if (token.Is(';') || token.Is('—') || token.Is('.') || token.Is('?') || token.Is('!') || findings.ContentOf(i) != voice)
                return i;
            if (token.Is(',') && i + 1 < region.End && OpensClause(i + 1, region))
                return i;
            if (IsSubordinator(token) && token.Lower is not ("that" or "as" or "who" or "which") && i > from + 1)
                return i;
        }
        return region.End;
    }

    private bool OpensClause(int at, Run region)
    {
        var token = _document.Tokens[at];
        if (IsSubordinator(token) || token.Tag is Tag.VBG or Tag.WP or Tag.WDT || token.Lower is "but")
            return true;
        if (token.Tag != Tag.CC && token.Tag is not (Tag.PRP or Tag.DT or Tag.NNP))
            return false;
        for (var i = at + 1; i < Math.Min(at + 6, region.End) && !_document.Tokens[i].Is(','); i++)
        {
            if (_document.Tokens[i].Tag.IsFinite)
                return true;
        }

        return false;
    }

    private bool EndsPhrase(int at)
    {
        var token = _document.Tokens[at];
        return token.Is(',')
            || token.Is(';')
            || token.Is('.')
            || token.Is('(')
            || token.Is(')')
            || token.Tag.IsFinite
            || IsSubordinator(token);
    }
}
