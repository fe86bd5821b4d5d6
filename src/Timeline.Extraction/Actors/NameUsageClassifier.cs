using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Tells what an unknown name names from how the document uses it.</summary>
/// <param name="places">How often a spelling stands for a place in the document.</param>
/// <param name="acting">How often a single word acts in it.</param>
internal sealed class NameUsageClassifier(Document document, Dictionary<string, int> places, Dictionary<string, int> acting)
{
    /// <summary>The kind of actor that the name is; null where it is none.</summary>
    public ActorKind? Classify(NameMention name)
    {
        var sentence = document.Sentences[document.SentenceOf(name.First)];
        if (name.Length == 1 && document.Tokens[name.First].Tag == PosTag.NNPS)
            return null;
        if (name.Kind is ActorKind.Person || name.IsAddressed)
            return ActorKind.Person;
        if (name.Kind is not null)
            return name.Kind;
        var described =
            NameContext.IsDescribedAsPerson(document, sentence, name.End)
            && !(name.First > sentence.First && document.Tokens[name.First - 1].Tag == PosTag.IN);
        var acts = NameContext.IsAgent(document, sentence, name.First, name.End);
        if (name.Length is 2 or 3 or 4)
            return described || acts || LooksLikePersonName(name, sentence) ? ActorKind.Person : null;
        return name.Length > 1 ? null : ClassifySingleWord(name, described);
    }

    private ActorKind? ClassifySingleWord(NameMention name, bool described)
    {
        var token = document.Tokens[name.First];
        if (described || (NameLexicon.IsFirstName(token, out _) && token.Tag == PosTag.NNP))
            return ActorKind.Person;
        var acts = acting.GetValueOrDefault(token.Text);
        if (places.GetValueOrDefault(token.Text) > acts)
            return null;
        return token.Tag == PosTag.NNP && acts > 0 && token.Text.All(char.IsLetter) ? ActorKind.Organisation : null;
    }

    // Two or three plain words with capitals, and no article before: more often a person than anything else.
    private bool LooksLikePersonName(NameMention name, Sentence sentence)
    {
        if (name.First > sentence.First && document.Tokens[name.First - 1].Tag is PosTag.DT or PosTag.JJ or PosTag.POS)
            return false;
        for (var i = name.First; i < name.End; i++)
        {
            if (
                document.Tokens[i] is { Tag: not PosTag.NNP } or { IsAllCapitals: true }
                || document.Tokens[i].Text.Any(char.IsDigit)
                || IsThing(document.Tokens[i].Text)
            )
            {
                return false;
            }
        }

        return name.Length < 4;
    }

    private static bool IsThing(string word) =>
        NameLexicon.ThingWords.Contains(word) || NameLexicon.PlaceWords.Contains(word) || NameLexicon.OrganisationWords.Contains(word);
}
