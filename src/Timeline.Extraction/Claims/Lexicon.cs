using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Timeline.Extraction.Claims;

/// <summary>One reading of a cue: what its source does, and what may follow it.</summary>
/// <param name="Particle">The second word of a phrasal verb, or empty.</param>
/// <param name="Frames">As <c>cues.txt</c> explains them.</param>
internal sealed record CueReading(string Lemma, string Particle, Stance Stance, Manner Manner, FrozenSet<string> Frames)
{
    public bool TakesQuote { get; } = Frames.Contains("q");
    public bool TakesClause { get; } = Frames.Contains("s");
    public bool TakesInfinitive { get; } = Frames.Contains("t");
    public bool TakesNoun { get; } = Frames.Contains("n");
    public bool TakesGerund { get; } = Frames.Contains("g");
    public bool TakesNothing { get; } = Frames.Contains("-");
    public bool IsSilent => Manner == Manner.Silent;
    public bool TakesAddressee { get; } = Frames.Contains("o");
}

/// <summary>The cues by the form in which they occur, from <c>cues.txt</c>.</summary>
internal static class Lexicon
{
    public static readonly FrozenDictionary<string, ImmutableArray<CueReading>> Verbs = Load("verb", Inflection.Verb);
    public static readonly FrozenDictionary<string, ImmutableArray<CueReading>> Nouns = Load("noun", Inflection.Noun);
    public static readonly FrozenDictionary<string, ImmutableArray<CueReading>> Adjectives = Load("adj", lemma => [lemma]);

    /// <summary>Past forms and third persons of the verbs, for words that a tagger took for something else.</summary>
    public static readonly FrozenSet<string> Pasts = Entries("verb")
        .SelectMany(entry => Inflection.Past(entry.Word.Split('_')[0]))
        .ToFrozenSet(StringComparer.Ordinal);
    public static readonly FrozenSet<string> Presents = Entries("verb")
        .Select(entry => Inflection.Present(entry.Word.Split('_')[0]))
        .ToFrozenSet(StringComparer.Ordinal);
    public static readonly FrozenSet<string> LightVerbs = Forms("light");
    public static readonly FrozenSet<string> LinkVerbs = Forms("link");
    public static readonly FrozenSet<string> Copulas = Forms("copula");
    public static readonly FrozenSet<string> Moments = Forms("moment", lemma => [lemma]);

    private static FrozenSet<string> Forms(string part, Func<string, IEnumerable<string>>? inflect = null) =>
        Entries(part).SelectMany(entry => (inflect ?? Inflection.Verb)(entry.Word)).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, ImmutableArray<CueReading>> Load(string part, Func<string, IEnumerable<string>> inflect)
    {
        var found = new Dictionary<string, List<CueReading>>(StringComparer.Ordinal);
        foreach (var (word, header) in Entries(part))
        {
            var parts = word.Split('_', 2);
            var reading = new CueReading(
                parts[0],
                parts.Length > 1 ? parts[1].Replace('_', ' ') : "",
                Parse<Stance>(header[1]),
                Parse<Manner>(header[2]),
                header.Skip(3).ToFrozenSet(StringComparer.Ordinal)
            );
            foreach (var form in inflect(parts[0]).Distinct())
            {
                if (!found.TryGetValue(form, out var readings))
                    found.Add(form, readings = []);
                readings.Add(reading);
            }
        }
        return found.ToFrozenDictionary(entry => entry.Key, Ordered, StringComparer.Ordinal);
    }

    // Phrasal verbs before plain ones, and what says more than "asserts" before it.
    private static ImmutableArray<CueReading> Ordered(KeyValuePair<string, List<CueReading>> entry) =>
        [
            .. entry
                .Value.OrderBy(reading => reading.Particle.Length == 0)
                .ThenBy(reading => reading.Stance == Stance.Asserts && reading.Manner != Manner.Asked),
        ];

    private static IEnumerable<(string Word, string[] Header)> Entries(string part)
    {
        string[] header = [];
        foreach (var line in Data.Lines("Claims.cues.txt"))
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

    private static T Parse<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("-", ""), ignoreCase: true);
}
