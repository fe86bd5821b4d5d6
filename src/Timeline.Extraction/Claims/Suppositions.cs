using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What is only supposed or asked is nobody's claim: "if he said so …", "Did she deny it?", "nobody is saying that".</summary>
internal static class Suppositions
{
    public static bool IsNobodys(Draft draft) => IsSupposed(draft) || IsQuestion(draft) || IsNobody(draft);

    private static bool IsSupposed(Draft draft)
    {
        if (draft.Source is not { } source)
            return false;
        var line = draft.Line;
        if (line.Lower(source.First) is "whoever" or "whatever")
            return true;
        for (var i = source.First - 1; i >= Math.Max(0, source.First - 2); i--)
        {
            if (Stances.Has("supposing", line.Lower(i)))
                return true;
            if (!line.Tag(i).IsAdverb)
                break;
        }
        return false;
    }

    private static bool IsQuestion(Draft draft)
    {
        var line = draft.Line;
        if (!line.Is(line.Count - 1, "?"))
            return false;
        return draft.Reading.Manner != Manner.Asked
            && !line.Is(draft.CueEnd - 1, ":")
            && !draft.Content.Any(part => line.Is(part.First - 1, ":"));
    }

    private static bool IsNobody(Draft draft) =>
        draft.Reading.Manner == Manner.Said
        && draft.Source is { } source
        && (
            draft.Line.Lower(source.First) is "nobody" or "anybody" or "anyone"
            || draft.Line.Is(source.First, "no") && draft.Line.Is(source.First + 1, "one")
        );
}
