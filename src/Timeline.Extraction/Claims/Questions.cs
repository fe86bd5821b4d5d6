using System.Collections.Immutable;

namespace Timeline.Extraction.Claims;

/// <summary>Questions put to somebody who then answers: "Asked whether it was safe, she said …", "he said when asked about the dam".</summary>
internal static class Questions
{
    private static readonly ImmutableArray<CueReading> Readings =
    [
        .. Lexicon.Verbs["asked"].Where(reading => reading.Manner == Manner.Asked),
    ];

    public static void Read(Line line, List<Draft> drafts)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (!IsPut(line, i) || VerbCues.IsCovered(drafts, i))
                continue;
            if (Complements.After(line, i + 1, Readings, false) is not { } found)
                continue;
            drafts.Add(new Draft(line, null, i, found.CueEnd, found.Reading, null).With(found.First, End(line, found)));
        }
    }

    /// <summary>Where the question that opens a line ends and the answer begins, or 0 where none opens it.</summary>
    public static int OpeningEnd(Line line)
    {
        var at = line.Lower(0) is "when" or "if" or "after" or "but" or "and" ? 1 : 0;
        if (!IsPut(line, at))
            return 0;
        for (var i = at; i < line.Count; i++)
        {
            if (line.IsComma(i) && Complements.StartsClause(line, i + 1))
                return i + 1;
        }

        return 0;
    }

    private static bool IsPut(Line line, int at) =>
        line.Is(at, "asked")
        && (at == 0 || line.Lower(at - 1) is "when" or "if" or "after" or "but" or "and" || line.IsComma(at - 1))
        && !NounPhrases.IsPart(line, at + 1);

    private static int End(Line line, Complement found)
    {
        for (var i = found.First + 1; i < found.End; i++)
        {
            if (line.IsComma(i) && Complements.StartsClause(line, i + 1))
                return i;
        }

        return found.End;
    }
}
