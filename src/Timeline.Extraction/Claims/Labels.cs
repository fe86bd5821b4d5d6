using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Sources that stand before a colon: headlines ("Poll: …"), transcripts ("SMITH: …"), quotations ("Smith: “…”"). A lone name before a colon may be a place that opens a report.</summary>
internal sealed class Labels
{
    public static readonly CueReading Reading = new(":", "", Stance.Asserts, Manner.Said, FrozenSet<string>.Empty);
    private const int Longest = 6;
    private const int MakesTranscript = 3;
    private int _seen;

    /// <summary>Whether so many paragraphs were labelled that the article is a conversation.</summary>
    public bool IsTranscript => _seen >= MakesTranscript;

    /// <summary>The claim of a line that opens a paragraph, or null.</summary>
    public Draft? Read(Line line, bool isHeadline)
    {
        if (Colon(line) is not { } colon || !Speaks(line, colon + 1))
            return null;
        _seen++;
        if (!isHeadline && !IsTranscript && !line.IsQuotation(colon + 1))
            return null;
        return new Draft(line, new(0, colon, 0, colon), colon, colon + 1, Reading, null).With(colon + 1, Bounds.OfClause(line, colon + 1));
    }

    private static int? Colon(Line line)
    {
        for (var i = 0; i <= Longest && i + 1 < line.Count; i++)
        {
            if (line.Is(i, ":"))
                return i > 0 ? i : null;
            if (!line.Tag(i).IsName && (i == 0 || !line.IsAside(i) && line.Tag(i) != Tag.POS))
                return null;
        }
        return null;
    }

    private static bool Speaks(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
        {
            if (line.Tag(i).IsFinite || line.IsQuotation(i))
                return true;
        }

        return false;
    }
}
