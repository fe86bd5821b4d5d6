using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Cuts a document into lines: sentences, where a quotation of several sentences does not end the one around it.</summary>
internal static class Lines
{
    private const int LongestAside = 40;

    public static List<Line> Of(Document document, List<Run> quotations, CancellationToken cancel)
    {
        var lines = new List<Line>(document.Sentences.Length);
        var (quotation, at) = (0, 0);
        var s = 0;
        while (s < document.Sentences.Length)
        {
            if ((s & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            var first = document.Sentences[s];
            var items = new List<Item>(first.Length);
            at = Math.Max(at, first.First);
            do
            {
                var end = document.Sentences[s++].End;
                at = Fill(document, quotations, ref quotation, items, at, end);
            } while (s < document.Sentences.Length && at > document.Sentences[s].First && items.Count < Sentence.MaxTokens);
            if (items.Count == 0)
                continue;
            var line = new Line(document, items, first.Paragraph);
            Repairs.Apply(line, items);
            lines.Add(line);
        }
        return lines;
    }

    // Adds the items from a token up to the end of a sentence, and says where it stopped: further on, where a quotation reaches over the end.
    private static int Fill(Document document, List<Run> quotations, ref int quotation, List<Item> items, int at, int end)
    {
        var tokens = document.Tokens.AsSpan();
        while (at < end)
        {
            if (quotation < quotations.Count && quotations[quotation].First == at)
            {
                items.Add(new(at, quotations[quotation].End, Tag.Sign, "", ItemKind.Quotation));
                at = quotations[quotation++].End;
            }
            else if (items.Count > 0 && (tokens[at].Is('(') || tokens[at].Is('[')) && AsideEnd(tokens, at, end) is > 0 and var close)
            {
                items.Add(new(at, close, Tag.Sign, "", ItemKind.Aside));
                at = close;
                while (quotation < quotations.Count && quotations[quotation].First < at)
                    quotation++;
            }
            else
            {
                items.Add(new(at, at + 1, tokens[at].Tag, tokens[at].Lower, ItemKind.Token));
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
