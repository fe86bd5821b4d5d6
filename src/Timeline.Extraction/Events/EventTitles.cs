using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>
/// Writes an event's title: its clause in the article's own words, without what only describes its subject, and cut where it is longer
/// than a headline.
/// </summary>
internal static class EventTitles
{
    private const int Longest = 30,
        Shortest = 16;

    public static string Write(Document document, EventDraft draft)
    {
        var (title, aside) = (draft.Title, draft.Aside);
        var skipped = aside is { } left ? left.End - left.First : 0;
        var end =
            title.End - title.First - skipped <= Longest
                ? title.End
                : Break(document, title.First + skipped + Shortest, title.First + skipped + Longest);
        var cut = end < title.End;
        while (
            end > title.First + 1
            && document.Tokens[end - 1].Kind is TokenKind.Punctuation or TokenKind.OpenQuote
            && !document.Tokens[end - 1].Is(')')
        )
        {
            end--;
        }

        var words =
            aside is { } inner && inner.First > title.First && inner.End < end
                ? $"{document.TextOf(title.First, inner.First)} {document.TextOf(inner.End, end)}"
                : document.TextOf(title.First, end);
        return words.ReplaceLineEndings(" ") + (cut ? "…" : "");
    }

    // The last place to part words: before a comma, a preposition or a conjunction.
    private static int Break(Document document, int from, int end)
    {
        for (var i = end; i > from; i--)
        {
            if (
                document.Tokens[i].Tag is PosTag.IN or PosTag.CC or PosTag.TO or PosTag.WDT or PosTag.WP or PosTag.WRB
                || document.Tokens[i].Is(',')
            )
            {
                return i;
            }
        }

        return end;
    }
}
