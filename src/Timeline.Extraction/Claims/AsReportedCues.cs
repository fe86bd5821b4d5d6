using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Sources behind a clause: "warned the board, as the Herald reported". What they said is that clause, without whoever is named before it
/// as asserting, denying or withholding it.
/// </summary>
internal static class AsReportedCues
{
    private const int FarthestVerb = 10;

    public static void AddTo(FoldedSentence sentence, List<VerbGroup> groups, List<AttributionDraft> drafts)
    {
        for (var i = 1; i + 2 < sentence.Count; i++)
        {
            if (sentence.Is(i, "as") && sentence.IsComma(i - 1) && ReadAt(sentence, i, groups, drafts) is { } draft)
                drafts.Add(draft);
        }
    }

    private static AttributionDraft? ReadAt(FoldedSentence sentence, int at, List<VerbGroup> groups, List<AttributionDraft> drafts)
    {
        var group = groups.Find(candidate => candidate.First > at);
        if (!group.Finite || group.Passive || group.Negated || group.First - at > FarthestVerb || VerbCues.IsCovered(drafts, group.Head))
            return null;
        if (
            !CueLexicon.Verbs.TryGetValue(sentence.Lower(group.Head), out var senses)
            || senses.FirstOrDefault(sense => sense is { TakesClause: true, Manner: AttributionManner.Said, Particle: "" }) is not { } sense
            || Subjects.SubjectBefore(sentence, group.First) is not { } source
            || source.First != at + 1
            || !sentence.IsOver(TimeAdjuncts.SkipTime(sentence, group.End)) && !sentence.IsComma(TimeAdjuncts.SkipTime(sentence, group.End))
        )
        {
            return null;
        }

        return new AttributionDraft(sentence, source, group.First, group.End, sense, group).WithContent(ContentStart(sentence, at), at - 1);
    }

    // After "whether" or "that", where such a word opens the clause right before.
    private static int ContentStart(FoldedSentence sentence, int at)
    {
        for (var i = at - 2; i > 0; i--)
        {
            if (sentence.Lower(i) is "whether" or "if" || sentence.Is(i, "that") && sentence.Tag(i) == PosTag.IN)
                return i + 1;
        }

        return sentence.Tag(0) == PosTag.CC ? 1 : 0;
    }
}
