using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Timeline.Extraction.Claims;

/// <summary>One sense of a cue: what its source does, and what may follow it.</summary>
/// <param name="Particle">The second word of a phrasal verb, or empty.</param>
/// <param name="Frames">What may follow the cue, in the letters that <c>cues.txt</c> explains.</param>
internal sealed record CueSense(string Lemma, string Particle, Stance Stance, AttributionManner Manner, FrozenSet<string> Frames)
{
    public bool TakesQuote { get; } = Frames.Contains("q");
    public bool TakesClause { get; } = Frames.Contains("s");
    public bool TakesInfinitive { get; } = Frames.Contains("t");
    public bool TakesNoun { get; } = Frames.Contains("n");
    public bool TakesGerund { get; } = Frames.Contains("g");
    public bool TakesNothing { get; } = Frames.Contains("-");
    public bool IsSilent => Manner == AttributionManner.Silent;
    public bool TakesAddressee { get; } = Frames.Contains("o");
}

/// <summary>The cues by the form in which they occur, from <c>cues.txt</c>.</summary>
internal static class CueLexicon
{
    public static readonly FrozenDictionary<string, ImmutableArray<CueSense>> Verbs = Load("verb", Inflection.VerbForms);
    public static readonly FrozenDictionary<string, ImmutableArray<CueSense>> Nouns = Load("noun", Inflection.NounForms);
    public static readonly FrozenDictionary<string, ImmutableArray<CueSense>> Adjectives = Load("adj", lemma => [lemma]);

    /// <summary>Past forms and third persons of the verbs, for words that a tagger took for something else.</summary>
    public static readonly FrozenSet<string> PastForms = Entries("verb")
        .SelectMany(entry => Inflection.PastForms(entry.Word.Split('_')[0]))
        .ToFrozenSet(StringComparer.Ordinal);
    public static readonly FrozenSet<string> ThirdPersons = Entries("verb")
        .Select(entry => Inflection.ThirdPerson(entry.Word.Split('_')[0]))
        .ToFrozenSet(StringComparer.Ordinal);
    public static readonly FrozenSet<string> LightVerbs = Forms("light");
    public static readonly FrozenSet<string> LinkVerbs = Forms("link");
    public static readonly FrozenSet<string> Copulas = Forms("copula");
    public static readonly FrozenSet<string> TimeNouns = Forms("moment", lemma => [lemma]);

    private static FrozenSet<string> Forms(string part, Func<string, IEnumerable<string>>? inflect = null) =>
        Entries(part).SelectMany(entry => (inflect ?? Inflection.VerbForms)(entry.Word)).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, ImmutableArray<CueSense>> Load(string part, Func<string, IEnumerable<string>> inflect)
    {
        var found = new Dictionary<string, List<CueSense>>(StringComparer.Ordinal);
        foreach (var (word, header) in Entries(part))
        {
            var parts = word.Split('_', 2);
            var sense = new CueSense(
                parts[0],
                parts.Length > 1 ? parts[1].Replace('_', ' ') : "",
                EnumNames<Stance>.Parse(header[1]),
                EnumNames<AttributionManner>.Parse(header[2]),
                header.Skip(3).ToFrozenSet(StringComparer.Ordinal)
            );
            foreach (var form in inflect(parts[0]).Distinct())
            {
                if (!found.TryGetValue(form, out var senses))
                    found.Add(form, senses = []);
                senses.Add(sense);
            }
        }
        return found.ToFrozenDictionary(entry => entry.Key, Ordered, StringComparer.Ordinal);
    }

    // Phrasal verbs before plain ones, and what says more than "asserts" before it.
    private static ImmutableArray<CueSense> Ordered(KeyValuePair<string, List<CueSense>> entry) =>
        [
            .. entry
                .Value.OrderBy(sense => sense.Particle.Length == 0)
                .ThenBy(sense => sense.Stance == Stance.Asserts && sense.Manner != AttributionManner.Asked),
        ];

    private static IEnumerable<(string Word, string[] Header)> Entries(string part)
    {
        string[] header = [];
        foreach (var line in EmbeddedData.ReadLines("Claims.cues.txt"))
        {
            if (line[0] == '[')
            {
                header = line.Trim('[', ']').Split(' ');
            }
            else if (header[0] == part)
            {
                foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    yield return (word, header);
            }
        }
    }
}
