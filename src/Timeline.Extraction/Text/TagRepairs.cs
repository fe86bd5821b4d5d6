namespace Timeline.Extraction.Text;

/// <summary>
/// Puts right what a tagger that looks two words back cannot see: a clause has one finite verb, and a number takes a plural.
/// </summary>
internal static class TagRepairs
{
    private const int LongestAside = 16,
        FewestWords = 4;

    // These take a verb in its base form after an object: "let the men leave".
    private static readonly HashSet<string> TakeBase =
    [
        .. "let lets make makes made help helps helped see sees saw watch watched hear heard have had do does did demand demands demanded".Split(
            ' '
        ),
        .. "ask asks asked insist insists insisted recommend recommended propose proposed suggest suggested require requires".Split(' '),
        .. "urge urged request requested".Split(' '),
    ];

    public static void Repair(Span<Token> sentence, TagModel model)
    {
        for (var i = 0; i < sentence.Length; i++)
        {
            if (IsPluralAcronym(sentence[i]) || IsCounted(sentence, i))
                sentence[i] = sentence[i] with { Tag = PosTag.NNS };
        }

        if (sentence.Length < FewestWords || !sentence[^1].Is('.') && sentence[^1].Kind != TokenKind.CloseQuote)
            return;
        for (var i = 1; i + 1 < sentence.Length; i++)
        {
            if (FiniteTagOf(sentence, i, model) is { } tag && !HasFinite(sentence, i))
                sentence[i] = sentence[i] with { Tag = tag };
        }
    }

    // "MPs question her": capitals with a plural ending.
    private static bool IsPluralAcronym(Token token) =>
        token.Tag.IsVerb
        && token.Text.Length > 2
        && token.Text[^1] == 's'
        && token.Text.AsSpan(0, token.Text.Length - 1) is var stem
        && !stem.ContainsAnyExceptInRange('A', 'Z');

    // "40 bucket trucks": one noun after a number is not many.
    private static bool IsCounted(ReadOnlySpan<Token> sentence, int at) =>
        sentence[at].Tag == PosTag.VBZ
        && at >= 2
        && sentence[at - 1].Tag == PosTag.NN
        && sentence[at - 2].Tag == PosTag.CD
        && !sentence[at - 2].Is("one")
        && !sentence[at - 2].Is("1")
        && !(sentence[at - 2].Text.Length == 4 && sentence[at - 2].Kind == TokenKind.Number);

    private static PosTag? FiniteTagOf(ReadOnlySpan<Token> sentence, int at, TagModel model)
    {
        var (token, before) = (sentence[at], sentence[at - 1]);
        switch (token.Tag)
        {
            case PosTag.VB when before.Tag is PosTag.NNS or PosTag.NNPS:
                return IsAskedFor(sentence, at) ? null : PosTag.VBP;
            case PosTag.VBN or PosTag.JJ when token.Lower.EndsWith("ed", StringComparison.Ordinal):
                var apart = before.Is(',') && ClosesAside(sentence, at - 1);
                var followed = sentence[at + 1].Tag is PosTag.TO or PosTag.DT or PosTag.IN && !sentence[at + 1].Is("by");
                return followed && (apart || before.Tag == PosTag.PRP || before.Tag == PosTag.NNP && at > 1) ? PosTag.VBD : null;
            case PosTag.NNS
                when before.Is(',') && ClosesAside(sentence, at - 1) || before.Tag == PosTag.VBG && IsVerbForm(token.Lower, model):
                return sentence[at + 1].Tag is PosTag.IN or PosTag.TO or PosTag.DT ? PosTag.VBZ : null;
            default:
                return null;
        }
    }

    // Training knew the word without its ending as a verb, or knew neither as a noun.
    private static bool IsVerbForm(string lower, TagModel model)
    {
        if (lower.Length < 4 || lower[^1] != 's' || (model.Lexicon.TagsOf(lower) & 1ul << (int)PosTag.NNS) != 0)
            return false;
        var known = model.Lexicon.TagsOf(lower[..^1]);
        return known == 0 || (known & 1ul << (int)PosTag.VB) != 0;
    }

    private static bool IsAskedFor(ReadOnlySpan<Token> sentence, int at)
    {
        for (var i = at - 1; i >= 0; i--)
        {
            if (TakeBase.Contains(sentence[i].Lower) || sentence[i].Tag is PosTag.MD or PosTag.TO)
                return true;
        }

        return false;
    }

    // "Holm, once a judge, …": the comma before closes what another one opened after a noun.
    private static bool ClosesAside(ReadOnlySpan<Token> sentence, int comma)
    {
        for (var i = comma - 1; i > 0 && i > comma - LongestAside; i--)
        {
            if (sentence[i].Tag.IsFinite)
                return false;
            if (sentence[i].Is(','))
                return sentence[i - 1].Tag.IsNoun;
        }

        return false;
    }

    // Whether the clause around the word has a finite verb already.
    private static bool HasFinite(ReadOnlySpan<Token> sentence, int at)
    {
        for (var i = at - 1; i >= 0 && !Opens(sentence[i]); i--)
        {
            if (sentence[i].Tag.IsFinite)
                return true;
        }

        for (var i = at + 1; i < sentence.Length && !Opens(sentence[i]) && !sentence[i].Is(','); i++)
        {
            if (sentence[i].Tag.IsFinite)
                return true;
        }

        return false;
    }

    private static bool Opens(Token token) =>
        token.Tag is PosTag.CC or PosTag.WDT or PosTag.WP or PosTag.WRB or PosTag.WPS
        || token.Is(';')
        || token.Is(':')
        || token.Kind is TokenKind.OpenQuote or TokenKind.CloseQuote
        || token.Tag == PosTag.IN && token.Lower is "that" or "before" or "after" or "because" or "while" or "if" or "whether" or "until";
}
