using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>What an unknown name can be by its words alone.</summary>
internal enum NameClass : byte
{
    /// <summary>No actor.</summary>
    None,
    Place,
    Person,
    Organisation,
    Medium,

    /// <summary>Only the rest of the document can tell.</summary>
    Undecided,
}

/// <summary>Tells from its words and its neighbours what an unknown name names.</summary>
internal static class NameClassifier
{
    // "shares in Holm" are no place.
    private static readonly FrozenSet<string> Holdings = WordSet.Parse(
        "share shares stake stakes interest investment investments confidence trust faith stock holding holdings trading investor investors"
    );

    public static ActorKind? ToActorKind(NameClass name) =>
        name switch
        {
            NameClass.Person => ActorKind.Person,
            NameClass.Organisation => ActorKind.Organisation,
            NameClass.Medium => ActorKind.Medium,
            _ => null,
        };

    public static NameClass Classify(Document document, Sentence sentence, int first, int end, bool addressed, ref Gender gender)
    {
        var tokens = document.Tokens;
        var (length, last) = (end - first, tokens[end - 1].Text);
        if (addressed && !NameLexicon.CompanyEndings.Contains(last) && (length > 1 || !NameLexicon.OrganisationWords.Contains(last)))
        {
            if (gender == Gender.Unknown)
                NameLexicon.IsFirstName(tokens[first], out gender);
            return NameClass.Person;
        }
        if (
            length > 1
            && NameLexicon.IsFirstName(tokens[first], out var given)
            && !NameLexicon.OrganisationWords.Contains(last)
            && !NameLexicon.PlaceWords.Contains(last)
            && !NameLexicon.ThingWords.Contains(last)
        )
        {
            if (gender == Gender.Unknown)
                gender = given;
            return length <= 4 ? NameClass.Person : NameClass.Undecided;
        }
        if (
            NameLexicon.OrganisationWords.Contains(last)
            || (length > 1 && tokens[first].Is("air"))
            || (NameLexicon.OrganisationWords.Contains(tokens[first].Text) && length > 2 && tokens[first + 1].Lower is "of" or "for")
        )
        {
            return length > 1 ? NameClass.Organisation : NameClass.None;
        }

        if (
            NameLexicon.PlaceWords.Contains(last)
            || NameLexicon.PlaceWords.Contains(tokens[first].Text)
            || NameLexicon.ThingWords.Contains(last)
        )
        {
            return NameClass.None;
        }

        if (length > 1 && NameLexicon.MediaWords.Contains(last))
            return NameClass.Medium;
        if (length > 1 && HasAmpersand(document, first, end) || NameContext.IsDescribedAsOrganisation(document, sentence, end))
            return NameClass.Organisation;
        if (length == 1 && IsDottedAcronym(last))
            return NameClass.Organisation;
        if (last.EndsWith('.') && length == 1)
            return NameClass.None;
        if (length is 2 or 3 && IsInitial(tokens[first].Text))
            return NameClass.Person;
        if (length == 1 && tokens[first].IsAllCapitals)
        {
            return last.Length <= 6 && last.All(char.IsLetter) && !PosTagger.IsCommonWord(tokens[first].Form)
                ? NameClass.Organisation
                : NameClass.None;
        }

        return IsInPlacePhrase(document, sentence, first) ? NameClass.Place : NameClass.Undecided;
    }

    // "Holm & Voss"
    private static bool HasAmpersand(Document document, int first, int end)
    {
        for (var i = first + 1; i < end; i++)
        {
            if (document.Tokens[i].Is('&'))
                return true;
        }

        return false;
    }

    // "F.B.I.": three letters or more, each with its dot.
    private static bool IsDottedAcronym(string text)
    {
        if (text.Length < 6 || text.Length % 2 == 1)
            return false;
        for (var i = 0; i < text.Length; i += 2)
        {
            if (!char.IsUpper(text[i]) || text[i + 1] != '.')
                return false;
        }

        return true;
    }

    private static bool IsInitial(string text) => text.Length <= 4 && text[^1] == '.' && char.IsUpper(text[0]);

    private static bool IsInPlacePhrase(Document document, Sentence sentence, int first) =>
        first > sentence.First
        && document.Tokens[first - 1].Lower is "in" or "at" or "near" or "outside" or "around"
        && !(first - 2 >= sentence.First && Holdings.Contains(document.Tokens[first - 2].Lower));
}
