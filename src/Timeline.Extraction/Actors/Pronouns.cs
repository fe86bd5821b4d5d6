using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Links he and she to the person that the sentence, or the one before, is about.</summary>
internal sealed class Pronouns(Document document, List<(Name Name, int Identity)> linked, Identities identities)
{
    private const int Reach = 3;

    private readonly List<(Name, int)> _found = [];
    private readonly Topic?[] _topics = new Topic?[3];
    private int _next;

    // Who he, she, or either would be: set by the subject, and by whoever is known to be a man or a woman.
    private sealed record Topic(int Identity, int Sentence, bool IsKnown);

    /// <summary>Adds the pronouns to the names, in order.</summary>
    public void Link()
    {
        for (var s = 0; s < document.Sentences.Length; s++)
            Follow(s);
        linked.AddRange(_found);
        linked.Sort((a, b) => a.Name.First.CompareTo(b.Name.First));
    }

    private void Follow(int s)
    {
        var sentence = document.Sentences[s];
        int? subject = null;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (_next < linked.Count && linked[_next].Name.First == at)
            {
                var (name, identity) = linked[_next++];
                at = name.End - 1;
                if (identities.All[identity].Kind != ActorKind.Person || name.Mention == MentionKind.Modifier)
                    continue;
                subject ??= identity;
                Note(identity, s, subject == identity);
            }
            else if (
                GenderOf(document.Tokens[at]) is var asked and not Gender.Unknown
                && (Bracketed(at) ?? Fitting(asked, s)) is { } person
            )
            {
                _found.Add((new(at, at + 1, ActorKind.Person, null, asked, MentionKind.Pronoun), person));
                identities.All[person].Called(null, asked);
                subject ??= person;
                Note(person, s, true);
            }
        }
    }

    private void Note(int identity, int sentence, bool isSubject)
    {
        var gender = identities.All[identity].Gender;
        for (var slot = Gender.Unknown; slot <= Gender.Female; slot++)
        {
            if (gender != Gender.Unknown && slot != Gender.Unknown && slot != gender)
                continue;
            var telling = gender != Gender.Unknown && slot == gender && _topics[(int)slot] is not { IsKnown: true };
            if (isSubject || telling || _topics[(int)slot] is not { } topic || topic.Sentence < sentence)
                _topics[(int)slot] = new(identity, sentence, gender != Gender.Unknown);
        }
    }

    // "He [Holm] wants": the editor says who.
    private int? Bracketed(int at) =>
        _next < linked.Count && at + 2 < document.Tokens.Length && document.Tokens[at + 1].Is('[') && linked[_next].Name.First == at + 2
            ? linked[_next].Identity
            : null;

    private int? Fitting(Gender asked, int sentence) =>
        _topics[(int)asked] is { } topic
        && sentence - topic.Sentence <= Reach
        && identities.All[topic.Identity].Gender is var gender
        && (gender == Gender.Unknown || gender == asked)
            ? topic.Identity
            : null;

    private static Gender GenderOf(Token token) =>
        token.Lower switch
        {
            "he" or "him" or "his" or "himself" => Gender.Male,
            "she" or "her" or "hers" or "herself" => Gender.Female,
            _ => Gender.Unknown,
        };
}
