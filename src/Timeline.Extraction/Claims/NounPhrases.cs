using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Noun phrases of a sentence, by part of speech alone.</summary>
internal static class NounPhrases
{
    // Those that attach a phrase to the noun before them.
    private static readonly FrozenSet<string> Prepositions = WordSet.Parse(
        "of for at in from with on to by over under against behind near among about within across between around outside inside into"
    );

    /// <summary>
    /// Where the noun phrase that ends before <paramref name="end"/> begins; <paramref name="end"/> itself where there is none.
    /// </summary>
    public static int StartBefore(FoldedSentence sentence, int end)
    {
        var at = end - 1;
        while (at >= 0 && !StartsAfter(sentence, at, end))
        {
            if (ExtendsLeft(sentence, at, end))
                at--;
            else if (sentence.Tag(at).IsFinite && NounPhraseLinks.RelativeBefore(sentence, at) is > 0 and var relative)
                at = relative - 1;
            else
                break;
        }

        at++;
        while (at < end && CannotOpen(sentence, at))
            at++;
        return at;
    }

    // A determiner opens a phrase of its own: right of a noun or a number another phrase ends.
    private static bool StartsAfter(FoldedSentence sentence, int at, int end) =>
        at < end - 1 && sentence.Tag(at + 1) is PosTag.DT or PosTag.PRPS && (sentence.Tag(at).IsNoun || sentence.Tag(at) == PosTag.CD);

    // Whether the item stands in the phrase that goes on right of it.
    private static bool ExtendsLeft(FoldedSentence sentence, int at, int end)
    {
        var isInside = at < end - 1;
        if (IsPart(sentence, at))
            return true;
        if (sentence.IsAside(at))
            return isInside || IsPart(sentence, at - 1);
        if (isInside && (AttachesToNoun(sentence, at) || QualifiesNext(sentence, at)))
            return true;
        return isInside && IsConjunction(sentence, at) && NounPhraseLinks.JoinsNominals(sentence, at);
    }

    // "of", "in", and participles after or before a noun.
    private static bool AttachesToNoun(FoldedSentence sentence, int at)
    {
        if (IsPreposition(sentence, at))
            return IsNominal(sentence, at - 1);
        return sentence.Tag(at) is PosTag.VBN or PosTag.VBG && (IsNominal(sentence, at - 1) || IsModifier(sentence, at));
    }

    // "nearly 40", "highly paid"
    private static bool QualifiesNext(FoldedSentence sentence, int at) =>
        sentence.Tag(at).IsAdverb && sentence.Tag(at + 1) is PosTag.JJ or PosTag.CD or PosTag.DT or PosTag.VBN or PosTag.RB;

    private static bool IsConjunction(FoldedSentence sentence, int at) => sentence.Lower(at) is "and" or "or" or "&";

    private static bool CannotOpen(FoldedSentence sentence, int at)
    {
        if (sentence.Tag(at).IsAdverb)
            return sentence.Tag(at + 1) is not (PosTag.CD or PosTag.DT or PosTag.JJ);
        return sentence.Tag(at) is PosTag.CC or PosTag.IN or PosTag.TO || sentence.IsAside(at);
    }

    // "the ruling party", "of leaked papers"
    private static bool IsModifier(FoldedSentence sentence, int participle) =>
        IsPart(sentence, participle + 1)
        && sentence.Tag(participle - 1) is PosTag.DT or PosTag.IN or PosTag.JJ or PosTag.PRPS or PosTag.POS;

    /// <summary>
    /// Where the noun phrase that begins here ends, without what is attached by prepositions; the start itself where there is none.
    /// </summary>
    public static int BaseEnd(FoldedSentence sentence, int at)
    {
        var i = at;
        while (i < sentence.Count)
        {
            if (sentence.Tag(i) == PosTag.PRP && !sentence.IsQuotation(i))
                return i == at ? i + 1 : i;
            if (i > at && sentence.Tag(i) is PosTag.DT or PosTag.PRPS && sentence.Tag(i - 1) is not (PosTag.PDT or PosTag.DT))
                break;
            if (IsPart(sentence, i) || sentence.IsAside(i) && i > at)
            {
                i++;
            }
            else if (
                sentence.Tag(i) is PosTag.VBN or PosTag.VBG or PosTag.RBS or PosTag.RBR
                && i > at
                && sentence.Tag(i + 1).IsNoun
                && !sentence.Tag(i - 1).IsNoun
            )
            {
                i++;
            }
            else if (
                sentence.Is(i, "and")
                && i > at
                && sentence.Tag(i - 1).IsNoun
                && sentence.Tag(i + 1).IsNoun
                && sentence.Tag(i - 1).IsName == sentence.Tag(i + 1).IsName
            )
            {
                i++;
            }
            else
            {
                break;
            }
        }
        return i;
    }

    /// <summary>The same with everything that follows by "of", "for", "in" and the like.</summary>
    public static int FullEnd(FoldedSentence sentence, int at)
    {
        var end = BaseEnd(sentence, at);
        while (end > at && end < sentence.Count && IsPreposition(sentence, end))
        {
            var next = BaseEnd(sentence, end + 1);
            if (next == end + 1)
                break;
            end = next;
        }
        return end;
    }

    /// <summary>The words to identify a noun phrase by: up to its first preposition, comma or relative clause.</summary>
    public static int HeadEnd(FoldedSentence sentence, int first, int end)
    {
        var head = BaseEnd(sentence, first);
        return head > first && head < end ? head : end;
    }

    /// <summary>Whether a word can stand inside of a noun phrase.</summary>
    public static bool IsPart(FoldedSentence sentence, int at) =>
        at >= 0
        && at < sentence.Count
        && (
            sentence.Tag(at) switch
            {
                PosTag.DT or PosTag.PDT or PosTag.CD or PosTag.POS or PosTag.PRP or PosTag.PRPS or PosTag.FW or PosTag.EX or PosTag.SYM =>
                    true,
                PosTag.Sign => sentence.IsQuotation(at) && !sentence.IsSpeech(at)
                    || sentence.Lower(at) is "$" or "£" or "€" or "%" or "#" or "/",
                var tag => tag.IsNoun || tag.IsAdjective,
            }
        );

    public static bool IsNominal(FoldedSentence sentence, int at) =>
        sentence.Tag(at) is PosTag.CD or PosTag.PRP or PosTag.DT
        || sentence.Tag(at).IsNoun
        || sentence.IsAside(at) && at > 0
        || sentence.IsQuotation(at);

    public static bool IsPreposition(FoldedSentence sentence, int at) =>
        sentence.Tag(at) is PosTag.IN or PosTag.TO && Prepositions.Contains(sentence.Lower(at));
}
