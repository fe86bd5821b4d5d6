using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Looks from a token of a region to the next verb, subject or boundary of a clause.</summary>
internal sealed class ClauseScanner(StageResults results)
{
    private static readonly FrozenSet<string> Subordinators = WordSet.Parse(
        "that when while although though because if whether which who after before until as whereas"
    );

    private readonly Document _document = results.Document;

    /// <summary>Whether the token is a verb, or a noun made of one after a preposition ("after retiring").</summary>
    public bool IsVerb(int at)
    {
        var token = _document.Tokens[at];
        if (token.Tag is PosTag.VBG)
        {
            return at > 0
                && _document.Tokens[at - 1].Tag is PosTag.IN or PosTag.Sign or PosTag.VBZ or PosTag.VBP or PosTag.VBD or PosTag.VBN;
        }

        return token.Tag.IsVerb || token.Tag == PosTag.MD;
    }

    // The first token of the prepositional or noun phrase that the time stands in: "in late", "on", "earlier".
    public int PhraseStart(int at, TokenSpan region)
    {
        while (
            at > region.First
            && _document.Tokens[at - 1].Tag is PosTag.IN or PosTag.DT or PosTag.JJ or PosTag.CD or PosTag.RB or PosTag.RBR
            && !IsBoundary(at - 1, region)
        )
        {
            at--;
        }

        return at;
    }

    public int FirstVerb(int from, TokenSpan region, int? voice)
    {
        for (var i = from; i < region.End; i++)
        {
            if (_document.Tokens[i].Is(';'))
                return -1;
            if (results.ContentOf(i) == voice && IsVerb(i))
                return i;
        }
        return -1;
    }

    public int VerbIn(int from, int end, int like)
    {
        for (var i = from; i < end; i++)
        {
            if (IsVerb(i) && results.ContentOf(i) == results.ContentOf(like))
                return i;
        }

        return -1;
    }

    public int GroupStart(int verb, TokenSpan region)
    {
        while (
            verb > region.First
            && (_document.Tokens[verb - 1].Tag is PosTag.MD || _document.Tokens[verb - 1].Tag.IsVerb)
            && _document.Tokens[verb].Tag is not PosTag.VBG
        )
        {
            verb--;
        }

        return verb;
    }

    public bool IsBoundary(int at, TokenSpan region)
    {
        var token = _document.Tokens[at];
        if (at < region.First || token.Is(';') || token.Is(':') || token.Is('—') || token.Is('–') || token.Kind == TokenKind.OpenQuote)
            return true;
        if (token.Is(','))
            return true;
        return token.Tag is PosTag.CC || IsSubordinator(token);
    }

    private static bool IsSubordinator(Token token) =>
        token.Tag is PosTag.IN or PosTag.WRB or PosTag.WDT or PosTag.WP && Subordinators.Contains(token.Lower);

    // Whether a clause with its own subject begins after this token.
    public bool StartsAfter(int at, int verb, TokenSpan region)
    {
        var token = _document.Tokens[at];
        if (token.Is(';') || token.Is(':') || token.Is('—') || token.Kind == TokenKind.OpenQuote && at == region.First)
            return true;
        if (results.ContentOf(at) != results.ContentOf(verb))
            return true;
        if (token.Tag == PosTag.CC || IsSubordinator(token))
            return SubjectBetween(at + 1, verb) || token.Lower is "after" or "before" && _document.Tokens[at + 1].Tag == PosTag.VBG;
        return false;
    }

    public bool SubjectBetween(int from, int verb)
    {
        for (var i = from; i < verb; i++)
        {
            if (IsVerb(i))
                return false;
            if (
                _document.Tokens[i].Tag.IsNoun
                || _document.Tokens[i].Tag == PosTag.PRP
                || (_document.Tokens[i].Tag == PosTag.DT && i + 1 == verb)
            )
            {
                return true;
            }
        }
        return false;
    }

    public int ClauseEnd(int from, TokenSpan region)
    {
        var voice = from < region.End ? results.ContentOf(from) : null;
        for (var i = from + 1; i < region.End; i++)
        {
            var token = _document.Tokens[i];
            if (token.Is(';') || token.Is('—') || token.Is('.') || token.Is('?') || token.Is('!') || results.ContentOf(i) != voice)
                return i;
            if (token.Is(',') && i + 1 < region.End && OpensClause(i + 1, region))
                return i;
            if (IsSubordinator(token) && token.Lower is not ("that" or "as" or "who" or "which") && i > from + 1)
                return i;
        }
        return region.End;
    }

    private bool OpensClause(int at, TokenSpan region)
    {
        var token = _document.Tokens[at];
        if (IsSubordinator(token) || token.Tag is PosTag.VBG or PosTag.WP or PosTag.WDT || token.Lower is "but")
            return true;
        if (token.Tag != PosTag.CC && token.Tag is not (PosTag.PRP or PosTag.DT or PosTag.NNP))
            return false;
        for (var i = at + 1; i < Math.Min(at + 6, region.End) && !_document.Tokens[i].Is(','); i++)
        {
            if (_document.Tokens[i].Tag.IsFinite)
                return true;
        }

        return false;
    }

    public bool EndsPhrase(int at)
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
