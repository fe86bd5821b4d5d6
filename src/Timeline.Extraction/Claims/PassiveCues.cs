using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions in the passive: the subject is what is spoken of, or who is quoted.</summary>
internal static class PassiveCues
{
    private const int Farthest = 16;

    public static AttributionDraft? TryRead(FoldedSentence sentence, VerbGroup group, Subject? subject, ImmutableArray<CueSense> senses)
    {
        if (ReadQuoted(sentence, group, subject, senses) is { } quoted)
            return quoted;
        if (ReadSilent(sentence, group, subject, senses) is { } silent)
            return silent;
        senses = [.. senses.Where(sense => !sense.IsSilent && (sense.Particle.Length == 0 || sentence.Is(group.End, sense.Particle)))];
        if (senses.Length == 0)
            return null;
        var impersonal = subject is { } it && sentence.Is(it.First, "it") && it.End - it.First == 1;
        if (impersonal && sentence.Is(group.End, "that"))
        {
            return new AttributionDraft(sentence, null, group.First, group.End, senses[0], group).WithContent(
                group.End,
                ContentBoundaries.ClauseEnd(sentence, group.End)
            );
        }

        if (subject is not { } told)
            return null;
        return ReadWithAgent(sentence, group, told, senses)
            ?? ReadWithInfinitive(sentence, group, told, senses)
            ?? ReadWithAs(sentence, group, told, senses);
    }

    // "was quoted by the agency as saying that": the subject is the source, the agency its medium.
    private static AttributionDraft? ReadQuoted(FoldedSentence sentence, VerbGroup group, Subject? subject, ImmutableArray<CueSense> senses)
    {
        if (subject is null)
            return null;
        for (var i = group.End; i < Math.Min(sentence.Count - 1, group.End + Farthest); i++)
        {
            if (sentence.IsBreak(i))
                return null;
            if (
                !sentence.Is(i, "as")
                || sentence.Tag(i + 1) != PosTag.VBG
                || !CueLexicon.Verbs.TryGetValue(sentence.Lower(i + 1), out var saying)
            )
            {
                continue;
            }

            if (Complements.FindAfter(sentence, i + 2, saying, false) is not { } found)
                return null;
            return new AttributionDraft(sentence, subject, group.First, found.CueEnd, found.Sense, group)
            {
                Via = AgentAfter(sentence, group.End, i),
            }.WithContent(found.First, found.End);
        }
        return null;
    }

    // "could not be reached for comment"
    private static AttributionDraft? ReadSilent(FoldedSentence sentence, VerbGroup group, Subject? subject, ImmutableArray<CueSense> senses)
    {
        if (!group.Negated || subject is null)
            return null;
        if (Complements.FindSilentAfter(sentence, group.End, senses) is not { } found)
            return null;
        return new AttributionDraft(sentence, subject, group.First, found.CueEnd, found.Sense, group).WithContent(found.First, found.End);
    }

    private static AttributionDraft? ReadWithAgent(FoldedSentence sentence, VerbGroup group, Subject told, ImmutableArray<CueSense> senses)
    {
        var by = group.End;
        while (by < Math.Min(sentence.Count, group.End + 6) && !sentence.Is(by, "by") && !sentence.IsVerb(by) && !sentence.IsComma(by))
            by++;
        if (!sentence.Is(by, "by") || sentence.Tag(by + 1) == PosTag.VBG || AgentAt(sentence, by) is not { } agent)
            return null;
        var sense = senses.FirstOrDefault(sense => sense.TakesNoun) ?? senses[0];
        var draft = new AttributionDraft(sentence, agent, group.First, group.End, sense, group).WithContent(told.First, told.End);
        if (sentence.Lower(agent.End) is "for" or "as" or "to" or "of" or "over")
            draft.WithContent(agent.End, ContentBoundaries.PhraseEnd(sentence, agent.End));
        return draft;
    }

    // "is expected to resign"
    private static AttributionDraft? ReadWithInfinitive(
        FoldedSentence sentence,
        VerbGroup group,
        Subject told,
        ImmutableArray<CueSense> senses
    )
    {
        if (
            !sentence.Is(group.End, "to")
            || !sentence.IsVerb(VerbGroups.SkipAdverbs(sentence, group.End + 1)) && senses[0].Stance != Stance.Expects
        )
        {
            return null;
        }

        var sense = senses.FirstOrDefault(sense => sense.TakesInfinitive) ?? senses[0];
        return new AttributionDraft(sentence, null, group.First, group.End, sense, group)
            .WithContent(told.First, told.End)
            .WithContent(group.End, ContentBoundaries.PhraseEnd(sentence, group.End));
    }

    // "was told that": who is told says nothing; the source stays open.
    private static AttributionDraft? ReadWithAs(FoldedSentence sentence, VerbGroup group, Subject told, ImmutableArray<CueSense> senses)
    {
        var sense = senses.FirstOrDefault(sense => sense.TakesNoun && sense.Manner is AttributionManner.Said);
        if (sense is null || !sentence.Is(group.End, "as"))
            return null;
        return new AttributionDraft(sentence, null, group.First, group.End, sense, group)
            .WithContent(told.First, told.End)
            .WithContent(group.End, ContentBoundaries.PhraseEnd(sentence, group.End));
    }

    private static Subject? AgentAfter(FoldedSentence sentence, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (sentence.Is(i, "by"))
                return AgentAt(sentence, i);
        }

        return null;
    }

    public static Subject? AgentAt(FoldedSentence sentence, int by)
    {
        var end = NounPhrases.FullEnd(sentence, by + 1);
        return end > by + 1 ? new(by + 1, end, by + 1, NounPhrases.HeadEnd(sentence, by + 1, end)) : null;
    }
}
