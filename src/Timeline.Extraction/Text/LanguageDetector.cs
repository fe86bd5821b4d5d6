using System.Collections.Frozen;

namespace Timeline.Extraction.Text;

/// <summary>Tells a text that is not English, by its script and by the small words that every sentence of a language holds.</summary>
public static class LanguageDetector
{
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

    // Of a long text three stretches tell: its beginning, its middle and its end.
    private const int Stretch = 600;

    /// <summary>
    /// The language that most of the text is in; null where that is English, or where too little is said to tell. A quotation in another
    /// language does not make the text foreign.
    /// </summary>
    public static ForeignLanguage? FindForeign(string text)
    {
        var count = new Counts(new int[Languages.Length], new int[Scripts.Count]);
        if (text.Length <= 3 * Stretch)
        {
            Count(text, count);
        }
        else
        {
            Count(text.AsSpan(0, Stretch), count);
            Count(text.AsSpan((text.Length - Stretch) / 2, Stretch), count);
            Count(text.AsSpan(text.Length - Stretch), count);
        }

        var letters = count.OfScript.Sum();
        if (letters > count.Latin)
            return letters < FewestWords ? null : Scripts.LanguageOf(count.OfScript, text);
        var hits = count.OfLanguage;
        var best = Array.IndexOf(hits, hits.Max());
        return count.Words >= FewestWords && best > 0 && hits[best] > 2 * hits[0] && hits[best] * WordsToOneHit > count.Words
            ? new ForeignLanguage(Languages[best][0], Languages[best][1])
            : null;
    }

    private static void Count(ReadOnlySpan<char> text, Counts count)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at]))
                continue;
            var first = at;
            while (at + 1 < text.Length && char.IsLetter(text[at + 1]))
                at++;
            var word = text[first..(at + 1)];
            count.Words++;
            if (Scripts.IndexOf(word[0]) is var script and >= 0)
            {
                count.OfScript[script] += word.Length;
                continue;
            }

            count.Latin += word.Length;
            if (!Lookup.TryGetValue(word, out var languages))
                continue;
            // Names of places and papers hold small words of their languages, with a capital mostly: those count for English alone.
            foreach (var language in languages)
                count.OfLanguage[language] += language == 0 || char.IsLower(word[0]) ? 1 : 0;
        }
    }

    private sealed class Counts(int[] ofLanguage, int[] ofScript)
    {
        public int[] OfLanguage => ofLanguage;
        public int[] OfScript => ofScript;
        public int Words { get; set; }
        public int Latin { get; set; }
    }
}
