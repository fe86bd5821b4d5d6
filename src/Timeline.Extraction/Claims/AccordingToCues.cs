using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Sources named by "according to", before or after their content.</summary>
internal static class AccordingToCues
{
    private static readonly CueSense Sense = new("according", "", Stance.Asserts, AttributionManner.Said, FrozenSet<string>.Empty);

    public static void AddTo(FoldedSentence sentence, List<AttributionDraft> drafts)
    {
        for (var i = 0; i + 2 < sentence.Count; i++)
        {
            if (sentence.Is(i, "according") && sentence.Is(i + 1, "to") && ReadAt(sentence, i, drafts) is { } draft)
                drafts.Add(draft);
        }
    }

    private static AttributionDraft? ReadAt(FoldedSentence sentence, int at, List<AttributionDraft> drafts)
    {
        var first = at + 2;
        var end = first;
        var opens = at == 0 || at == 1 && !sentence.IsQuotation(0) || sentence.Tag(at - 1) == PosTag.CC;
        while (
            end < sentence.Count
            && !sentence.IsComma(end)
            && !sentence.IsBreak(end)
            && !sentence.IsDash(end)
            && !sentence.IsQuotation(end)
            && (opens || !sentence.Is(end, "and"))
        )
        {
            end++;
        }

        if (end == first)
            return null;
        var draft = new AttributionDraft(
            sentence,
            new(first, end, first, NounPhrases.HeadEnd(sentence, first, end)),
            at,
            first,
            Sense,
            null
        );
        if (opens)
            return draft.WithContent(SkipSigns(sentence, end), ContentBoundaries.ClauseEnd(sentence, SkipSigns(sentence, end)));
        var start = 0;
        foreach (var earlier in drafts)
        {
            if (earlier.CueEnd <= at)
                start = Math.Max(start, earlier.Content.Count == 0 ? earlier.CueEnd : earlier.Content[^1].End);
        }

        start = SkipSigns(sentence, start);
        if (sentence.Tag(start) == PosTag.CC)
            start++;
        var stop = at;
        while (stop > start && (sentence.IsComma(stop - 1) || sentence.IsDash(stop - 1) || sentence.Tag(stop - 1).IsAdverb))
            stop--;
        draft.WithContent(start, stop);
        if (sentence.IsComma(at - 1) && sentence.IsComma(end) && ClauseGoesOn(sentence, end + 1))
            draft.WithContent(end + 1, ContentBoundaries.ClauseEnd(sentence, end + 1));
        return draft.IsEmpty ? null : draft;
    }

    // "The dam, according to the mayor, will hold": the clause is not over.
    private static bool ClauseGoesOn(FoldedSentence sentence, int at) =>
        !sentence.IsOver(at)
        && sentence.Tag(at) is not (PosTag.CC or PosTag.VBG or PosTag.WP)
        && sentence.Lower(at) is not ("although" or "though" or "while" or "as");

    private static int SkipSigns(FoldedSentence sentence, int at)
    {
        while (at < sentence.Count && (sentence.IsComma(at) || sentence.IsDash(at) || sentence.Is(at, ":")))
            at++;
        return at;
    }
}
