using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions that stand after their content or in its midst: “X,” he said, “Y.” · The plan is dead, said the mayor.</summary>
internal sealed class Postposed(Line line, List<VerbGroup> groups)
{
    public void Read(List<Draft> drafts)
    {
        foreach (var group in groups)
        {
            if (group.Passive || !group.Finite || VerbCues.IsCovered(drafts, group.Head))
                continue;
            if (!Lexicon.Verbs.TryGetValue(line.Lower(group.Head), out var readings))
                continue;
            var reading = readings.FirstOrDefault(reading =>
                reading.TakesQuote && (reading.Particle.Length == 0 || line.Is(group.End, reading.Particle))
            );
            if (reading is not null && (Inverted(group, reading, drafts) ?? Straight(group, reading, drafts)) is { } draft)
                drafts.Add(draft);
        }
    }

    // “…,” said the mayor.
    private Draft? Inverted(VerbGroup group, CueReading reading, List<Draft> drafts)
    {
        if (!EndsContent(group.First - 1) || group.Head != group.First)
            return null;
        if (!line.IsSpeech(group.First - 1) && (reading.TakesNoun || reading.TakesAddressee))
            return null;
        var first = group.End;
        var end = NounPhrases.FullEnd(line, first);
        if (
            end == first
            || line.IsQuotation(first)
            || Complements.IsMoment(line, first)
            || line.Tag(VerbGroups.SkipAdverbs(line, end)).IsFinite && !line.IsComma(end)
        )
        {
            return null;
        }

        end = WithApposition(end);
        var source = new Subject(first, end, first, NounPhrases.HeadEnd(line, first, end));
        return Around(new(line, source, group.First, group.End, reading, group), group.First, end, drafts);
    }

    // “…,” the mayor said · The plan, the mayor said, is dead
    private Draft? Straight(VerbGroup group, CueReading reading, List<Draft> drafts)
    {
        if (Subjects.Direct(line, group.First) is not { } source || source.First == 0 || !EndsContent(source.First - 1))
            return null;
        var after = group.End + (reading.Particle.Length > 0 ? 1 : 0);
        if (!line.IsSpeech(source.First - 1) && !Stands(after, reading))
            return null;
        if (line.Is(after, "that") || line.IsComma(after) && line.Is(after + 1, "that"))
            return null;
        var first = group.First;
        while (first > source.End && line.Tag(first - 1).IsAdverb)
            first--;
        return Around(new(line, source, first, after, reading, group), source.First, after, drafts);
    }

    // Content before a comma needs a verb of its own after it no more: nothing, a comma or an adjunct follows.
    private bool Stands(int after, CueReading reading)
    {
        if (line.IsOver(after) || line.IsComma(after))
            return true;
        if (!AdjunctToEnd(after))
            return false;
        return Complements.IsMoment(line, after)
            || line.Tag(after) is Tag.IN && !line.Is(after, "that") && Complements.After(line, after, [reading], false) is null;
    }

    private bool AdjunctToEnd(int at)
    {
        for (var i = at; i < line.Count; i++)
        {
            if (line.Tag(i).IsFinite || line.IsQuotation(i))
                return false;
        }

        return true;
    }

    private bool EndsContent(int at) => line.IsComma(at) || line.IsSpeech(at) || line.IsDash(at) && at > 0;

    private Draft? Around(Draft draft, int before, int after, List<Draft> drafts)
    {
        var start = Questions.OpeningEnd(line);
        foreach (var earlier in drafts)
        {
            foreach (var part in earlier.Content)
                start = Math.Max(start, part.End);
        }

        while (start < before && (line.Tag(start) == Tag.CC || line.IsComma(start) || line.IsBreak(start)))
            start++;
        var end = before;
        while (end > start && (line.IsComma(end - 1) || line.IsDash(end - 1)))
            end--;
        if (end <= start && start > 0)
            return After(draft, after) is { IsEmpty: false } answer ? answer : null;
        if (end <= start || !IsContent(start, end) && !(line.IsComma(after) && IsContent(after + 1, line.Count)))
            return null;
        draft.With(start, end);
        return After(draft, after);
    }

    // "On Monday, he said" has no content before it.
    private bool IsContent(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (line.IsQuotation(i) || line.Tag(i).IsFinite)
                return true;
        }

        return false;
    }

    private Draft After(Draft draft, int after)
    {
        var at = after;
        while (
            at < line.Count
            && !line.IsComma(at)
            && !line.IsQuotation(at)
            && !line.Is(at, ":")
            && !line.IsBreak(at)
            && !line.Tag(at).IsFinite
        )
        {
            at++;
        }

        if (line.IsQuotation(at))
            return draft.With(at, Bounds.OfClause(line, at));
        if (line.Is(at, ":"))
            return draft.With(at + 1, Bounds.OfClause(line, at + 1));
        if (!line.IsComma(at))
            return draft;
        var next = at + 1;
        if (line.IsQuotation(next))
            return draft.With(next, Bounds.OfClause(line, next));
        if (at != after || line.Tag(VerbGroups.SkipAdverbs(line, next)) is Tag.VBG or Tag.VBN or Tag.CC or Tag.WP or Tag.WDT)
            return draft;
        if (line.Lower(next) is "according" or "as" or "after" or "when" or "before" or "in")
            return draft;
        return draft.With(next, Bounds.OfClause(line, next));
    }

    private int WithApposition(int end)
    {
        while (
            line.IsComma(end)
            && (line.Tag(end + 1) is Tag.DT or Tag.CD or Tag.NN or Tag.NNP or Tag.WP or Tag.JJ or Tag.PRPS || line.Is(end + 1, "who"))
            && !line.Tag(end + 1).IsFinite
        )
        {
            var next = end + 1;
            while (next < line.Count && !line.IsComma(next) && !line.IsBreak(next) && !line.IsQuotation(next))
                next++;
            if (next == end + 1)
                break;
            end = next;
        }
        return end;
    }
}
