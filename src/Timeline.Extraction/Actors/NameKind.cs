using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Tells from its words and its neighbours what an unknown name names.</summary>
internal static class NameKind
{
    public const string Nothing = "nothing",
        Place = "place",
        Person = "person",
        Organisation = "organisation",
        Medium = "medium",
        Open = "open";

    public static ActorKind? ToActor(string kind) =>
        kind switch
        {
            Person => ActorKind.Person,
            Organisation => ActorKind.Organisation,
            Medium => ActorKind.Medium,
            _ => null,
        };

    public static string Of(Document document, Sentence sentence, int first, int end, bool addressed, ref Gender gender)
    {
        var tokens = document.Tokens;
        var (length, last) = (end - first, tokens[end - 1].Text);
        if (addressed && !Lexicon.CompanyEndings.Contains(last) && (length > 1 || !Lexicon.OrganisationWords.Contains(last)))
        {
            if (gender == Gender.Unknown)
                Lexicon.IsFirstName(tokens[first], out gender);
            return Person;
        }
        if (
            length > 1
            && Lexicon.IsFirstName(tokens[first], out var given)
            && !Lexicon.OrganisationWords.Contains(last)
            && !Lexicon.PlaceWords.Contains(last)
            && !Lexicon.ThingWords.Contains(last)
        )
        {
            if (gender == Gender.Unknown)
                gender = given;
            return length <= 4 ? Person : Open;
        }
        if (
            Lexicon.OrganisationWords.Contains(last)
            || (length > 1 && tokens[first].Is("air"))
            || (Lexicon.OrganisationWords.Contains(tokens[first].Text) && length > 2 && tokens[first + 1].Lower is "of" or "for")
        )
        {
            return length > 1 ? Organisation : Nothing;
        }

        if (Lexicon.PlaceWords.Contains(last) || Lexicon.PlaceWords.Contains(tokens[first].Text) || Lexicon.ThingWords.Contains(last))
            return Nothing;
        if (length > 1 && Lexicon.MediaWords.Contains(last))
            return Medium;
        if (last.EndsWith('.') && length == 1)
            return Nothing;
        if (length is 2 or 3 && IsInitial(tokens[first].Text))
            return Person;
        if (length == 1 && tokens[first].IsAllCapitals)
            return last.Length <= 6 && last.All(char.IsLetter) && !Tagger.IsCommonWord(tokens[first].Form) ? Organisation : Nothing;
        return IsIn(document, sentence, first) ? Place : Open;
    }

    private static bool IsInitial(string text) => text.Length <= 4 && text[^1] == '.' && char.IsUpper(text[0]);

    private static bool IsIn(Document document, Sentence sentence, int first) =>
        first > sentence.First && document.Tokens[first - 1].Lower is "in" or "at" or "near" or "outside" or "around";
}
