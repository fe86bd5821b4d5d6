using System.Collections.Frozen;

namespace Timeline.Extraction.Claims;

/// <summary>The forms of English verbs and nouns, as far as cues need them.</summary>
internal static class Inflection
{
    private static readonly FrozenDictionary<string, string> Irregular = Data.Table("Claims.irregular.tsv");
    private static readonly FrozenSet<string> Doubling = Data.Words("Claims.doubling.txt");

    /// <summary>All forms of a verb, itself included.</summary>
    public static IEnumerable<string> Verb(string lemma) => [lemma, Present(lemma), Ing(lemma), .. Past(lemma)];

    /// <summary>The past and the past participle of a verb.</summary>
    public static IEnumerable<string> Past(string lemma) =>
        Irregular.TryGetValue(lemma, out var past) ? past.Split(' ')
        : lemma[^1] == 'e' ? [lemma + "d"]
        : [(IsConsonantY(lemma) ? lemma[..^1] + "i" : Stem(lemma)) + "ed"];

    /// <summary>The third person of a verb's present.</summary>
    public static string Present(string lemma) => S(lemma);

    private static string Ing(string lemma) =>
        lemma.EndsWith("ie", StringComparison.Ordinal)
            ? lemma[..^2] + "ying"
            : (lemma[^1] == 'e' && lemma[^2] is not ('e' or 'o' or 'y') ? lemma[..^1] : Stem(lemma)) + "ing";

    private static string Stem(string lemma) => Doubling.Contains(lemma) ? lemma + lemma[^1] : lemma;

    /// <summary>Singular and plural.</summary>
    public static IEnumerable<string> Noun(string lemma) => [lemma, S(lemma)];

    private static string S(string word) =>
        IsConsonantY(word) ? word[..^1] + "ies"
        : word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? word + "es"
        : word + "s";

    private static bool IsConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2]);
}
