using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Items of a line that name a source, and those to identify it by.</summary>
internal readonly record struct Subject(int First, int End, int WhoFirst, int WhoEnd);

/// <summary>Who does what the verb groups of a line tell.</summary>
internal sealed class Subjects(Line line, List<VerbGroup> groups)
{
    private readonly Subject?[] _known = new Subject?[groups.Count];

    /// <summary>The subject of a verb group, taken over from an earlier group where verbs share it; groups must be asked for in order.</summary>
    public Subject? Of(int index)
    {
        var group = groups[index];
        var subject = group.IsInfinitive(line) ? Earlier(index) : Direct(line, group.First) ?? (Shares(group) ? Earlier(index) : null);
        return _known[index] = subject;
    }

    /// <summary>The subject that stands before an item, or null.</summary>
    public static Subject? Direct(Line line, int verb)
    {
        var end = SkipAdjuncts(line, verb);
        if (line.Tag(end - 1) is Tag.WP or Tag.WDT || line.Is(end - 1, "who"))
            return Relative(line, end - 1);
        if (line.IsComma(end - 1) || line.IsDash(end - 1))
            return Interrupted(line, end - 1);
        return Plain(line, end);
    }

    private static Subject? Plain(Line line, int end)
    {
        var first = NounPhrases.Back(line, end);
        if (first >= end || !HasNominal(line, first, end))
            return null;
        return Make(line, first, end);
    }

    // A phrase between commas stands between subject and verb: an apposition, an age, a relative clause.
    private static Subject? Interrupted(Line line, int close)
    {
        var open = close;
        for (var tries = 0; tries < 5; tries++)
        {
            open--;
            while (open >= 0 && !line.IsComma(open) && !line.IsDash(open) && !line.IsBreak(open))
                open--;
            if (open <= 0 || line.IsBreak(open))
                return null;
            if (line.IsComma(open) != line.IsComma(close) || !CanInterrupt(line, open + 1))
                continue;
            if (line.Tag(open - 1) is Tag.WP or Tag.WDT)
                return Relative(line, open - 1);
            var first = NounPhrases.Back(line, open);
            if (first < open && HasNominal(line, first, open) && !IsInterruption(line, first, open))
                return Make(line, first, close + 1, open);
        }
        return null;
    }

    // "52" and "Vt." are no subjects where another phrase stands before them.
    private static bool IsInterruption(Line line, int first, int open) =>
        line.IsComma(first - 1)
        && (open - first == 1 || line.Tag(first) is Tag.DT && !line.Tag(open - 1).IsName)
        && NounPhrases.Nominal(line, first - 2);

    private static bool CanInterrupt(Line line, int at) => line.Tag(at) is not (Tag.CC or Tag.MD) && !line.Tag(at).IsFinite;

    private static Subject? Relative(Line line, int pronoun)
    {
        var end = pronoun;
        if (line.IsComma(end - 1))
            end--;
        var first = NounPhrases.Back(line, end);
        return first < end && line.Lower(pronoun) is not ("what" or "whatever")
            ? new(pronoun, pronoun + 1, first, NounPhrases.HeadEnd(line, first, end))
            : new(pronoun, pronoun + 1, pronoun, pronoun + 1);
    }

    private static Subject Make(Line line, int first, int end, int? before = null) =>
        new(first, end, first, NounPhrases.HeadEnd(line, first, before ?? end));

    private static bool HasNominal(Line line, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (NounPhrases.Nominal(line, i) || line.Tag(i).IsAdjective)
                return true;
        }

        return false;
    }

    // Adverbs and days between subject and verb: "The White House on Monday also urged".
    private static int SkipAdjuncts(Line line, int verb)
    {
        var at = verb;
        while (true)
        {
            var before = at;
            while (at > 0 && (line.Tag(at - 1).IsAdverb || line.Is(at - 1, "neither")))
                at--;
            var moment = at;
            while (
                moment > 0
                && (
                    Complements.IsMoment(line, moment - 1)
                    || line.Tag(moment - 1) == Tag.CD && (moment < at || Complements.IsMoment(line, moment - 2))
                )
            )
            {
                moment--;
            }

            if (moment < at && moment > 0)
            {
                if (line.Is(moment - 1, "on") || line.Is(moment - 1, "in"))
                    moment--;
                if (moment > 0)
                    at = moment;
            }
            if (at == before)
                return at;
        }
    }

    private bool Shares(VerbGroup group)
    {
        var before = VerbGroupsBefore(group.First);
        if (group.IsInfinitive(line) || line.Tag(group.First) == Tag.VBG)
            return true;
        return line.Tag(before) == Tag.CC || line.IsComma(before) || line.Is(before, "then");
    }

    private int VerbGroupsBefore(int at)
    {
        at--;
        while (at >= 0 && line.Tag(at).IsAdverb && !line.Is(at, "then"))
            at--;
        return at;
    }

    // The nearest earlier verb that has a subject of its own; a relative clause shares its subject only with what is joined to it.
    private Subject? Earlier(int index)
    {
        var participle = line.Tag(groups[index].First) == Tag.VBG && line.IsComma(groups[index].First - 1);
        for (var i = index - 1; i >= 0; i--)
        {
            if (_known[i] is not { } subject || !groups[i].Finite)
                continue;
            if (participle && subject.End - subject.First == 1 && line.Tag(subject.First) is Tag.WP or Tag.WDT && i > 0)
                continue;
            return subject;
        }
        return null;
    }
}
