using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>What the words beside a name tell about it.</summary>
internal static class NameContext
{
    // A common word after these is a medium.
    private static readonly FrozenSet<string> BeforeMedia = WordSet.Parse("told journal magazine paper newspaper weekly by newsmagazine");

    // Media that are named more often for their share index.
    private static readonly FrozenSet<string> Indexes = new[] { "Dow Jones", "Nikkei", "Financial Times Stock Exchange" }.ToFrozenSet(
        StringComparer.Ordinal
    );

    // What a secretary is secretary of.
    private static readonly FrozenSet<string> DepartmentsOfOffices = WordSet.Parse(
        "State Defense Defence Commerce Energy Education Labor Agriculture Interior Transportation Staff Health War Foreign"
    );

    // A capital after these is the city.
    private static readonly FrozenSet<string> BeforePlaces = WordSet.Parse(
        "in at near from to around outside of across through over leaving left visit visited via"
    );

    // A capital after these is the government.
    private static readonly FrozenSet<string> BeforeGovernments = WordSet.Parse(
        "with between by against told urged accused warned pressed blamed"
    );

    private const int LongestDescription = 8;

    // What a model is called after its maker, and the land after which a body is called.
    private static readonly FrozenSet<string> Lands = WordSet.Parse(
        "lowlands highlands rainforest rainforests basin jungle river forest forests region delta valley coast desert index average"
    );

    /// <summary>
    /// Whether what follows the name makes it that of a thing: a model ("the Airbus A380"), a land ("the Amazon basin"), an index.
    /// </summary>
    public static bool IsPartOfThing(Document document, Sentence sentence, int end)
    {
        if (end >= sentence.End)
            return false;
        var next = document.Tokens[end];
        return Lands.Contains(next.Lower)
            || next.Kind != TokenKind.Symbol && next.Text.Any(char.IsDigit) && next.Text.Length is >= 3 and <= 8 && IsModel(next.Text);
    }

    // "787", "A380", "F-22", and no year.
    private static bool IsModel(string text)
    {
        var isYear = text.Length == 4 && text.All(char.IsDigit);
        return !isYear
            && char.IsLetterOrDigit(text[0])
            && text.All(sign => char.IsLetterOrDigit(sign) || sign == '-')
            && !text.EndsWith("th", StringComparison.Ordinal);
    }

    /// <summary>Whether a role stands right before: "spokesman Peter Holm", "minister, Peter Holm" is none.</summary>
    public static bool IsPrecededByRole(Document document, Sentence sentence, int first, out Gender gender)
    {
        gender = Gender.Unknown;
        if (first <= sentence.First)
            return false;
        var before = document.Tokens[first - 1];
        if (NameLexicon.IsRole(before, out gender))
            return before.Tag is not (PosTag.VB or PosTag.VBD or PosTag.VBZ or PosTag.VBP);
        // "secretary of state X", "secretary for defence X", "head of mission X"
        return first - 3 >= sentence.First
            && document.Tokens[first - 1].Tag is PosTag.NN
            && document.Tokens[first - 2] is { Lower: "of" or "for" }
            && NameLexicon.IsRole(document.Tokens[first - 3], out gender);
    }

    /// <summary>The "State" of "Secretary of State X", when a run begins there.</summary>
    public static bool IsOfficeOf(Document document, Sentence sentence, int at) =>
        at - 2 >= sentence.First
        && document.Tokens[at - 1].Is("of")
        && NameLexicon.IsRole(document.Tokens[at - 2], out _)
        && DepartmentsOfOffices.Contains(document.Tokens[at].Text);

    /// <summary>Whether a capital stands for its government here: it does something, or something is done with it.</summary>
    public static bool ActsAsGovernment(Document document, Sentence sentence, int first, int end)
    {
        var tokens = document.Tokens;
        var before = first > sentence.First ? tokens[first - 1].Lower : "";
        if (BeforePlaces.Contains(before))
            return false;

        if (BeforeGovernments.Contains(before))
            return true;
        if (
            end < sentence.End
            && tokens[end].Is("and")
            && end + 1 < sentence.End
            && Gazetteer.FindLongest(tokens.AsSpan()[(end + 1)..sentence.End])
                is { Kind: GazetteerEntryKind.State or GazetteerEntryKind.Capital } next
        )
        {
            end += 1 + next.Words.Length;
        }

        if (end + 1 < sentence.End && tokens[end].Is(',') && tokens[end + 1].Is("which"))
            end += 2;
        while (end < sentence.End && tokens[end].Tag.IsAdverb)
            end++;
        return end < sentence.End && tokens[end].Tag.IsFinite;
    }

    /// <summary>
    /// Whether a medium of one common word ("Time", "Nature", "People") stands there as that word: it neither reports nor is told.
    /// </summary>
    public static bool IsCommonWordOnly(Document document, Sentence sentence, GazetteerEntry entry, int at)
    {
        var tokens = document.Tokens;
        if (Indexes.Contains(entry.CanonicalName))
            return !IsAgent(document, sentence, at, at + entry.Words.Length);
        if (entry.Words.Length > 1 || !PosTagger.IsAlsoWord(tokens[at].Form) || IsAgent(document, sentence, at, at + 1))
            return false;
        if (at > sentence.First && BeforeMedia.Contains(tokens[at - 1].Lower))
            return false;
        return at + 1 >= sentence.End || tokens[at + 1].Lower is not ("magazine" or "journal" or "reporter" or "newspaper");
    }

    /// <summary>Whether the name does or has what only actors do and have: it says or decides something, it has a chairman.</summary>
    public static bool IsAgent(Document document, Sentence sentence, int first, int end)
    {
        var tokens = document.Tokens;
        if (first > sentence.First && NameLexicon.ReportingVerbs.Contains(tokens[first - 1].Lower))
            return true;
        if (
            first - 2 >= sentence.First
            && tokens[first - 1].Lower is "of" or "for" or "at"
            && tokens[first - 2].Tag.IsNoun
            && NameLexicon.IsRole(tokens[first - 2], out _)
        )
        {
            return true;
        }

        while (end < sentence.End && (tokens[end].Tag.IsAdverb || tokens[end].Lower is "has" or "have" or "had"))
            end++;
        if (end >= sentence.End)
            return false;
        if (NameLexicon.ActingVerbs.Contains(tokens[end].Lower) && tokens[end].Tag.IsVerb)
            return true;
        if (tokens[end].Tag == PosTag.POS)
            end++;
        return end < sentence.End && tokens[end].Tag.IsNoun && !tokens[end].IsCapitalised && NameLexicon.IsRole(tokens[end], out _);
    }

    /// <summary>Whether an apposition calls it a body: ", a charity,", ", the country's largest brewer,".</summary>
    public static bool IsDescribedAsOrganisation(Document document, Sentence sentence, int end)
    {
        if (end + 2 >= sentence.End || !document.Tokens[end].Is(','))
            return false;
        if (document.Tokens[end + 1].Tag is not (PosTag.DT or PosTag.PRPS) && document.Tokens[end + 1].Lower is not ("one" or "another"))
            return false;
        for (var i = end + 2; i < Math.Min(end + LongestDescription, sentence.End); i++)
        {
            var token = document.Tokens[i];
            var isHead = i + 1 == sentence.End || !document.Tokens[i + 1].Tag.IsNoun && document.Tokens[i + 1].Tag != PosTag.POS;
            if (token.Tag.IsNoun && isHead)
                return NameLexicon.Bodies.Contains(token.Lower);
            if (!token.Tag.IsNoun && !token.Tag.IsAdjective && token.Tag is not (PosTag.POS or PosTag.CD or PosTag.RBS))
                return false;
        }

        return false;
    }

    /// <summary>Whether what follows says that it is a person: an age, "who", an office in apposition.</summary>
    public static bool IsDescribedAsPerson(Document document, Sentence sentence, int end)
    {
        if (end + 1 >= sentence.End || !(document.Tokens[end].Is(',') || document.Tokens[end].Is('(')))
            return end < sentence.End && document.Tokens[end].Is("who");
        var next = document.Tokens[end + 1];
        if (next.Lower is "who" or "whose" or "whom" || (next.Kind == TokenKind.Number && next.Text.Length == 2))
            return true;
        for (var i = end + 1; i < Math.Min(end + 6, sentence.End) && !document.Tokens[i].Tag.IsFinite && !document.Tokens[i].Is(','); i++)
        {
            if (document.Tokens[i].Tag is PosTag.NN && NameLexicon.IsRole(document.Tokens[i], out _))
                return true;
        }

        return false;
    }
}
