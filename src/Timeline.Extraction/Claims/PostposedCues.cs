using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions that stand after their content or in its midst: “X,” he said, “Y.” · The plan is dead, said the mayor.</summary>
internal sealed partial class PostposedCues(FoldedSentence sentence, List<VerbGroup> groups)
{
    public void AddTo(List<AttributionDraft> drafts)
    {
        foreach (var group in groups)
        {
            if (group.Passive || !group.Finite || VerbCues.IsCovered(drafts, group.Head))
                continue;
            if (!CueLexicon.Verbs.TryGetValue(sentence.Lower(group.Head), out var senses))
                continue;
            var sense = senses.FirstOrDefault(sense =>
                sense.TakesQuote && (sense.Particle.Length == 0 || sentence.Is(group.End, sense.Particle))
            );
            if (sense is not null && (ReadInverted(group, sense, drafts) ?? ReadStraight(group, sense, drafts)) is { } draft)
                drafts.Add(draft);
        }
    }

    // “…,” said the mayor.
    private AttributionDraft? ReadInverted(VerbGroup group, CueSense sense, List<AttributionDraft> drafts)
    {
        if (!EndsContent(group.First - 1) || group.Head != group.First)
            return null;
        if (!sentence.IsSpeech(group.First - 1) && (sense.TakesNoun || sense.TakesAddressee))
            return null;
        var first = group.End;
        var end = NounPhrases.FullEnd(sentence, first);
        if (
            end == first
            || sentence.IsQuotation(first)
            || TimeAdjuncts.IsTimeNoun(sentence, first)
            || sentence.Tag(VerbGroups.SkipAdverbs(sentence, end)).IsFinite && !sentence.IsComma(end)
        )
        {
            return null;
        }

        if (IsBehindSubject(group, end))
            return null;
        end = WithApposition(end);
        var source = new Subject(first, end, first, NounPhrases.HeadEnd(sentence, first, end));
        return WithContentAround(new(sentence, source, group.First, group.End, sense, group), group.First, end, drafts);
    }

    // "Holm, who left in May, said a device called Aria was …": the comma closes an aside of the subject, and a clause follows.
    private bool IsBehindSubject(VerbGroup group, int end)
    {
        if (!sentence.IsComma(group.First - 1) || Subjects.SubjectBefore(sentence, group.First) is not { First: 0 } subject)
            return false;
        if (subject.HeadEnd >= group.First - 1)
            return false;
        for (var i = end; i < sentence.Count && !sentence.IsBreak(i); i++)
        {
            if (sentence.Tag(i).IsFinite)
                return true;
        }

        return false;
    }

    // “…,” the mayor said · The plan, the mayor said, is dead
    private AttributionDraft? ReadStraight(VerbGroup group, CueSense sense, List<AttributionDraft> drafts)
    {
        if (Subjects.SubjectBefore(sentence, group.First) is not { } source || source.First == 0 || !EndsContent(source.First - 1))
            return null;
        var after = group.End + (sense.Particle.Length > 0 ? 1 : 0);
        if (!sentence.IsSpeech(source.First - 1) && !CanStandBehind(after, sense))
            return null;
        if (sentence.Is(after, "that") || sentence.IsComma(after) && sentence.Is(after + 1, "that"))
            return null;
        var first = group.First;
        while (first > source.End && sentence.Tag(first - 1).IsAdverb)
            first--;
        return WithContentAround(new(sentence, source, first, after, sense, group), source.First, after, drafts);
    }

    // Content before a comma needs a verb of its own after it no more: nothing, a comma or an adjunct follows.
    private bool CanStandBehind(int after, CueSense sense)
    {
        if (sentence.IsOver(after) || sentence.IsComma(after))
            return true;
        // "…, she told the committee, …"
        if (sense.TakesAddressee && NounPhrases.BaseEnd(sentence, after) is var end && end > after)
            return IsOverAt(end) || IsOverAt(TimeAdjuncts.SkipTime(sentence, end));
        if (!AdjunctToEnd(after))
            return false;
        return TimeAdjuncts.IsTimeNoun(sentence, after)
            || sentence.Tag(after) is PosTag.IN
                && !sentence.Is(after, "that")
                && Complements.FindAfter(sentence, after, [sense], false) is null;
    }

    private bool IsOverAt(int at) => sentence.IsOver(at) || sentence.IsComma(at);

    private bool AdjunctToEnd(int at)
    {
        for (var i = at; i < sentence.Count; i++)
        {
            if (sentence.Tag(i).IsFinite || sentence.IsQuotation(i))
                return false;
        }

        return true;
    }

    private bool EndsContent(int at) => sentence.IsComma(at) || sentence.IsSpeech(at) || sentence.IsDash(at) && at > 0;

    private AttributionDraft? WithContentAround(AttributionDraft draft, int before, int after, List<AttributionDraft> drafts)
    {
        var start = QuestionCues.OpeningEnd(sentence);
        foreach (var earlier in drafts)
        {
            foreach (var part in earlier.Content)
                start = Math.Max(start, part.End);
        }

        while (start < before && (sentence.Tag(start) == PosTag.CC || sentence.IsComma(start) || sentence.IsBreak(start)))
            start++;
        var end = before;
        while (end > start && (sentence.IsComma(end - 1) || sentence.IsDash(end - 1)))
            end--;
        if (end <= start && start > 0)
            return WithContentAfter(draft, after) is { IsEmpty: false } answer ? answer : null;
        if (end <= start || !IsContent(start, end) && !(sentence.IsComma(after) && IsContent(after + 1, sentence.Count)))
            return null;
        draft.WithContent(start, end);
        return WithContentAfter(draft, after);
    }
}
