using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What joins nominals and relative clauses into one noun phrase.</summary>
internal static class NounPhraseLinks
{
    // "Ukraine and its backers said" is one phrase; "He left and the mayor said" is not: left of "and" there a verb has no room before it.
    public static bool JoinsNominals(FoldedSentence sentence, int and)
    {
        if (!NounPhrases.IsNominal(sentence, and - 1) || sentence.IsComma(and - 1))
            return false;
        var first = and - 1;
        while (first >= 0 && (NounPhrases.IsPart(sentence, first) || sentence.IsAside(first)))
            first--;
        if (first < 0)
            return true;
        if (sentence.IsVerb(first) || sentence.Tag(first) == PosTag.MD)
            return false;
        return sentence.Tag(first) is PosTag.IN or PosTag.CC or PosTag.Sign
            && !(sentence.Tag(first) == PosTag.IN && VerbBefore(sentence, first));
    }

    private static bool VerbBefore(FoldedSentence sentence, int at)
    {
        for (var i = at - 1; i >= 0 && i > at - 12 && !sentence.IsComma(i); i--)
        {
            if (sentence.Tag(i).IsFinite)
                return true;
        }

        return false;
    }

    // The relative pronoun right before the verb group that ends here, or -1.
    public static int RelativeBefore(FoldedSentence sentence, int verb)
    {
        var i = verb - 1;
        while (i >= 0 && (sentence.IsVerb(i) || sentence.Tag(i).IsAdverb || sentence.Tag(i) == PosTag.MD))
            i--;
        return sentence.Tag(i) is PosTag.WP or PosTag.WDT && NounPhrases.IsNominal(sentence, i - 1) ? i : -1;
    }
}
