using System.Collections.Frozen;

namespace Timeline.Extraction.Text;

/// <summary>Tells a text that is not English, by its script and by the small words that every sentence of a language holds.</summary>
public static class LanguageDetector
{
    // Names of places and papers hold small words of their languages, with a capital mostly: those count for English alone.
    // A headline or a table of names has too few small words to tell anything by.
    private const int FewestWords = 8;

    // Of a hundred words of running text thirty and more are small ones; fewer than a tenth are chance.
    private const int WordsToOneHit = 10;

    private static readonly string[][] Languages = [.. EmbeddedData.ReadRows("Text.languages.tsv")];

    private static readonly FrozenDictionary<string, int[]> LanguagesOfWord = Languages
        .SelectMany((row, language) => row[2].Split(' ').Select(word => (word, language)))
        .GroupBy(pair => pair.word, pair => pair.language)
        .ToFrozenDictionary(words => words.Key, words => words.ToArray(), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = LanguagesOfWord.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>
    /// The language that most of the text is in; null where that is English, or where too little is said to tell. A quotation in another
    /// language does not make the text foreign.
    /// </summary>
    public static ForeignLanguage? FindForeign(string text)
    {
        var (latin, hits, words) = (0, new int[Languages.Length], 0);
        var scripts = new int[Scripts.Count];
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
                continue;
            var first = at;
            while (at + 1 < text.Length && char.IsLetter(text[at + 1]))
                at++;
            words++;
            if (Scripts.IndexOf(text[first]) is var script and >= 0)
            {
                scripts[script] += at + 1 - first;
                continue;
            }

            latin += at + 1 - first;
            if (Lookup.TryGetValue(text.AsSpan(first, at + 1 - first), out var languages))
            {
                foreach (var language in languages)
                    hits[language] += language == 0 || char.IsLower(text[first]) ? 1 : 0;
            }
        }

        var letters = scripts.Sum();
        if (letters > latin)
            return letters < FewestWords ? null : Scripts.LanguageOf(scripts, text);
        var best = Array.IndexOf(hits, hits.Max());
        return words >= FewestWords && best > 0 && hits[best] > 2 * hits[0] && hits[best] * WordsToOneHit > words
            ? new ForeignLanguage(Languages[best][0], Languages[best][1])
            : null;
    }
}
