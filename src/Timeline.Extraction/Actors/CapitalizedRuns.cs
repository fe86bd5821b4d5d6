using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Where capitalised words follow each other closely enough to be one name, or several side by side.</summary>
internal static class CapitalizedRuns
{
    private const int Longest = 12;

    /// <summary>A headline in which nearly every longer word has a capital.</summary>
    public static bool IsHeadline(ReadOnlySpan<Token> sentence)
    {
        if (sentence.Length < 4)
            return false;
        var (capitals, words) = (0, 0);
        foreach (var token in sentence)
        {
            if (token.Kind != TokenKind.Word || token.Text.Length < 4)
                continue;
            words++;
            if (token.IsCapitalised)
                capitals++;
        }
        // A full stop makes it likelier that the sentence only names many.
        return words >= (sentence[^1].Is('.') ? 5 : 3) && capitals * 10 >= words * 8;
    }

    /// <summary>The end of the run that begins at this token; the token itself where none does.</summary>
    public static int FindEnd(Document document, Sentence sentence, int at, bool headline)
    {
        if (!IsPart(document, sentence, at))
            return at;
        var (end, limit) = (at + 1, Math.Min(sentence.End, at + Longest));
        while (end < limit)
        {
            if (IsPart(document, sentence, end))
                end++;
            else if (!headline && BridgeLength(document, sentence, at, end) is > 0 and var bridge)
                end += bridge;
            else
                break;
        }
        return end;
    }

    /// <summary>A lower-case word that names hold inside: "of", "van", "al".</summary>
    public static bool IsConnector(Token token) =>
        token.Is("of")
        || token.Is("for")
        || token.Is("and")
        || token.Is("the")
        || token.Is('&')
        || NameLexicon.Particles.Contains(token.Text);

    // How many tokens lie between two parts of one name: "Ministry of the Interior", "Ursula von der Leyen", "Johnson & Johnson".
    private static int BridgeLength(Document document, Sentence sentence, int first, int at)
    {
        var tokens = document.Tokens;
        bool CanBePart(int i) => i < sentence.End && IsPart(document, sentence, i);
        if (tokens[at].Is('&'))
            return CanBePart(at + 1) ? 2 : 0;
        if (tokens[at].Tag == PosTag.POS)
            return IsOwnersName(document, sentence, at) ? 2 : 0;
        if (NameLexicon.Particles.Contains(tokens[at].Text))
        {
            if (CanBePart(at + 1))
                return 2;
            return at + 2 < sentence.End && NameLexicon.Particles.Contains(tokens[at + 1].Text) && CanBePart(at + 2) ? 3 : 0;
        }

        if (!NameLexicon.OrganisationWords.Contains(tokens[at - 1].Text) && !IsOffice(tokens[first].Text))
            return 0;
        if (tokens[at].Is("of") || tokens[at].Is("for"))
        {
            if (CanBePart(at + 1))
                return 2;
            return at + 2 < sentence.End && tokens[at + 1].Is("the") && CanBePart(at + 2) ? 3 : 0;
        }

        return tokens[at].Is("and") && IsOffice(tokens[first].Text) && tokens[first + 1].Is("of") && CanBePart(at + 1) ? 2 : 0;
    }

    // "the Miners' Union", "the Women's Institute": many owners, and a body.
    private static bool IsOwnersName(Document document, Sentence sentence, int mark)
    {
        var owner = document.Tokens[mark - 1].Lower;
        var isPlural =
            document.Tokens[mark].Text.Length == 1 && owner.EndsWith('s')
            || owner is "people" or "women" or "men" or "children" or "workers";
        if (!isPlural || mark + 1 >= sentence.End || !document.Tokens[mark + 1].IsCapitalised)
            return false;
        for (var i = mark + 1; i < Math.Min(mark + 4, sentence.End) && document.Tokens[i].IsCapitalised; i++)
        {
            if (NameLexicon.OrganisationWords.Contains(document.Tokens[i].Text))
                return true;
        }

        return false;
    }

    private static bool IsOffice(string word) => word is "Ministry" or "Department" or "Office" or "Committee";

    private static bool IsPart(Document document, Sentence sentence, int at)
    {
        var token = document.Tokens[at];
        if (token.Kind != TokenKind.Word || !(token.IsCapitalised || IsLowerName(token)))
            return false;
        if (token.Tag.IsFunctionWord)
            return token.IsAllCapitals || Gazetteer.FindLongest(document.Tokens.AsSpan()[at..sentence.End]) is { Words.Length: > 1 };

        var begins =
            at == sentence.First
            || document.Tokens[at - 1].Kind is TokenKind.OpenQuote or TokenKind.CloseQuote
            || document.Tokens[at - 1].Is(':');
        if (!begins || token.Tag.IsName || token.IsAllCapitals || NameLexicon.IsFirstName(token, out _))
            return true;
        // A word that a sentence begins with has its capital from there, unless it is known or leads into a name.
        if (Gazetteer.FindLongest(document.Tokens.AsSpan()[at..sentence.End]) is not null)
            return true;
        if (token.Tag.IsVerb || token.Tag.IsAdverb)
            return false;
        if (at + 1 >= sentence.End || !document.Tokens[at + 1].IsCapitalised)
            return false;
        return document.Tokens[at + 1].Tag.IsName
            || NameContext.IsDescribedAsOrganisation(document, sentence, EndOfCapitals(document, sentence, at));
    }

    private static int EndOfCapitals(Document document, Sentence sentence, int at)
    {
        var end = at + 1;
        while (end < Math.Min(sentence.End, at + Longest) && document.Tokens[end].IsCapitalised)
            end++;
        return end;
    }

    // al-Assad, el-Sisi: the article stays small.
    private static bool IsLowerName(Token token) =>
        token.Text.Length > 4
        && (token.Text.StartsWith("al-", StringComparison.Ordinal) || token.Text.StartsWith("el-", StringComparison.Ordinal))
        && char.IsUpper(token.Text[3]);
}
