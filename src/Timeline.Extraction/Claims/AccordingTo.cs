using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Sources named by "according to", before or after their content.</summary>
internal static class AccordingTo
{
    private static readonly CueReading Reading = new("according", "", Stance.Asserts, Manner.Said, FrozenSet<string>.Empty);

    public static void Read(Line line, List<Draft> drafts)
    {
        for (var i = 0; i + 2 < line.Count; i++)
        {
            if (line.Is(i, "according") && line.Is(i + 1, "to") && At(line, i, drafts) is { } draft)
                drafts.Add(draft);
        }
    }

    private static Draft? At(Line line, int at, List<Draft> drafts)
    {
        var first = at + 2;
        var end = first;
        var opens = at == 0 || at == 1 && !line.IsQuotation(0) || line.Tag(at - 1) == Tag.CC;
        while (
            end < line.Count
            && !line.IsComma(end)
            && !line.IsBreak(end)
            && !line.IsDash(end)
            && !line.IsQuotation(end)
            && (opens || !line.Is(end, "and"))
        )
        {
            end++;
        }

        if (end == first)
            return null;
        var draft = new Draft(line, new(first, end, first, NounPhrases.HeadEnd(line, first, end)), at, first, Reading, null);
        if (opens)
            return draft.With(Start(line, end), Bounds.OfClause(line, Start(line, end)));
        var start = 0;
        foreach (var earlier in drafts)
        {
            if (earlier.CueEnd <= at)
                start = Math.Max(start, earlier.Content.Count == 0 ? earlier.CueEnd : earlier.Content[^1].End);
        }

        start = Start(line, start);
        if (line.Tag(start) == Tag.CC)
            start++;
        var stop = at;
        while (stop > start && (line.IsComma(stop - 1) || line.IsDash(stop - 1) || line.Tag(stop - 1).IsAdverb))
            stop--;
        draft.With(start, stop);
        if (line.IsComma(at - 1) && line.IsComma(end) && GoesOn(line, end + 1))
            draft.With(end + 1, Bounds.OfClause(line, end + 1));
        return draft.IsEmpty ? null : draft;
    }

    // "The dam, according to the mayor, will hold": the clause is not over.
    private static bool GoesOn(Line line, int at) =>
        !line.IsOver(at)
        && line.Tag(at) is not (Tag.CC or Tag.VBG or Tag.WP)
        && line.Lower(at) is not ("although" or "though" or "while" or "as");

    private static int Start(Line line, int at)
    {
        while (at < line.Count && (line.IsComma(at) || line.IsDash(at) || line.Is(at, ":")))
            at++;
        return at;
    }
}
