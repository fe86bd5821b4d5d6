using System.Collections.Immutable;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Questions put to somebody who then answers: "Asked whether it was safe, she said …", "he said when asked about the dam".
/// </summary>
internal static class QuestionCues
{
    private static readonly ImmutableArray<CueSense> Senses =
    [
        .. CueLexicon.Verbs["asked"].Where(sense => sense.Manner == AttributionManner.Asked),
    ];

    public static void AddTo(FoldedSentence sentence, List<AttributionDraft> drafts)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!IsPutToSource(sentence, i) || VerbCues.IsCovered(drafts, i))
                continue;
            if (Complements.FindAfter(sentence, i + 1, Senses, false) is not { } found)
                continue;
            drafts.Add(
                new AttributionDraft(sentence, null, i, found.CueEnd, found.Sense, null).WithContent(
                    found.First,
                    QuestionEnd(sentence, found)
                )
            );
        }
    }

    /// <summary>Where the question that opens a sentence ends and the answer begins, or 0 where none opens it.</summary>
    public static int OpeningEnd(FoldedSentence sentence)
    {
        var at = sentence.Lower(0) is "when" or "if" or "after" or "but" or "and" ? 1 : 0;
        if (!IsPutToSource(sentence, at))
            return 0;
        for (var i = at; i < sentence.Count; i++)
        {
            if (sentence.IsComma(i) && ClauseOpenings.StartsClause(sentence, i + 1))
                return i + 1;
        }

        return 0;
    }

    private static bool IsPutToSource(FoldedSentence sentence, int at) =>
        sentence.Is(at, "asked")
        && (at == 0 || sentence.Lower(at - 1) is "when" or "if" or "after" or "but" or "and" || sentence.IsComma(at - 1))
        && !NounPhrases.IsPart(sentence, at + 1);

    private static int QuestionEnd(FoldedSentence sentence, Complement found)
    {
        for (var i = found.First + 1; i < found.End; i++)
        {
            if (sentence.IsComma(i) && ClauseOpenings.StartsClause(sentence, i + 1))
                return i;
        }

        return found.End;
    }
}
