using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions made by nouns: "Smith's claim that", "made an accusation of", "the belief that".</summary>
internal sealed class NounCues(Line line, List<VerbGroup> groups, Subjects subjects)
{
    public void Read(List<Draft> drafts)
    {
        for (var i = 0; i < line.Count; i++)
        {
            if (line.Tag(i) is not (Tag.NN or Tag.NNS) || !Lexicon.Nouns.TryGetValue(line.Lower(i), out var readings))
                continue;
            if (VerbCues.IsCovered(drafts, i) || Complements.AfterNoun(line, i + 1, readings) is not { } found)
                continue;
            found = found with { End = SubjectEnd(found) };
            if (At(i, found) is { } draft && (!found.Reading.IsSilent || draft.IsNegated))
                drafts.Add(draft);
        }
    }

    private Draft? At(int noun, Complement found)
    {
        var first = noun;
        while (first > 0 && (line.Tag(first - 1).IsAdjective || line.Tag(first - 1) is Tag.NN or Tag.VBN or Tag.VBG or Tag.RB or Tag.CD))
            first--;
        if (Possessor(first) is { } owner)
            return new Draft(line, owner, first, found.CueEnd, found.Reading, null).With(found.First, found.End);
        var phrase = line.Tag(first - 1) is Tag.DT or Tag.PDT ? first - 1 : first;
        if (Light(phrase) is { } group && subjects.Of(groups.IndexOf(group)) is { } maker)
            return new Draft(line, maker, group.First, found.CueEnd, found.Reading, group).With(found.First, found.End);
        return line.Is(found.First, "that")
            ? new Draft(line, null, phrase, found.CueEnd, found.Reading, null).With(found.First, found.End)
            : null;
    }

    // "His attacks on the court have alarmed her": the verb of the whole sentence is none of the noun's.
    private int SubjectEnd(Complement found)
    {
        if (line.Is(found.First, "that"))
            return found.End;
        for (var i = found.First + 1; i < found.End; i++)
        {
            if (line.Tag(i) is Tag.WP or Tag.WDT || line.Is(i, "that"))
                return found.End;
            else if (line.Tag(i).IsFinite && line.Tag(i - 1) is not Tag.PRP)
                return i;
        }

        return found.End;
    }

    private Subject? Possessor(int first)
    {
        if (line.Tag(first - 1) == Tag.PRPS)
            return new(first - 1, first, first - 1, first);
        if (line.Tag(first - 1) != Tag.POS)
            return null;
        var start = NounPhrases.Back(line, first - 1);
        while (start < first - 1 && LastPreposition(start, first - 1) is > 0 and var preposition && line.Lower(preposition) is not "of")
            start = preposition + 1;
        return start < first - 1 ? new(start, first, start, first - 1) : null;
    }

    private int LastPreposition(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (line.Tag(i) is Tag.IN or Tag.TO)
                return i;
        }

        return -1;
    }

    private VerbGroup? Light(int phrase)
    {
        foreach (var group in groups)
        {
            if (group.End == phrase && !group.Passive && Lexicon.LightVerbs.Contains(line.Lower(group.Head)))
                return group;
        }

        return null;
    }
}
