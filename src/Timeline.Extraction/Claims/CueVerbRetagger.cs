using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Cue verbs that the tagger took for a participle, an adjective or a noun, where the clause would have no verb without them.
/// </summary>
internal static class CueVerbRetagger
{
    private const int LongestAside = 20;

    public static void Retag(FoldedSentence sentence, List<FoldedItem> items)
    {
        var clauseHasVerb = false;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Lower is "he" or "she" or "they" or "we" or "i")
                clauseHasVerb = false;
            if (item.Tag.IsFinite)
            {
                clauseHasVerb = true;
            }
            else if (EndsClause(sentence, i))
            {
                clauseHasVerb = false;
            }
            else if (!clauseHasVerb && VerbTagFor(sentence, i) is { } tag)
            {
                items[i] = item with { Tag = tag };
                clauseHasVerb = true;
            }
        }
    }

    private static PosTag? VerbTagFor(FoldedSentence sentence, int at)
    {
        var tag = sentence.Tag(at);
        if (tag is not (PosTag.VBN or PosTag.VB or PosTag.NN or PosTag.NNS or PosTag.JJ or PosTag.NNP))
            return null;
        var past = tag != PosTag.VB && CueLexicon.PastForms.Contains(sentence.Lower(at));
        var present = tag == PosTag.NNS && CueLexicon.ThirdPersons.Contains(sentence.Lower(at));
        if (!past && !present || sentence.Is(at, "called") && sentence.Lower(at + 1) is not ("for" or "on" or "upon"))
            return null;
        var before = at - 1;
        while (before >= 0 && (sentence.Tag(before).IsAdverb || sentence.Is(before, "neither")))
            before--;
        if (
            before < 0
            || !IsSubject(sentence, before, at, past) && !ClosesAside(sentence, before, at)
            || sentence.Is(at + 1, "by")
            || present && !HasComplement(sentence, at + 1)
        )
        {
            return null;
        }

        var modifies =
            tag is PosTag.NN or PosTag.JJ or PosTag.NNP
            && sentence.Tag(at + 1).IsNoun
            && !sentence.Lower(at).EndsWith("ed", StringComparison.Ordinal);
        if (modifies || VerbFollows(sentence, at + 1))
            return null;
        return present ? PosTag.VBZ : PosTag.VBD;
    }

    private static bool IsSubject(FoldedSentence sentence, int at, int verb, bool past) =>
        sentence.IsAside(at)
        || sentence.Tag(at) switch
        {
            PosTag.PRP => true,
            PosTag.JJ => past || sentence.Tag(at - 1) == PosTag.DT,
            PosTag.CD => sentence.Tag(verb) == PosTag.VBN && !sentence.Tag(verb + 1).IsNoun,
            var tag => tag.IsNoun,
        };

    // "Holm, a consultant, predicted last year that": a comma, but the words before it only describe the subject.
    private static bool ClosesAside(FoldedSentence sentence, int comma, int verb)
    {
        if (!sentence.IsComma(comma) || !HasComplement(sentence, TimeAdjuncts.SkipTime(sentence, verb + 1)))
            return false;
        for (var i = comma - 1; i > 0 && i > comma - LongestAside; i--)
        {
            if (sentence.IsComma(i))
                return sentence.Tag(i - 1).IsNoun;
        }

        return false;
    }

    private static bool HasComplement(FoldedSentence sentence, int at) =>
        sentence.Is(at, "that")
        || sentence.Is(at, "to")
        || sentence.Tag(at) is PosTag.PRP or PosTag.DT or PosTag.PRPS
        || sentence.IsQuotation(at);

    // "Documents released on Friday show": there the clause has its own verb.
    private static bool VerbFollows(FoldedSentence sentence, int at)
    {
        for (var i = at; i < sentence.Count && i < at + 30; i++)
        {
            if (sentence.Tag(i).IsFinite)
                return true;
            if (EndsClause(sentence, i) || sentence.Tag(i) == PosTag.PRP || sentence.Lower(i) is "whether" or "if" or "as" or "when" or ":")
                return false;
        }
        return false;
    }

    private static bool EndsClause(FoldedSentence sentence, int at) =>
        sentence.IsComma(at)
        || sentence.IsDash(at)
        || sentence.IsBreak(at)
        || sentence.IsQuotation(at)
        || sentence.Tag(at) is PosTag.CC or PosTag.WP or PosTag.WDT or PosTag.WRB
        || sentence.Lower(at) is "that" or "because" or "after";
}
