using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Noun phrases in the tokens of a document, by part of speech alone.</summary>
internal static class NominalPhrases
{
    /// <summary>The phrase that ends before this token, a comma between them or not; null where there is none.</summary>
    public static TokenSpan? Before(Document document, int end, int from)
    {
        while (end > from && (document.Tokens[end - 1].Is(',') || document.Tokens[end - 1].Tag is PosTag.IN or PosTag.TO))
            end--;
        var start = end;
        while (start > from && (IsPart(document, start - 1) || AttachesTo(document, start - 1, start, from)))
        {
            start--;
            if (document.Tokens[start].Tag is PosTag.DT or PosTag.PRPS && !AttachesTo(document, start - 1, start, from))
                break;
        }

        while (start < end && document.Tokens[start].Tag is PosTag.POS or PosTag.CC or PosTag.IN)
            start++;
        return start < end ? new TokenSpan(start, end) : null;
    }

    /// <summary>Where the phrase that begins here ends, with what "of" attaches to it; the start itself where there is none.</summary>
    public static int EndFrom(Document document, int start, int end)
    {
        var at = start;
        while (at < end)
        {
            var token = document.Tokens[at];
            var isFresh = at == start || document.Tokens[at - 1].Is("of") || document.Tokens[at - 1].Tag is PosTag.CC or PosTag.PDT;
            if (token.Tag is PosTag.DT or PosTag.PRPS or PosTag.PRP && !isFresh)
                break;
            if (IsPart(document, at) || token.Tag is PosTag.PRP || token.Is("of") && at > start)
                at++;
            else if (token.Tag is PosTag.VBN or PosTag.VBG or PosTag.RB && at + 1 < end && IsNounPart(document.Tokens[at + 1]))
                at++;
            else if (token.Is("and") && at > start && at + 1 < end && IsNounPart(document.Tokens[at + 1]))
                at++;
            else
                break;
        }
        return at;
    }

    /// <summary>Whether a noun phrase can end with this word.</summary>
    public static bool CanEnd(Token token) =>
        token.Tag.IsNoun
        || token.Tag is PosTag.PRP or PosTag.CD or PosTag.EX or PosTag.DT
        || token.Kind == TokenKind.CloseQuote
        || token.Is(')')
        || token.Is('%');

    /// <summary>Whether a noun phrase can begin with this word.</summary>
    public static bool CanOpen(Token token) => IsNounPart(token) || token.Tag is PosTag.PRP or PosTag.PDT || token.Kind is TokenKind.Symbol;

    /// <summary>Whether the word can stand in a phrase after a time that describes its noun.</summary>
    public static bool CanStand(Token token) => token.Tag.IsNoun || token.Tag.IsAdjective;

    private static bool IsNounPart(Token token) =>
        token.Tag.IsNoun || token.Tag.IsAdjective || token.Tag is PosTag.CD or PosTag.DT or PosTag.PRPS;

    private static bool IsPart(Document document, int at)
    {
        var token = document.Tokens[at];
        return IsNounPart(token)
            || token.Tag is PosTag.POS or PosTag.PRP or PosTag.PDT or PosTag.SYM
            || token.Kind == TokenKind.Symbol
            || token.Is('-')
            || token.Is('(')
            || token.Is(')')
            || token.Is('&');
    }

    // "of", and "and" between two names.
    private static bool AttachesTo(Document document, int at, int start, int from)
    {
        if (at <= from)
            return false;
        var (token, before) = (document.Tokens[at], document.Tokens[at - 1]);
        if (token.Is("of"))
            return before.Tag.IsNoun || before.Tag == PosTag.CD;
        return token.Is("and") && before.Tag.IsName && document.Tokens[start].Tag.IsName;
    }
}
