using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions made by nouns: "Smith's claim that", "made an accusation of", "the belief that".</summary>
internal sealed class NounCues(FoldedSentence sentence, List<VerbGroup> groups, Subjects subjects)
{
    // So far into a reply the claim stands that it names.
    private const int FarthestNoun = 8;

    public void AddTo(List<AttributionDraft> drafts)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.Tag(i) is not (PosTag.NN or PosTag.NNS) || !CueLexicon.Nouns.TryGetValue(sentence.Lower(i), out var senses))
                continue;
            var author = AuthorAfter(i);
            var covered = VerbCues.IsCovered(drafts, i);
            if (Complements.FindAfterNoun(sentence, author?.End ?? i + 1, senses, covered) is not { } found)
                continue;
            if (covered && !IsAnswered(drafts, i, found))
                continue;
            found = found with { End = SubjectEnd(found) };
            if (author is { } named)
                drafts.Add(new AttributionDraft(sentence, named, i, i + 1, found.Sense, null).WithContent(found.First, found.End));
            else if (ReadAt(i, found) is { } draft && (!found.Sense.IsSilent || draft.IsNegated))
                drafts.Add(draft);
        }
    }

    // "a report by Halden Radio that", "a story in the Herald that"
    private Subject? AuthorAfter(int noun)
    {
        if (sentence.Lower(noun + 1) is not ("by" or "in" or "from" or "on"))
            return null;
        var end = NounPhrases.BaseEnd(sentence, noun + 2);
        return end > noun + 2 && sentence.Is(end, "that") ? new Subject(noun + 2, end, noun + 2, end) : null;
    }

    // "rejected Holm's claim that …": the reply holds the claim that it answers.
    private bool IsAnswered(List<AttributionDraft> drafts, int noun, Complement found) =>
        sentence.Is(found.First, "that")
        && drafts.TrueForAll(draft =>
            !draft.Covers(noun) || draft.Content.Exists(part => part.First <= noun && noun < part.First + FarthestNoun)
        )
        && drafts.Exists(draft =>
            draft.Covers(noun) && draft.Sense.Stance is Stance.Denies or Stance.Disputes or Stance.Confirms or Stance.DeclinesToComment
        );

    private AttributionDraft? ReadAt(int noun, Complement found)
    {
        var first = noun;
        while (
            first > 0
            && (
                sentence.Tag(first - 1).IsAdjective
                || sentence.Tag(first - 1) is PosTag.NN or PosTag.VBN or PosTag.VBG or PosTag.RB or PosTag.CD
            )
        )
        {
            first--;
        }

        if (FindPossessor(first) is { } owner)
            return new AttributionDraft(sentence, owner, first, found.CueEnd, found.Sense, null).WithContent(found.First, found.End);
        if (sentence.Tag(first - 1).IsName && sentence.Is(found.First, "that"))
        {
            var name = NounPhrases.StartBefore(sentence, first);
            while (name < first - 1 && !sentence.Tag(name).IsName)
                name++;
            return new AttributionDraft(sentence, new(name, first, name, first), first, found.CueEnd, found.Sense, null).WithContent(
                found.First,
                found.End
            );
        }

        var phrase = sentence.Tag(first - 1) is PosTag.DT or PosTag.PDT ? first - 1 : first;
        if (FindLightVerb(phrase) is { } group && subjects.SubjectOf(groups.IndexOf(group)) is { } maker)
            return new AttributionDraft(sentence, maker, group.First, found.CueEnd, found.Sense, group).WithContent(found.First, found.End);
        return sentence.Is(found.First, "that")
            ? new AttributionDraft(sentence, null, phrase, found.CueEnd, found.Sense, null).WithContent(found.First, found.End)
            : null;
    }

    // "His attacks on the court have alarmed her": the verb of the whole sentence is none of the noun's.
    private int SubjectEnd(Complement found)
    {
        if (sentence.Is(found.First, "that"))
            return found.End;
        for (var i = found.First + 1; i < found.End; i++)
        {
            if (sentence.Tag(i) is PosTag.WP or PosTag.WDT || sentence.Is(i, "that"))
                return found.End;
            else if (sentence.Tag(i).IsFinite && sentence.Tag(i - 1) is not PosTag.PRP)
                return i;
        }

        return found.End;
    }

    private Subject? FindPossessor(int first)
    {
        if (sentence.Tag(first - 1) == PosTag.PRPS)
            return new(first - 1, first, first - 1, first);
        if (sentence.Tag(first - 1) != PosTag.POS)
            return null;
        var start = NounPhrases.StartBefore(sentence, first - 1);
        while (start < first - 1 && LastPreposition(start, first - 1) is > 0 and var preposition && sentence.Lower(preposition) is not "of")
            start = preposition + 1;
        return start < first - 1 ? new(start, first, start, first - 1) : null;
    }

    private int LastPreposition(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            if (sentence.Tag(i) is PosTag.IN or PosTag.TO)
                return i;
        }

        return -1;
    }

    private VerbGroup? FindLightVerb(int phrase)
    {
        foreach (var group in groups)
        {
            if (group.End == phrase && !group.Passive && CueLexicon.LightVerbs.Contains(sentence.Lower(group.Head)))
                return group;
        }

        return null;
    }
}
