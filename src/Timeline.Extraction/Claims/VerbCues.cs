using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions made by verbs: "X said that Y", "X was criticised by Y", "X, saying Y".</summary>
internal sealed class VerbCues(FoldedSentence sentence, List<VerbGroup> groups, Subjects subjects)
{
    public void AddTo(List<AttributionDraft> drafts)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var subject = FindSpeakerBefore(drafts, groups[i]) ?? subjects.SubjectOf(i);
            var group = groups[i];
            if (IsCovered(drafts, group.Head) || SensesOf(group) is not { } senses)
                continue;
            var draft = group.Passive ? PassiveCues.TryRead(sentence, group, subject, senses) : ReadActive(group, subject, senses);
            if (draft is not null)
                drafts.Add(draft);
        }
    }

    // "said that …, adding that …": what stands right behind somebody's words goes on with them.
    private Subject? FindSpeakerBefore(List<AttributionDraft> drafts, VerbGroup group)
    {
        var before = group.First - 1;
        while (sentence.Tag(before).IsAdverb)
            before--;
        if (sentence.Tag(before) != PosTag.CC && !(sentence.IsComma(before) && sentence.Tag(group.First) == PosTag.VBG))
            return null;
        foreach (var draft in drafts)
        {
            if (
                draft.Source is { } source
                && source.First > draft.CueFirst
                && source.End >= before - 1
                && source.End <= before
                && sentence.Tag(group.First) == PosTag.VBG
            )
            {
                return source;
            }

            foreach (var part in draft.Content)
            {
                if (part.End >= before - 1 && part.End <= before)
                    return draft.Source;
            }
        }

        return null;
    }

    public static bool IsCovered(List<AttributionDraft> drafts, int item)
    {
        foreach (var draft in drafts)
        {
            if (draft.Covers(item))
                return true;
        }

        return false;
    }

    /// <summary>
    /// The attribution that a span of the sentence consists of: it begins with its source, or with "that" and its source.
    /// </summary>
    public AttributionDraft? ReadWithin(TokenSpan content)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].First < content.First || groups[i].Passive)
                continue;
            if (groups[i].End >= content.End || SensesOf(groups[i]) is not { } senses || subjects.SubjectOf(i) is not { } subject)
                return null;
            if (
                subject.First < content.First
                || subject.First > content.First + 1
                || ReadActive(groups[i], subject, senses) is not { Sense.Manner: AttributionManner.Said } draft
            )
            {
                return null;
            }

            draft.Content.RemoveAll(part => part.First >= content.End);
            return draft;
        }
        return null;
    }

    private ImmutableArray<CueSense>? SensesOf(VerbGroup group) =>
        CueLexicon.Verbs.TryGetValue(sentence.Lower(group.Head), out var senses) ? senses : null;

    private AttributionDraft? ReadActive(VerbGroup group, Subject? subject, ImmutableArray<CueSense> senses)
    {
        if (subject is not { } source || IsBare(group))
            return null;
        var first = CueFirst(group);
        var end = EndOfJoinedVerbs(group);
        if (Complements.FindAfter(sentence, end, senses, group.Negated) is { } found)
        {
            return new AttributionDraft(sentence, source, first, found.CueEnd, found.Sense, group).WithContent(
                found.First,
                SubordinateEnd(source, found)
            );
        }

        if (
            sentence.Is(sentence.Count - 1, ":")
            && sentence.Count - group.End < 8
            && senses.FirstOrDefault(sense => sense.TakesQuote) is { } quoting
        )
        {
            return new(sentence, source, first, sentence.Count, quoting, group) { AwaitsQuotation = true };
        }

        return ReadGap(group, source, first, senses);
    }

    // "While the mayor said it was safe, engineers …": what opens the sentence ends at the comma before its main clause.
    private int SubordinateEnd(Subject source, Complement found)
    {
        var opener = source.First - 1;
        while (opener > 0 && sentence.Tag(opener).IsAdverb)
            opener--;
        if (
            sentence.Lower(opener)
            is not ("while" or "as" or "when" or "after" or "although" or "though" or "because" or "if" or "since" or "before" or "unless")
        )
        {
            return found.End;
        }

        for (var i = found.First + 1; i < found.End; i++)
        {
            if (sentence.IsComma(i) && ClauseOpenings.StartsClause(sentence, VerbGroups.SkipAdverbs(sentence, i + 1)))
                return i;
        }

        return found.End;
    }

    // "neither confirmed nor denied the offer": both verbs have one content.
    private int EndOfJoinedVerbs(VerbGroup group)
    {
        if (sentence.Lower(group.End) is not ("nor" or "or" or "and"))
            return group.End;
        return sentence.IsVerb(group.End + 1) && CueLexicon.Verbs.ContainsKey(sentence.Lower(group.End + 1)) ? group.End + 2 : group.End;
    }

    // "a deal that she supported", "claims he denied": what is said stands before its source.
    private AttributionDraft? ReadGap(VerbGroup group, Subject source, int first, ImmutableArray<CueSense> senses)
    {
        var sense = senses.FirstOrDefault(sense => sense.TakesNoun && !sense.IsSilent && sense.Particle.Length == 0);
        var before = source.First - 1;
        if (sense is null || before < 0 || source.End > first)
            return null;
        if (sentence.Tag(before) is PosTag.WDT or PosTag.WP)
            return new AttributionDraft(sentence, source, first, group.End, sense, group).WithContent(before, before + 1);
        if (!sentence.Tag(before).IsNoun || sentence.IsQuotation(before))
            return null;
        return new AttributionDraft(sentence, source, first, group.End, sense, group).WithContent(
            NounPhrases.StartBefore(sentence, before + 1),
            before + 1
        );
    }

    // A participle without an auxiliary tells of its noun unless it stands apart: "supporters backing him".
    private bool IsBare(VerbGroup group) =>
        sentence.Tag(group.First) is PosTag.VBN
        || sentence.Tag(group.First) == PosTag.VB && sentence.Tag(group.First - 1) != PosTag.MD
        || group.IsInfinitive(sentence) && sentence.Is(group.Head, "comment");

    private int CueFirst(VerbGroup group)
    {
        var first = group.First;
        while (sentence.Tag(first - 1).IsAdverb)
            first--;
        return first;
    }
}
