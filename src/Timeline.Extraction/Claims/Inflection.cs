using System.Collections.Frozen;

namespace Timeline.Extraction.Claims;

/// <summary>The forms of English verbs and nouns, as far as cues need them.</summary>
internal static class Inflection
{
    private static readonly FrozenDictionary<string, string> Irregular = Data.Table("Claims.irregular.tsv");
    private static readonly FrozenSet<string> Doubling = Data.Words("Claims.doubling.txt");

    /// <summary>All forms of a verb, itself included.</summary>
    public static IEnumerable<string> Verb(string lemma)
    {
        yield return lemma;
        yield return S(lemma);
        var stem = Doubling.Contains(lemma) ? lemma + lemma[^1] : lemma;
        if (lemma.EndsWith("ie", StringComparison.Ordinal)) yield return lemma[..^2] + "ying";
        else yield return (lemma[^1] == 'e' && lemma[^2] is not ('e' or 'o' or 'y') ? lemma[..^1] : stem) + "ing";
        if (Irregular.TryGetValue(lemma, out var past))
            foreach (var form in past.Split(' ')) yield return form;
        else if (lemma[^1] == 'e') yield return lemma + "d";
        else yield return (IsConsonantY(lemma) ? lemma[..^1] + "i" : stem) + "ed";
    }

    /// <summary>Singular and plural.</summary>
    public static IEnumerable<string> Noun(string lemma) => [lemma, S(lemma)];

    private static string S(string word) =>
        IsConsonantY(word) ? word[..^1] + "ies"
        : word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) ? word + "es"
        : word + "s";

    private static bool IsConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2]);
}
