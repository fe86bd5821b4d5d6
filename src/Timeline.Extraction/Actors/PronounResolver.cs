using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>Links he and she to the person that the sentence, or the one before, is about.</summary>
internal sealed class PronounResolver(Document document, List<(NameMention Name, int Cluster)> linked, ActorClusters clusters)
{
    private const int MaxSentenceDistance = 3;

    private readonly List<(NameMention, int)> _found = [];
    private readonly Topic?[] _topics = new Topic?[3];
    private int _next;

    // Who he, she, or either would be: set by the subject, and by whoever is known to be a man or a woman.
    private sealed record Topic(int Cluster, int Sentence, bool IsKnown);

    /// <summary>Adds the pronouns to the names, in order.</summary>
    public void Resolve()
    {
        for (var s = 0; s < document.Sentences.Length; s++)
            ResolveIn(s);
        linked.AddRange(_found);
        linked.Sort((a, b) => a.Name.First.CompareTo(b.Name.First));
    }

    private void ResolveIn(int s)
    {
        var sentence = document.Sentences[s];
        if (IsAboutStranger(sentence))
            Array.Clear(_topics);
        int? subject = null;
        int? companion = null;
        for (var at = sentence.First; at < sentence.End; at++)
        {
            if (_next < linked.Count && linked[_next].Name.First == at)
            {
                var (name, cluster) = linked[_next++];
                at = name.End - 1;
                if (clusters.All[cluster].Kind != ActorKind.Person || name.MentionKind == MentionKind.Modifier)
                    continue;
                subject ??= cluster;
                if (cluster != subject)
                    companion = cluster;
                UpdateTopics(cluster, s, subject == cluster);
            }
            else if (
                GenderOf(document.Tokens[at]) is var asked and not Gender.Unknown
                && (
                    FindBracketedName(at)
                    ?? (
                        IsObject(at) && subject is not null && FindAntecedent(asked, s) == subject
                            ? FindOther(asked, subject, companion)
                            : FindAntecedent(asked, s)
                    )
                )
                    is { } person
            )
            {
                _found.Add((new(at, at + 1, ActorKind.Person, null, asked, MentionKind.Pronoun), person));
                clusters.All[person].AddName(null, asked);
                subject ??= person;
                UpdateTopics(person, s, true);
            }
        }
    }

    // "A porter came in": he, from here on, is the porter.
    private bool IsAboutStranger(Sentence sentence)
    {
        if (document.Tokens[sentence.First].Lower is not ("a" or "an" or "one"))
            return false;
        for (var i = sentence.First + 1; i < Math.Min(sentence.First + 5, sentence.End); i++)
        {
            var token = document.Tokens[i];
            if (token.Tag == PosTag.NN && (i + 1 == sentence.End || !document.Tokens[i + 1].Tag.IsNoun))
                return NameLexicon.IsRole(token, out _);
            if (!token.Tag.IsAdjective && token.Tag != PosTag.NN)
                return false;
        }

        return false;
    }

    private void UpdateTopics(int cluster, int sentence, bool isSubject)
    {
        var gender = clusters.All[cluster].Gender;
        for (var slot = Gender.Unknown; slot <= Gender.Female; slot++)
        {
            if (gender != Gender.Unknown && slot != Gender.Unknown && slot != gender)
                continue;
            var telling = gender != Gender.Unknown && slot == gender && _topics[(int)slot] is not { IsKnown: true };
            if (isSubject || telling || _topics[(int)slot] is not { } topic || topic.Sentence < sentence)
                _topics[(int)slot] = new(cluster, sentence, gender != Gender.Unknown);
        }
    }

    // "He [Holm] wants": the editor says who.
    private int? FindBracketedName(int at) =>
        _next < linked.Count && at + 2 < document.Tokens.Length && document.Tokens[at + 1].Is('[') && linked[_next].Name.First == at + 2
            ? linked[_next].Cluster
            : null;

    // "Holm is a critic of him": that is somebody else than the subject.
    private bool IsObject(int at) => document.Tokens[at].Lower is "him" || document.Tokens[at] is { Lower: "her", Tag: PosTag.PRP };

    private int? FindOther(Gender asked, int? subject, int? companion)
    {
        if (companion is not { } other || other == subject || subject is null)
            return null;
        return clusters.All[other].Gender is var gender && (gender == Gender.Unknown || gender == asked) ? other : null;
    }

    private int? FindAntecedent(Gender asked, int sentence) =>
        _topics[(int)asked] is { } topic
        && sentence - topic.Sentence <= MaxSentenceDistance
        && clusters.All[topic.Cluster].Gender is var gender
        && (gender == Gender.Unknown || gender == asked)
            ? topic.Cluster
            : null;

    private static Gender GenderOf(Token token) =>
        token.Lower switch
        {
            "he" or "him" or "his" or "himself" => Gender.Male,
            "she" or "her" or "hers" or "herself" => Gender.Female,
            _ => Gender.Unknown,
        };
}
