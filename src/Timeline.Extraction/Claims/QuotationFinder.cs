using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Which tokens are quoted. What stays open at the end of its paragraph is a quotation that goes on into the next one; nested quotations
/// belong to the outer one.
/// </summary>
internal static class QuotationFinder
{
    /// <summary>Quotations in order, marks included; they never overlap.</summary>
    public static List<TokenSpan> Find(Document document)
    {
        var found = new List<TokenSpan>();
        var sentences = document.Sentences;
        var s = 0;
        while (s < sentences.Length)
        {
            var first = sentences[s].First;
            var paragraph = sentences[s].Paragraph;
            while (s < sentences.Length && sentences[s].Paragraph == paragraph)
                s++;
            Pair(document, first, sentences[s - 1].End, found);
        }
        return found;
    }

    private static void Pair(Document document, int first, int end, List<TokenSpan> found)
    {
        var tokens = document.Tokens.AsSpan();
        var open = -1;
        var lastSingle = LastSingleClose(tokens, first, end);
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Kind is not (TokenKind.OpenQuote or TokenKind.CloseQuote))
                continue;
            var opens = tokens[i].Kind == TokenKind.OpenQuote;
            var single = IsSingle(tokens[i]);
            if (open < 0)
            {
                if (opens && (!single || i < lastSingle))
                    open = i;
            }
            else if (opens)
            {
                // A second opening mark of the same kind: the first one was astray.
                if (!single && !IsSingle(tokens[open]))
                    open = i;
            }
            else if (single == IsSingle(tokens[open]))
            {
                found.Add(new(open, i + 1));
                open = -1;
            }
        }
        if (open >= 0 && !IsSingle(tokens[open]))
            found.Add(new(open, end));
    }

    // A single mark opens only where one closes after it; else it is an apostrophe.
    private static int LastSingleClose(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (tokens[i].Kind == TokenKind.CloseQuote && IsSingle(tokens[i]))
                return i;
        }

        return -1;
    }

    private static bool IsSingle(Token token) => token.Text.Length == 1 && token.Text[0] is '\'' or '‘' or '’' or '‚' or '‹' or '›' or '`';
}
