using System.Collections.Frozen;

namespace Timeline.Extraction.Text;

/// <summary>
/// Puts right what a tagger that looks two words back cannot see: a clause has one finite verb, and a number takes a plural.
/// </summary>
internal static partial class TagRepairs
{
    private const int LongestAside = 16,
        FewestWords = 4;

    // These take a verb in its base form after an object: "let the men leave".
    private static readonly FrozenSet<string> TakeBase = WordSet.Parse(
        "let lets make makes made help helps helped see sees saw watch watched hear heard have had do does did demand demands demanded"
            + " ask asks asked insist insists insisted recommend recommended propose proposed suggest suggested require requires urge urged"
            + " request requested order ordered"
    );

    // An article before one of these begins a time: "to school the next day".
    private static readonly FrozenSet<string> TimeWords = WordSet.Parse("next following same previous day week month year morning night");

    private static readonly FrozenSet<string> Naming = WordSet.Parse("called named known dubbed titled entitled nicknamed");

    public static void Repair(Span<Token> sentence, TagModel model)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i].Tag == PosTag.LS && sentence[i] is { IsCapitalised: true, Text: [_, '.'] })
                sentence[i] = sentence[i] with { Tag = PosTag.NNP };
            else if (NounTagOf(sentence, i) is { } tag)
                sentence[i] = sentence[i] with { Tag = tag };
            else if (IsBeforeGerund(sentence, i))
                sentence[i] = sentence[i] with { Tag = PosTag.IN };
            else if (IsInfinitive(sentence, i))
                sentence[i] = sentence[i] with { Tag = PosTag.VB };
        }

        if (sentence.Length < FewestWords || !sentence[^1].Is('.') && sentence[^1].Kind != TokenKind.CloseQuote)
            return;
        for (var i = 1; i + 1 < sentence.Length; i++)
        {
            if (FiniteTagOf(sentence, i, model) is { } tag)
                sentence[i] = sentence[i] with { Tag = tag };
        }
    }

    // "after retiring as a surveyor": no adverb stands before what it leads to.
    private static bool IsBeforeGerund(ReadOnlySpan<Token> sentence, int at) =>
        sentence[at].Tag == PosTag.RB
        && sentence[at].Lower is "after" or "before" or "since"
        && at + 1 < sentence.Length
        && sentence[at + 1].Tag == PosTag.VBG;

    private static PosTag? NounTagOf(ReadOnlySpan<Token> sentence, int at)
    {
        var token = sentence[at];
        if (!token.Tag.IsVerb)
            return null;
        if (IsPluralAcronym(token))
            return PosTag.NNS;
        if (token.Tag != PosTag.VBZ || token.Lower.Length < 4)
            return null;
        // A sentence does not begin with a third person, and two verbs do not follow each other.
        var opens = at == 0 && sentence.Length >= FewestWords && sentence[1].Tag is PosTag.IN or PosTag.VBP or PosTag.VBD or PosTag.MD;
        return opens || IsCounted(sentence, at) || IsBeforeVerb(sentence, at) ? PosTag.NNS : null;
    }

    // "that porters set down the crates", "in the lowlands since May were freed": another verb follows that would have no subject.
    private static bool IsBeforeVerb(ReadOnlySpan<Token> sentence, int at)
    {
        if (at + 2 >= sentence.Length || at == 0 || sentence[at - 1].Tag is PosTag.PRP or PosTag.NN)
            return false;
        if (sentence[at + 1].Tag is PosTag.VBN or PosTag.VBD)
            return sentence[at - 1].Is("that") && sentence[at + 2].Tag is PosTag.IN or PosTag.RP or PosTag.DT;
        if (sentence[at + 1].Tag != PosTag.IN || sentence[at + 1].Is("that"))
            return false;
        for (var i = at + 2; i < sentence.Length && i < at + 8; i++)
        {
            if (sentence[i].Tag.IsFinite)
                return i > at + 2;
            if (!sentence[i].Tag.IsNoun && sentence[i].Tag is not (PosTag.DT or PosTag.CD or PosTag.JJ))
                return false;
        }

        return false;
    }

    // "MPs question her": capitals with a plural ending.
    private static bool IsPluralAcronym(Token token) =>
        token.Text.Length > 2 && token.Text[^1] == 's' && !token.Text.AsSpan(0, token.Text.Length - 1).ContainsAnyExceptInRange('A', 'Z');

    // "40 bucket trucks": one noun after a number is not many.
    private static bool IsCounted(ReadOnlySpan<Token> sentence, int at) =>
        at >= 2
        && sentence[at - 1].Tag == PosTag.NN
        && sentence[at - 2].Tag == PosTag.CD
        && !sentence[at - 2].Is("one")
        && !sentence[at - 2].Is("1")
        && !(sentence[at - 2].Text.Length == 4 && sentence[at - 2].Kind == TokenKind.Number);

    // "to resume the talks": no article follows a noun after "to".
    private static bool IsInfinitive(ReadOnlySpan<Token> sentence, int at) =>
        sentence[at].Tag == PosTag.NN
        && at > 0
        && sentence[at - 1].Is("to")
        && at + 2 < sentence.Length
        && sentence[at + 1].Tag is PosTag.DT or PosTag.PRPS
        && !TimeWords.Contains(sentence[at + 2].Lower);

    private static PosTag? FiniteTagOf(ReadOnlySpan<Token> sentence, int at, TagModel model)
    {
        var (token, before, next) = (sentence[at], sentence[at - 1], sentence[at + 1]);
        switch (token.Tag)
        {
            case PosTag.VB when before.Tag is PosTag.NNS or PosTag.NNPS or PosTag.NNP:
                return IsAskedFor(sentence, at) || HasFinite(sentence, at, before.Tag == PosTag.NNP) ? null : PosTag.VBP;
            case PosTag.VB or PosTag.VBN when before.Is(',') && FollowsInsertion(sentence, at - 1):
                return PosTag.VBD;
            case PosTag.VBD when Naming.Contains(token.Lower) && before.Tag.IsNoun && next.Tag.IsName && IsFiniteSoon(sentence, at + 2):
                return PosTag.VBN;
            case PosTag.VBN or PosTag.JJ when token.Lower.EndsWith("ed", StringComparison.Ordinal):
                return IsPast(sentence, at) ? PosTag.VBD : null;
            case PosTag.NNS when next.Tag is PosTag.IN or PosTag.TO or PosTag.DT:
                var follows =
                    before.Is(',') && ClosesAside(sentence, at - 1)
                    || before.Tag == PosTag.VBG && IsVerbForm(token.Lower, model)
                    || before.Tag == PosTag.NN && at == 1 && IsKnownVerb(token.Lower, model);
                return follows && !HasFinite(sentence, at, whole: false) ? PosTag.VBZ : null;
            default:
                return null;
        }
    }

    // "Holm, once a judge, predicted that …", "the deal expired three weeks ago".
    private static bool IsPast(ReadOnlySpan<Token> sentence, int at)
    {
        var (before, next) = (sentence[at - 1], sentence[at + 1]);
        if (next.Is("by") || next.Is("of"))
            return false;
        var follows = next.Tag is PosTag.TO or PosTag.DT or PosTag.IN or PosTag.PRP;
        if (before.Tag == PosTag.PRP || before.Is(',') && ClosesAside(sentence, at - 1) || before.Tag == PosTag.NNP && at > 1)
            return follows && !HasFinite(sentence, at, whole: false);
        follows |= next.Tag is PosTag.CD or PosTag.PRPS || next.Tag.IsNoun && sentence[at].Tag == PosTag.VBN;
        return before.Tag is PosTag.NN or PosTag.NNS && follows && !HasFinite(sentence, at, whole: true);
    }
}
