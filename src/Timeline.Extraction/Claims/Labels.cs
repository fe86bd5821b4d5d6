using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Sources that stand before a colon: headlines ("Poll: …"), transcripts ("SMITH: …").</summary>
internal static class Labels
{
    public static readonly CueReading Reading = new(":", "", Stance.Asserts, Manner.Said, FrozenSet<string>.Empty);
    private const int Longest = 6;

    public static Draft? Read(Line line)
    {
        for (var i = 1; i <= Longest && i + 1 < line.Count; i++)
        {
            if (line.Is(i, ":")) return !Speaks(line, i + 1) ? null : new Draft(line, new(0, i, 0, i), i, i + 1, Reading, null).With(i + 1, Bounds.OfClause(line, i + 1));
            if (!line.Tag(i).IsName && !line.IsAside(i) && line.Tag(i) != Tag.POS || !line.Tag(0).IsName) return null;
        }
        return null;
    }

    private static bool Speaks(Line line, int from)
    {
        for (var i = from; i < line.Count; i++)
            if (line.Tag(i).IsFinite || line.IsQuotation(i)) return true;
        return false;
    }
}
