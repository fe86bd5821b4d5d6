namespace Timeline.Extraction.Text;

/// <content>The clause around a word: its asides, insertions and finite verbs.</content>
internal static partial class TagRepairs
{
    // "The firm, she wrote, cut its budget": the comma closes a clause of two or three words behind the subject.
    private static bool FollowsInsertion(ReadOnlySpan<Token> sentence, int comma)
    {
        if (comma < 4 || !sentence[comma - 1].Tag.IsFinite)
            return false;
        var open = comma - 2;
        while (open > 0 && open > comma - 5 && !sentence[open].Is(','))
            open--;
        if (open < 1 || !sentence[open].Is(',') || !sentence[open - 1].Tag.IsNoun || sentence[open + 1].Tag is PosTag.WP or PosTag.WDT)
            return false;
        for (var i = open - 1; i >= 0; i--)
        {
            if (sentence[i].Tag.IsFinite)
                return false;
        }

        return true;
    }

    // "a device called Aria was …": the clause has another verb.
    private static bool IsFiniteSoon(ReadOnlySpan<Token> sentence, int from)
    {
        for (var i = from; i < sentence.Length && i < from + 5; i++)
        {
            if (sentence[i].Tag.IsFinite)
                return true;
            if (!sentence[i].Tag.IsName)
                return false;
        }

        return false;
    }

    // Training knew the word without its ending as a verb, or not at all.
    private static bool IsVerbForm(string lower, TagModel model)
    {
        if (lower.Length < 4 || lower[^1] != 's' || (model.Lexicon.TagsOf(lower) & 1ul << (int)PosTag.NNS) != 0)
            return false;
        var known = model.Lexicon.TagsOf(lower[..^1]);
        return known == 0 || (known & 1ul << (int)PosTag.VB) != 0;
    }

    private static bool IsKnownVerb(string lower, TagModel model) =>
        (model.Lexicon.TagsOf(lower) & 1ul << (int)PosTag.VBZ) != 0
        || lower.Length > 3 && (model.Lexicon.TagsOf(lower[..^1]) & 1ul << (int)PosTag.VB) != 0;

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

    // Whether the clause around the word has a finite verb already; of the whole sentence only another main clause is left out.
    private static bool HasFinite(ReadOnlySpan<Token> sentence, int at, bool whole)
    {
        for (var i = at - 1; i >= 0 && !Opens(sentence[i]); i--)
        {
            if (sentence[i].Tag.IsFinite)
                return true;
        }

        for (var i = at + 1; i < sentence.Length && !Opens(sentence[i]) && (whole || !sentence[i].Is(',')); i++)
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
