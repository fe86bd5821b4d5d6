using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Links he and she to the person that the sentence, or the one before, is about.</summary>
internal static class Pronouns
{
    private const int Reach = 3;

    public static void Link(Document document, List<(Name Name, int Identity)> linked, Identities identities)
    {
        var found = new List<(Name, int)>();
        var (next, topic, topicAt) = (0, new int?[3], int.MinValue);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            int? subject = null;
            for (var at = sentence.First; at < sentence.End; at++)
            {
                if (next < linked.Count && linked[next].Name.First == at)
                {
                    var (name, identity) = linked[next++];
                    if (identities.All[identity].Kind != ActorKind.Person) continue;
                    subject ??= identity;
                    var gender = (int)identities.All[identity].Gender;
                    if (subject == identity || topicAt < s) foreach (var slot in gender == 0 ? [0, 1, 2] : new[] { 0, gender }) topic[slot] = identity;
                    topicAt = s;
                    at = name.End - 1;
                    continue;
                }
                var asked = GenderOf(document.Tokens[at]);
                if (asked == Gender.Unknown) continue;
                var person = Bracketed(document, linked, next, at) ?? (s - topicAt <= Reach ? Fitting(topic[(int)asked], asked, identities) : null);
                if (person is not { } known) continue;
                found.Add((new(at, at + 1, ActorKind.Person, null, asked, MentionKind.Pronoun), known));
                subject ??= known;
                (topic[0], topic[(int)asked], topicAt) = (known, known, s);
            }
        }
        linked.AddRange(found);
        linked.Sort((a, b) => a.Item1.First.CompareTo(b.Item1.First));
    }

    // "He [Holm] wants": the editor says who.
    private static int? Bracketed(Document document, List<(Name Name, int Identity)> linked, int next, int at) =>
        next < linked.Count && at + 2 < document.Tokens.Length && document.Tokens[at + 1].Is('[') && linked[next].Name.First == at + 2 ? linked[next].Identity : null;

    private static int? Fitting(int? identity, Gender asked, Identities identities) =>
        identity is { } known && (identities.All[known].Gender == Gender.Unknown || identities.All[known].Gender == asked) ? known : null;

    private static Gender GenderOf(Token token) => token.Lower switch
    {
        "he" or "him" or "his" or "himself" => Gender.Male,
        "she" or "her" or "hers" or "herself" => Gender.Female,
        _ => Gender.Unknown,
    };
}
