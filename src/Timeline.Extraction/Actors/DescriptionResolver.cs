using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>
/// Links "the league", "the sheriff" and "the company" to whom the document calls so: by a word of the name, by an apposition, by an
/// office, and for a company by being the only one at hand.
/// </summary>
internal sealed partial class DescriptionResolver(Document document, List<(NameMention Name, int Cluster)> linked, ActorClusters clusters)
{
    private const int LongestDescription = 8,
        MostModifiers = 3,
        FarthestSentence = 15,
        FarthestCompany = 12,
        FarthestRival = 4;

    // Any company can be called so.
    private static readonly FrozenSet<string> Companies = WordSet.Parse(
        "company firm group business corporation chain retailer utility maker"
    );
    private static readonly FrozenSet<string> ChainsAndFirms = WordSet.Parse("company firm chain retailer utility");

    // These tell one from others of its kind.
    private static readonly FrozenSet<string> Distinguishing = WordSet.Parse(
        "first second third other same new next last only rival former"
    );

    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly HashSet<int> _public = [];
    private readonly Dictionary<int, int> _counts = [];
    private readonly Dictionary<int, int> _lastSentence = [];
    private readonly Dictionary<int, int> _lastToken = [];
    private readonly Queue<(int Cluster, int Sentence)> _recent = [];

    /// <summary>Adds the descriptions to the names, in order.</summary>
    public void Resolve()
    {
        foreach (var (name, cluster) in linked)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, cluster, out _)++;
            if (name.MentionKind == MentionKind.Name)
                CollectWords(name, cluster);
        }

        var found = new List<(NameMention, int)>();
        var next = 0;
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            for (var at = document.Sentences[s].First; at < document.Sentences[s].End; at++)
            {
                if (next < linked.Count && linked[next].Name.First == at)
                {
                    Note(linked[next].Cluster, s, at);
                    at = linked[next++].Name.End - 1;
                }
                else if (document.Tokens[at].Is("the") && EndOfDescription(at, s, next) is { } end && Find(at, end, s) is { } cluster)
                {
                    found.Add((new(at, end, clusters.All[cluster].Kind, null, Gender.Unknown, MentionKind.Description), cluster));
                    Note(cluster, s, at);
                    at = end - 1;
                }
            }
        }

        linked.AddRange(found);
        linked.Sort((a, b) => a.Name.First.CompareTo(b.Name.First));
    }

    private void Note(int cluster, int sentence, int token)
    {
        (_lastSentence[cluster], _lastToken[cluster]) = (sentence, token);
        _recent.Enqueue((cluster, sentence));
    }

    // What the document calls an actor: words of its name, offices before it, and what stands between commas after it.
    private void CollectWords(NameMention name, int cluster)
    {
        var isPerson = clusters.All[cluster].Kind == ActorKind.Person;
        if (!isPerson && clusters.All[cluster].Kind != ActorKind.State)
        {
            for (var i = name.First; i < name.End && name.Length > 1; i++)
                AddBody(document.Tokens[i].Lower, cluster);
        }

        var before = name.First - 1;
        if (before >= 0 && document.Tokens[before].Is(',') && name.End < document.Tokens.Length && document.Tokens[name.End].Is(','))
            before--;
        if (before >= 0 && document.Tokens[before].Tag.IsNoun)
            AddDescriptor(document.Tokens[before], cluster, isPerson);
        if (name.End + 2 < document.Tokens.Length && document.Tokens[name.End].Is(','))
            CollectApposition(name.End + 1, cluster, isPerson);
    }

    private void CollectApposition(int first, int cluster, bool isPerson)
    {
        var opening = document.Tokens[first];
        if (opening.Tag is not (PosTag.DT or PosTag.PRPS or PosTag.NN) && !NameLexicon.IsRole(opening, out _))
            return;
        for (var i = first; i < Math.Min(first + LongestDescription, document.Tokens.Length - 1); i++)
        {
            var token = document.Tokens[i];
            if (token.Tag.IsFinite || token.Is(','))
                return;
            if (token.Tag.IsNoun && !document.Tokens[i + 1].Tag.IsNoun && document.Tokens[i + 1].Tag != PosTag.POS)
            {
                AddDescriptor(token, cluster, isPerson);
                return;
            }
        }
    }

    private void AddDescriptor(Token token, int cluster, bool isPerson)
    {
        if (!isPerson)
            AddBody(token.Lower, cluster);
        else if (NameLexicon.IsRole(token, out _) && token.Lower.Length > 4)
            Add(token.Lower, cluster);
    }

    private void AddBody(string word, int cluster)
    {
        if (NameLexicon.PublicBodies.Contains(word))
            _public.Add(cluster);
        if (NameLexicon.Bodies.Contains(word))
            Add(word, cluster);
    }
}
