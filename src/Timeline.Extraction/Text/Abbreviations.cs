using System.Collections.Frozen;

namespace Timeline.Extraction.Text;

/// <summary>Words whose full stop belongs to them, from <c>abbreviations.tsv</c>.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, string> Classes = EmbeddedData.ReadTable("Text.abbreviations.tsv");
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Classes.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Whether the full stop at <paramref name="end"/> is part of the word before it.</summary>
    public static bool OwnsFullStop(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        if (word.Length == 1)
            return char.IsUpper(word[0]) && word[0] != 'I';
        if (word.Length > 12)
            return false;
        if (word[^2] == '.')
            return char.IsLetter(word[^1]);
        if (!Lookup.TryGetValue(word, out var kind))
            return false;
        return kind switch
        {
            "number" => NextStarts(text, end + 1, char.IsDigit),
            "calendar" => NextStarts(text, end + 1, c => char.IsDigit(c) || char.IsLower(c) || c == ','),
            _ => true,
        };
    }

    /// <summary>Whether a sentence can end with this token, which ends with a full stop of its own.</summary>
    public static bool MayEndSentence(string token)
    {
        var word = token.AsSpan(0, token.Length - 1);
        return word.Length > 1 && (!Lookup.TryGetValue(word, out var kind) || kind is "anywhere" or "calendar");
    }

    private static bool NextStarts(string text, int at, Func<char, bool> test)
    {
        for (; at < text.Length && text[at] is ' ' or '\u00a0'; at++) { }
        return at < text.Length && test(text[at]);
    }
}
