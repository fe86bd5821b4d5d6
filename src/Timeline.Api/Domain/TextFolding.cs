using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Timeline.Api.Domain;

/// <summary>Text as it is searched: without case, without accents. One table serves both databases, so both find the same.</summary>
public static class TextFolding
{
    /// <summary>PostgreSQL takes words of 2046 bytes at most; longer ones are found by how they begin.</summary>
    private const int LongestWord = 500;

    private static readonly FrozenDictionary<char, string> PlainLetters = ReadTable();

    /// <summary>The name without case, accents and superfluous space: <c>"  PUTIN "</c> and <c>"Pútin"</c> give <c>"putin"</c>.</summary>
    public static string Name(string name) => string.Join(' ', Fold(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of the text in order, folded: runs of letters and digits, whatever stands between them.</summary>
    public static List<string> Words(string? text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Fold(text ?? "").EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (word.Length > 0 && IsCombiningMark(rune)))
                word.Append(rune.ToString());
            else if (word.Length > 0)
                AddWord();
        }

        if (word.Length > 0)
            AddWord();
        return words;

        void AddWord()
        {
            var length = Math.Min(word.Length, LongestWord);
            words.Add(word.ToString(0, char.IsHighSurrogate(word[length - 1]) ? length - 1 : length));
            word.Clear();
        }
    }

    private static bool IsCombiningMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (PlainLetters.TryGetValue(c, out var plain))
                folded.Append(plain);
            else if (c is < '\u0300' or > '\u036f')
                folded.Append(c);
        }

        return folded.ToString();
    }

    private static FrozenDictionary<char, string> ReadTable()
    {
        using var table = new StreamReader(typeof(TextFolding).Assembly.GetManifestResourceStream("folding.txt")!);
        return table
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' '))
            .SelectMany(pair => pair[1].Select(letter => (letter, pair[0])))
            .ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);
    }
}
