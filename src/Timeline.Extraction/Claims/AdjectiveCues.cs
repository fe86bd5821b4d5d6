namespace Timeline.Extraction.Claims;

/// <summary>Attributions made by adjectives: "is confident that", "was critical of".</summary>
internal sealed class AdjectiveCues(Line line, List<VerbGroup> groups, Subjects subjects)
{
    public void Read(List<Draft> drafts)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var group = groups[i];
            if (Adjective(group) is not { } adjective || VerbCues.IsCovered(drafts, adjective))
                continue;
            if (!Lexicon.Adjectives.TryGetValue(line.Lower(adjective), out var readings) || subjects.Of(i) is not { } source)
                continue;
            if (Complements.After(line, adjective + 1, readings, group.Negated) is not { } found || line.Is(source.First, "it"))
                continue;
            drafts.Add(new Draft(line, source, group.First, found.CueEnd, found.Reading, group).With(found.First, found.End));
        }
    }

    // The adjective, which the tagger may take for a participle: "was concerned".
    private int? Adjective(VerbGroup group)
    {
        if (group.Passive && !Lexicon.Verbs.ContainsKey(line.Lower(group.Head)))
            return group.Head;
        if (!Lexicon.Copulas.Contains(line.Lower(group.Head)) && line.Lower(group.Head) is not ("'s" or "'re" or "'m"))
            return null;
        return VerbGroups.SkipAdverbs(line, group.End);
    }
}
