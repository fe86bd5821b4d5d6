using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Items of a sentence that name a source, and those to identify it by.</summary>
internal readonly record struct Subject(int First, int End, int HeadFirst, int HeadEnd);

/// <summary>Who does what the verb groups of a sentence tell.</summary>
internal sealed class Subjects(FoldedSentence sentence, List<VerbGroup> groups)
{
    private readonly Subject?[] _known = new Subject?[groups.Count];

    /// <summary>
    /// The subject of a verb group, taken over from an earlier group where verbs share it; groups must be asked for in order.
    /// </summary>
    public Subject? SubjectOf(int index)
    {
        var group = groups[index];
        var subject = group.IsInfinitive(sentence) ? null : SubjectBefore(sentence, group.First);
        if (subject is null && SharesSubject(group))
            subject = EarlierSubject(index);
        _known[index] = subject;
        return subject;
    }

    /// <summary>The subject that stands before an item, or null.</summary>
    public static Subject? SubjectBefore(FoldedSentence sentence, int verb)
    {
        var end = SkipAdjuncts(sentence, verb);
        if (sentence.Tag(end - 1) is PosTag.WP or PosTag.WDT || sentence.Is(end - 1, "who"))
            return Relative(sentence, end - 1);
        if (sentence.IsComma(end - 1) || sentence.IsDash(end - 1))
            return Interrupted(sentence, end - 1);
        return Plain(sentence, end);
    }

    private static Subject? Plain(FoldedSentence sentence, int end)
    {
        var first = NounPhrases.StartBefore(sentence, end);
        if (first >= end || !HasNominal(sentence, first, end))
            return null;
        return Make(sentence, first, end);
    }

    // A phrase between commas stands between subject and verb: an apposition, an age, a relative clause.
    private static Subject? Interrupted(FoldedSentence sentence, int close)
    {
        var open = close;
        for (var tries = 0; tries < 5; tries++)
        {
            open--;
            while (open >= 0 && !sentence.IsComma(open) && !sentence.IsDash(open) && !sentence.IsBreak(open))
                open--;
            if (open <= 0 || sentence.IsBreak(open))
                return null;
            if (sentence.IsComma(open) != sentence.IsComma(close) || !CanInterrupt(sentence, open + 1))
                continue;
            if (sentence.Tag(open - 1) is PosTag.WP or PosTag.WDT)
                return Relative(sentence, open - 1);
            var first = NounPhrases.StartBefore(sentence, open);
            if (first < open && HasNominal(sentence, first, open) && !IsInterruption(sentence, first, open))
                return Make(sentence, first, close + 1, open);
        }
        return null;
    }

    // "52" and "Vt." are no subjects where another phrase stands before them.
    private static bool IsInterruption(FoldedSentence sentence, int first, int open) =>
        sentence.IsComma(first - 1)
        && (open - first == 1 || sentence.Tag(first) is PosTag.DT && !sentence.Tag(open - 1).IsName)
        && NounPhrases.IsNominal(sentence, first - 2);

    private static bool CanInterrupt(FoldedSentence sentence, int at) =>
        sentence.Tag(at) is not (PosTag.CC or PosTag.MD) && !sentence.Tag(at).IsFinite;

    private static Subject? Relative(FoldedSentence sentence, int pronoun)
    {
        var end = pronoun;
        if (sentence.IsComma(end - 1))
            end--;
        var first = NounPhrases.StartBefore(sentence, end);
        return first < end && sentence.Lower(pronoun) is not ("what" or "whatever")
            ? new(pronoun, pronoun + 1, first, NounPhrases.HeadEnd(sentence, first, end))
            : new(pronoun, pronoun + 1, pronoun, pronoun + 1);
    }

    private static Subject Make(FoldedSentence sentence, int first, int end, int? before = null) =>
        new(first, end, first, NounPhrases.HeadEnd(sentence, first, before ?? end));

    private static bool HasNominal(FoldedSentence sentence, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (NounPhrases.IsNominal(sentence, i) || sentence.Tag(i).IsAdjective)
                return true;
        }

        return false;
    }

    // Adverbs and days between subject and verb: "The White House on Monday also urged".
    private static int SkipAdjuncts(FoldedSentence sentence, int verb)
    {
        var at = verb;
        while (true)
        {
            var before = at;
            while (at > 0 && (sentence.Tag(at - 1).IsAdverb || sentence.Is(at - 1, "neither")))
                at--;
            var moment = at;
            while (
                moment > 0
                && (
                    TimeAdjuncts.IsTimeNoun(sentence, moment - 1)
                    || sentence.Tag(moment - 1) == PosTag.CD && (moment < at || TimeAdjuncts.IsTimeNoun(sentence, moment - 2))
                )
            )
            {
                moment--;
            }

            if (moment < at && moment > 0)
            {
                if (sentence.Is(moment - 1, "on") || sentence.Is(moment - 1, "in"))
                    moment--;
                if (moment > 0)
                    at = moment;
            }
            if (at == before)
                return at;
        }
    }

    private bool SharesSubject(VerbGroup group)
    {
        var before = VerbGroupsBefore(group.First);
        if (group.IsInfinitive(sentence) || sentence.Tag(group.First) == PosTag.VBG)
            return true;
        return sentence.Tag(before) == PosTag.CC || sentence.IsComma(before) || sentence.Is(before, "then");
    }

    private int VerbGroupsBefore(int at)
    {
        at--;
        while (at >= 0 && sentence.Tag(at).IsAdverb && !sentence.Is(at, "then"))
            at--;
        return at;
    }

    // The nearest earlier verb that has a subject of its own; a relative clause shares its subject only with what is joined to it.
    private Subject? EarlierSubject(int index)
    {
        var participle = sentence.Tag(groups[index].First) == PosTag.VBG && sentence.IsComma(groups[index].First - 1);
        for (var i = index - 1; i >= 0; i--)
        {
            if (_known[i] is not { } subject || !groups[i].Finite)
                continue;
            if (participle && subject.End - subject.First == 1 && sentence.Tag(subject.First) is PosTag.WP or PosTag.WDT && i > 0)
                continue;
            return subject;
        }
        return null;
    }
}
