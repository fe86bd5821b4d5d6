using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions made by verbs: "X said that Y", "X was criticised by Y", "X, saying Y".</summary>
internal sealed class VerbCues(Line line, List<VerbGroup> groups, Subjects subjects)
{
    public void Read(List<Draft> drafts)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var subject = Speaking(drafts, groups[i]) ?? subjects.Of(i);
            var group = groups[i];
            if (IsCovered(drafts, group.Head) || Readings(group) is not { } readings)
                continue;
            var draft = group.Passive ? Passives.Read(line, group, subject, readings) : Active(group, subject, readings);
            if (draft is not null)
                drafts.Add(draft);
        }
    }

    // "said that …, adding that …": what stands right behind somebody's words goes on with them.
    private Subject? Speaking(List<Draft> drafts, VerbGroup group)
    {
        var before = group.First - 1;
        while (line.Tag(before).IsAdverb)
            before--;
        if (line.Tag(before) != Tag.CC && !(line.IsComma(before) && line.Tag(group.First) == Tag.VBG))
            return null;
        foreach (var draft in drafts)
        {
            if (
                draft.Source is { } source
                && source.First > draft.CueFirst
                && source.End >= before - 1
                && source.End <= before
                && line.Tag(group.First) == Tag.VBG
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

    public static bool IsCovered(List<Draft> drafts, int item)
    {
        foreach (var draft in drafts)
        {
            if (draft.Covers(item))
                return true;
        }

        return false;
    }

    /// <summary>The attribution that a stretch of the line consists of: it begins with its source, or with "that" and its source.</summary>
    public Draft? Within(Run content)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].First < content.First || groups[i].Passive)
                continue;
            if (groups[i].End >= content.End || Readings(groups[i]) is not { } readings || subjects.Of(i) is not { } subject)
                return null;
            if (
                subject.First < content.First
                || subject.First > content.First + 1
                || Active(groups[i], subject, readings) is not { Reading.Manner: Manner.Said } draft
            )
            {
                return null;
            }

            draft.Content.RemoveAll(part => part.First >= content.End);
            return draft;
        }
        return null;
    }

    private ImmutableArray<CueReading>? Readings(VerbGroup group) =>
        Lexicon.Verbs.TryGetValue(line.Lower(group.Head), out var readings) ? readings : null;

    private Draft? Active(VerbGroup group, Subject? subject, ImmutableArray<CueReading> readings)
    {
        if (subject is not { } source || Bare(group))
            return null;
        var first = CueFirst(group);
        var end = Joined(group);
        if (Complements.After(line, end, readings, group.Negated) is { } found)
            return new Draft(line, source, first, found.CueEnd, found.Reading, group).With(found.First, SubordinateEnd(source, found));
        if (
            line.Is(line.Count - 1, ":")
            && line.Count - group.End < 8
            && readings.FirstOrDefault(reading => reading.TakesQuote) is { } quoting
        )
        {
            return new(line, source, first, line.Count, quoting, group) { Awaits = true };
        }

        return Gap(group, source, first, readings);
    }

    // "While the mayor said it was safe, engineers …": what opens the sentence ends at the comma before its main clause.
    private int SubordinateEnd(Subject source, Complement found)
    {
        var opener = source.First - 1;
        while (opener > 0 && line.Tag(opener).IsAdverb)
            opener--;
        if (
            line.Lower(opener)
            is not ("while" or "as" or "when" or "after" or "although" or "though" or "because" or "if" or "since" or "before" or "unless")
        )
        {
            return found.End;
        }

        for (var i = found.First + 1; i < found.End; i++)
        {
            if (line.IsComma(i) && Complements.StartsClause(line, VerbGroups.SkipAdverbs(line, i + 1)))
                return i;
        }

        return found.End;
    }

    // "neither confirmed nor denied the offer": both verbs have one content.
    private int Joined(VerbGroup group)
    {
        if (line.Lower(group.End) is not ("nor" or "or" or "and"))
            return group.End;
        return line.IsVerb(group.End + 1) && Lexicon.Verbs.ContainsKey(line.Lower(group.End + 1)) ? group.End + 2 : group.End;
    }

    // "a deal that she supported", "claims he denied": what is said stands before its source.
    private Draft? Gap(VerbGroup group, Subject source, int first, ImmutableArray<CueReading> readings)
    {
        var reading = readings.FirstOrDefault(reading => reading.TakesNoun && !reading.IsSilent && reading.Particle.Length == 0);
        var before = source.First - 1;
        if (reading is null || before < 0 || source.End > first)
            return null;
        if (line.Tag(before) is Tag.WDT or Tag.WP)
            return new Draft(line, source, first, group.End, reading, group).With(before, before + 1);
        if (!line.Tag(before).IsNoun || line.IsQuotation(before))
            return null;
        return new Draft(line, source, first, group.End, reading, group).With(NounPhrases.Back(line, before + 1), before + 1);
    }

    // A participle without an auxiliary tells of its noun unless it stands apart: "supporters backing him".
    private bool Bare(VerbGroup group) =>
        line.Tag(group.First) is Tag.VBN
        || line.Tag(group.First) == Tag.VB && line.Tag(group.First - 1) != Tag.MD
        || group.IsInfinitive(line) && line.Is(group.Head, "comment");

    private int CueFirst(VerbGroup group)
    {
        var first = group.First;
        while (line.Tag(first - 1).IsAdverb)
            first--;
        return first;
    }
}
