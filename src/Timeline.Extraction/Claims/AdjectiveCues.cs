namespace Timeline.Extraction.Claims;

/// <summary>Attributions made by adjectives: "is confident that", "was critical of".</summary>
internal sealed class AdjectiveCues(FoldedSentence sentence, List<VerbGroup> groups, Subjects subjects)
{
    public void AddTo(List<AttributionDraft> drafts)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            if (FindAdjective(group) is not { } adjective || VerbCues.IsCovered(drafts, adjective))
                continue;
            if (!CueLexicon.Adjectives.TryGetValue(sentence.Lower(adjective), out var senses) || subjects.SubjectOf(i) is not { } source)
                continue;
            if (Complements.FindAfter(sentence, adjective + 1, senses, group.Negated) is not { } found || sentence.Is(source.First, "it"))
                continue;
            drafts.Add(
                new AttributionDraft(sentence, source, group.First, found.CueEnd, found.Sense, group).WithContent(found.First, found.End)
            );
        }
    }

    // The adjective, which the tagger may take for a participle: "was concerned".
    private int? FindAdjective(VerbGroup group)
    {
        if (group.Passive && !CueLexicon.Verbs.ContainsKey(sentence.Lower(group.Head)))
            return group.Head;
        if (!CueLexicon.Copulas.Contains(sentence.Lower(group.Head)) && sentence.Lower(group.Head) is not ("'s" or "'re" or "'m"))
            return null;
        return VerbGroups.SkipAdverbs(sentence, group.End);
    }
}
