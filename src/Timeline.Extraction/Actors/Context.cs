using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>What the words beside a name tell about it.</summary>
internal static class Context
{
    /// <summary>Whether a role stands right before: "spokesman Peter Holm", "minister, Peter Holm" is none.</summary>
    public static bool RoleBefore(Document document, Sentence sentence, int first, out Gender gender)
    {
        gender = Gender.Unknown;
        if (first <= sentence.First)
            return false;
        var before = document.Tokens[first - 1];
        if (Lexicon.IsRole(before, out gender))
            return before.Tag is not (Tag.VB or Tag.VBD or Tag.VBZ or Tag.VBP);
        // "secretary of state X", "secretary for defence X", "head of mission X"
        return first - 3 >= sentence.First
            && document.Tokens[first - 1].Tag is Tag.NN
            && document.Tokens[first - 2] is { Lower: "of" or "for" }
            && Lexicon.IsRole(document.Tokens[first - 3], out gender);
    }

    /// <summary>The "State" of "Secretary of State X", when a run begins there.</summary>
    public static bool IsOfficeOf(Document document, Sentence sentence, int at) =>
        at - 2 >= sentence.First
        && document.Tokens[at - 1].Is("of")
        && Lexicon.IsRole(document.Tokens[at - 2], out _)
        && document.Tokens[at].Text
            is "State"
                or "Defense"
                or "Defence"
                or "Commerce"
                or "Energy"
                or "Education"
                or "Labor"
                or "Agriculture"
                or "Interior"
                or "Transportation"
                or "Staff"
                or "Health"
                or "War"
                or "Foreign";

    /// <summary>Whether a capital stands for its government here: it does something, or something is done with it.</summary>
    public static bool Acts(Document document, Sentence sentence, int first, int end)
    {
        var tokens = document.Tokens;
        var before = first > sentence.First ? tokens[first - 1].Lower : "";
        if (
            before
            is "in"
                or "at"
                or "near"
                or "from"
                or "to"
                or "around"
                or "outside"
                or "of"
                or "across"
                or "through"
                or "over"
                or "leaving"
                or "left"
                or "visit"
                or "visited"
                or "via"
        )
        {
            return false;
        }

        if (before is "with" or "between" or "by" or "against" or "told" or "urged" or "accused" or "warned" or "pressed" or "blamed")
            return true;
        if (
            end < sentence.End
            && tokens[end].Is("and")
            && end + 1 < sentence.End
            && Gazetteer.Match(tokens.AsSpan()[(end + 1)..sentence.End]) is { Kind: EntryKind.State or EntryKind.Capital } next
        )
        {
            end += 1 + next.Words.Length;
        }

        while (end < sentence.End && tokens[end].Tag.IsAdverb)
            end++;
        return end < sentence.End && tokens[end].Tag.IsFinite;
    }

    /// <summary>Whether the name does or has what only actors do and have: it says or decides something, it has a chairman.</summary>
    public static bool IsAgent(Document document, Sentence sentence, int first, int end)
    {
        var tokens = document.Tokens;
        if (first > sentence.First && Lexicon.Reporting.Contains(tokens[first - 1].Lower))
            return true;
        if (
            first - 2 >= sentence.First
            && tokens[first - 1].Lower is "of" or "for" or "at"
            && tokens[first - 2].Tag.IsNoun
            && Lexicon.IsRole(tokens[first - 2], out _)
        )
        {
            return true;
        }

        while (end < sentence.End && (tokens[end].Tag.IsAdverb || tokens[end].Lower is "has" or "have" or "had"))
            end++;
        if (end >= sentence.End)
            return false;
        if (Lexicon.ActingVerbs.Contains(tokens[end].Lower) && tokens[end].Tag.IsVerb)
            return true;
        if (tokens[end].Tag == Tag.POS)
            end++;
        return end < sentence.End && tokens[end].Tag.IsNoun && !tokens[end].IsCapitalised && Lexicon.IsRole(tokens[end], out _);
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
            if (document.Tokens[i].Tag is Tag.NN && Lexicon.IsRole(document.Tokens[i], out _))
                return true;
        }

        return false;
    }
}
