using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What is only supposed or asked is no claim: "if he said so …", "Did she deny it?", "nobody is saying that".</summary>
internal static class Suppositions
{
    public static bool IsNotClaimed(AttributionDraft draft) => IsSupposed(draft) || IsQuestion(draft) || IsNobody(draft);

    private static bool IsSupposed(AttributionDraft draft)
    {
        if (draft.Source is not { } source)
            return false;
        var sentence = draft.Sentence;
        if (sentence.Lower(source.First) is "whoever" or "whatever")
            return true;
        for (var i = source.First - 1; i >= Math.Max(0, source.First - 2); i--)
        {
            if (StanceClassifier.IsWordOf("supposing", sentence.Lower(i)))
                return true;
            if (!sentence.Tag(i).IsAdverb)
                break;
        }
        return false;
    }

    private static bool IsQuestion(AttributionDraft draft)
    {
        var sentence = draft.Sentence;
        if (!sentence.Is(sentence.Count - 1, "?"))
            return false;
        return draft.Sense.Manner != AttributionManner.Asked
            && !sentence.Is(draft.CueEnd - 1, ":")
            && !draft.Content.Any(part => sentence.Is(part.First - 1, ":"));
    }

    private static bool IsNobody(AttributionDraft draft) =>
        draft.Sense.Manner == AttributionManner.Said
        && draft.Source is { } source
        && (
            draft.Sentence.Lower(source.First) is "nobody" or "anybody" or "anyone"
            || draft.Sentence.Is(source.First, "no") && draft.Sentence.Is(source.First + 1, "one")
        );
}
