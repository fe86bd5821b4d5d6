using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>
/// Finds the verb that a time belongs to, and the clause around that verb; a clause never crosses from somebody's words into the
/// article's.
/// </summary>
internal sealed class ClauseFinder(StageResults results)
{
    private readonly Document _document = results.Document;
    private readonly ClauseScanner _scanner = new(results);

    /// <summary>The sentence's tokens around this one that share its voice.</summary>
    public TokenSpan Region(int token)
    {
        var sentence = _document.Sentences[_document.SentenceOf(token)];
        var voice = results.ContentOf(token);
        if (voice is null)
            return new(sentence.First, sentence.End);
        var (first, end) = (token, token + 1);
        while (first > sentence.First && results.ContentOf(first - 1) == voice)
            first--;
        while (end < sentence.End && results.ContentOf(end) == voice)
            end++;
        return new(first, end);
    }

    /// <summary>The verb that the words between two tokens date, or -1.</summary>
    public int VerbOf(TokenSpan time, TokenSpan region)
    {
        if (WhenClause(time, region) is { } when)
            return _scanner.VerbIn(when.First, when.End, time.First);
        var start = _scanner.PhraseStart(time.First, region);
        var voice = results.ContentOf(time.First);
        var introductionEnd = IntroductionEnd(region);
        var mainVerb = introductionEnd >= time.End ? _scanner.VerbIn(introductionEnd, region.End, time.First) : -1;
        if (mainVerb >= 0)
            return mainVerb;
        var right = _scanner.FirstVerb(time.End, region, voice);
        if (right >= 0 && (start == region.First || _scanner.IsBoundary(start - 1, region)) && !IsBetweenVerbs(time, right, region))
            return right;
        var after = AfterClause(time, region);
        var before = after > 0 ? after : start;
        for (var i = before - 1; i >= region.First; i--)
        {
            if (results.ContentOf(i) == voice && _scanner.IsVerb(i))
                return _scanner.GroupStart(i, region);
        }

        return right;
    }

    // "was born in Halden, on May 4, 1915, came …": a verb that follows the comma at once is the next one of a row.
    private bool IsBetweenVerbs(TokenSpan time, int right, TokenSpan region) =>
        time.First > region.First + 2
        && right == time.End + 1
        && _document.Tokens[time.End].Is(',')
        && _document.Tokens[right].Tag is PosTag.VBD or PosTag.VBZ or PosTag.VBP
        && _document.Tokens[time.First - 1].Tag == PosTag.IN
        && _document.Tokens[time.First - 2].Is(',')
        && _scanner.VerbIn(region.First, time.First, time.First) >= 0;

    /// <summary>", when he took office" after a day: what the day dates.</summary>
    public TokenSpan? WhenClause(TokenSpan time, TokenSpan region)
    {
        var at = time.End;
        var aside = at < region.End && _document.Tokens[at].Is(',');
        if (aside)
            at++;
        if (at + 1 >= region.End || !_document.Tokens[at].Is("when"))
            return null;
        var end = _scanner.ClauseEnd(at + 1, region);
        // "sold it in 1980, when orders had declined": what was over by then is not what the year dates.
        for (var i = at + 1; aside && i < end; i++)
        {
            if (_document.Tokens[i].Is("had") && _scanner.VerbIn(region.First, time.First, time.First) >= 0)
                return null;
        }

        for (var i = at + 1; aside && i < end; i++)
        {
            if (_document.Tokens[i].Is(','))
                end = i;
        }

        return new(at + 1, end);
    }

    /// <summary>
    /// Where a clause with "after" begins that the time dates, and that itself dates the main clause ("met after he left in 2021"); 0
    /// where there is none.
    /// </summary>
    public int AfterClause(TokenSpan time, TokenSpan region)
    {
        if (time.First <= region.First || _document.Tokens[time.First - 1].Tag is PosTag.DT or PosTag.JJ or PosTag.POS or PosTag.PRPS)
            return 0;
        for (var i = time.First - 1; i > region.First; i--)
        {
            var token = _document.Tokens[i];
            if (token.Is(',') || token.Is(';') || token.Is(':') || token.Kind == TokenKind.CloseQuote)
                return 0;
            if (token.Is("after"))
                return IsClauseWithin(i + 1, time.First) && _scanner.VerbIn(region.First, i, i) >= 0 ? i : 0;
        }
        return 0;
    }

    private bool IsClauseWithin(int first, int end) => _scanner.SubjectBetween(first, end) && _scanner.VerbIn(first, end, first - 1) >= 0;

    /// <summary>The clause that holds the verb and the time; a time that only leads into it is left out.</summary>
    public (TokenSpan Clause, TokenSpan? Aside) ClauseOf(TokenSpan time, int verb, TokenSpan region)
    {
        if (WhenClause(time, region) is { } when)
            return (when, null);
        var pivot = Math.Min(time.First, verb);
        var aside = time.First > verb ? AsideBefore(verb, region) : null;
        var first = aside?.First ?? pivot;
        while (first > region.First && !_scanner.StartsAfter(first - 1, verb, region))
            first--;
        if (time.End < verb && _scanner.SubjectBetween(time.End, verb) && first >= _scanner.PhraseStart(time.First, region))
            first = time.End;
        while (
            first < verb
            && aside?.First != first
            && (_document.Tokens[first].Kind is TokenKind.Punctuation or TokenKind.CloseQuote || _document.Tokens[first].Tag == PosTag.CC)
        )
        {
            first++;
        }

        var from = Math.Max(verb, time.End - 1);
        var end = Math.Max(time.End, IsRelative(verb, region) ? RelativeEnd(from, region) : _scanner.ClauseEnd(from, region));
        while (end > time.End && (_document.Tokens[end - 1].Tag.IsAdverb || _document.Tokens[end - 1].Is(',')))
            end--;
        return (new(first, end), aside);
    }

    // "Holm, who led the party until May, resigned": the verb of a relative clause, which its comma ends.
    private bool IsRelative(int verb, TokenSpan region)
    {
        while (verb > region.First && _document.Tokens[verb - 1].Tag.IsAdverb)
            verb--;
        return verb > region.First && _document.Tokens[verb - 1].Tag is PosTag.WP or PosTag.WDT;
    }

    private int RelativeEnd(int from, TokenSpan region)
    {
        for (var i = from + 1; i < region.End; i++)
        {
            if (_document.Tokens[i].Is(',') || _document.Tokens[i].Is(';') || _document.Tokens[i].Is('.'))
                return i;
        }

        return region.End;
    }

    // "Holm, who leads the party, resigned in May": what stands between commas right before the verb.
    private TokenSpan? AsideBefore(int verb, TokenSpan region)
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

    /// <summary>The phrase around a noun that a year describes: "author of the 1994 guide".</summary>
    public TokenSpan PhraseOf(TokenSpan time, TokenSpan region)
    {
        var (first, end) = (time.First, time.End);
        while (first > region.First && !_scanner.EndsPhrase(first - 1))
            first--;
        while (end < region.End && !_scanner.EndsPhrase(end))
            end++;
        return new(first, end);
    }

    // "Asked about it in March, she said": the end of the words before the comma, where they are no clause of their own.
    private int IntroductionEnd(TokenSpan region)
    {
        if (_document.Tokens[region.First].Tag is not (PosTag.VBN or PosTag.VBG or PosTag.VBD))
            return -1;
        for (var i = region.First + 1; i < region.End; i++)
        {
            if (_document.Tokens[i].Is(','))
                return i;
        }

        return -1;
    }
}
