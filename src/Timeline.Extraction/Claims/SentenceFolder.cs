using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Folds quotations and brackets into single items; a quotation of several sentences does not end the sentence around it.
/// </summary>
internal static class SentenceFolder
{
    private const int LongestAside = 40;

    public static List<FoldedSentence> Fold(Document document, List<TokenSpan> quotations, CancellationToken cancel)
    {
        var sentences = new List<FoldedSentence>(document.Sentences.Length);
        var (quotation, at) = (0, 0);
        var s = 0;
        while (s < document.Sentences.Length)
        {
            if ((s & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            var first = document.Sentences[s];
            var items = new List<FoldedItem>(first.Length);
            at = Math.Max(at, first.First);
            do
            {
                var end = document.Sentences[s++].End;
                at = Fill(document, quotations, ref quotation, items, at, end);
            } while (s < document.Sentences.Length && at > document.Sentences[s].First && items.Count < Sentence.MaxTokens);
            if (items.Count == 0)
                continue;
            var sentence = new FoldedSentence(document, items, first.Paragraph);
            CueVerbRetagger.Retag(sentence, items);
            sentences.Add(sentence);
        }
        return sentences;
    }

    // Adds the items from a token up to the end of a sentence, and says where it stopped: further on, where a quotation reaches over the
    // end.
    private static int Fill(Document document, List<TokenSpan> quotations, ref int quotation, List<FoldedItem> items, int at, int end)
    {
        var tokens = document.Tokens.AsSpan();
        while (at < end)
        {
            if (quotation < quotations.Count && quotations[quotation].First == at)
            {
                items.Add(new(at, quotations[quotation].End, PosTag.Sign, "", FoldedItemKind.Quotation));
                at = quotations[quotation++].End;
            }
            else if (items.Count > 0 && (tokens[at].Is('(') || tokens[at].Is('[')) && AsideEnd(tokens, at, end) is > 0 and var close)
            {
                items.Add(new(at, close, PosTag.Sign, "", FoldedItemKind.Aside));
                at = close;
                while (quotation < quotations.Count && quotations[quotation].First < at)
                    quotation++;
            }
            else
            {
                items.Add(new(at, at + 1, tokens[at].Tag, tokens[at].Lower, FoldedItemKind.Token));
                at++;
            }
        }
        return at;
    }

    // Where a bracket closes, or 0 where it does not, or only far away.
    private static int AsideEnd(ReadOnlySpan<Token> tokens, int at, int end)
    {
        var depth = 0;
        for (var i = at; i < Math.Min(end, at + LongestAside); i++)
        {
            if (tokens[i].Is('(') || tokens[i].Is('['))
                depth++;
            else if ((tokens[i].Is(')') || tokens[i].Is(']')) && --depth == 0)
                return i + 1;
        }
        return 0;
    }
}
