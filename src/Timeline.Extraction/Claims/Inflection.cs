using System.Collections.Frozen;

namespace Timeline.Extraction.Claims;

/// <summary>The forms of English verbs and nouns, as far as cues need them.</summary>
internal static class Inflection
{
    private static readonly FrozenDictionary<string, string> Irregular = EmbeddedData.ReadTable("Claims.irregular.tsv");
    private static readonly FrozenSet<string> Doubling = EmbeddedData.ReadWordSet("Claims.doubling.txt");

    private static readonly FrozenDictionary<string, string> OfGerund = Irregular.Keys.ToFrozenDictionary(Gerund, StringComparer.Ordinal);

    /// <summary>All forms of a verb, itself included.</summary>
    public static IEnumerable<string> VerbForms(string lemma) => [lemma, ThirdPerson(lemma), Gerund(lemma), .. PastForms(lemma)];

    /// <summary>The past and the past participle of a verb.</summary>
    public static IEnumerable<string> PastForms(string lemma)
    {
        if (Irregular.TryGetValue(lemma, out var past))
            return past.Split(' ');
        if (lemma[^1] == 'e')
            return [lemma + "d"];
        var stem = IsConsonantY(lemma) ? lemma[..^1] + "i" : Stem(lemma);
        return [stem + "ed"];
    }

    /// <summary>The third person of a verb's present.</summary>
    public static string ThirdPerson(string lemma) => WithS(lemma);

    /// <summary>The past of a verb that only its form in "-ing" is known of: "leaving", "left".</summary>
    public static string PastOfGerund(string gerund)
    {
        if (OfGerund.TryGetValue(gerund, out var lemma))
            return PastForms(lemma).First();
        var stem = gerund[..^3];
        return (
                stem.Length < 3 ? stem + "i"
                : IsConsonantY(stem) ? stem[..^1] + "i"
                : stem
            ) + "ed";
    }

    private static string Gerund(string lemma)
    {
        if (lemma.EndsWith("ie", StringComparison.Ordinal))
            return lemma[..^2] + "ying";
        var dropsE = lemma[^1] == 'e' && lemma[^2] is not ('e' or 'o' or 'y');
        return (dropsE ? lemma[..^1] : Stem(lemma)) + "ing";
    }

    private static string Stem(string lemma) => Doubling.Contains(lemma) ? lemma + lemma[^1] : lemma;

    /// <summary>Singular and plural.</summary>
    public static IEnumerable<string> NounForms(string lemma) => [lemma, WithS(lemma)];

    private static string WithS(string word)
    {
        if (IsConsonantY(word))
            return word[..^1] + "ies";
        var hisses = word is [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'];
        return word + (hisses ? "es" : "s");
    }

    private static bool IsConsonantY(string word) => word.Length > 1 && word[^1] == 'y' && !"aeiou".Contains(word[^2]);
}
