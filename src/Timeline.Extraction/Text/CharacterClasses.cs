using System.Globalization;

namespace Timeline.Extraction.Text;

/// <summary>Which characters make words.</summary>
internal static class CharacterClasses
{
    public static bool IsLetter(string text, int at) =>
        char.IsLetter(text[at]) || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLetter(text, at));

    public static bool IsWordPart(string text, int at)
    {
        var c = text[at];
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        return char.IsLetterOrDigit(c)
            || IsMark(c)
            || c is '\u200d' or '\u00ad'
            || (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLetter(text, at));
    }

    /// <summary>Whether the sign here holds two parts of one word together, which begins at <paramref name="start"/>.</summary>
    public static bool JoinsWordParts(string text, int start, int at)
    {
        if (at + 1 >= text.Length || !IsWordPart(text, at + 1))
            return false;
        var (before, sign, after) = (text[at - 1], text[at], text[at + 1]);
        var digits = char.IsDigit(before) && char.IsDigit(after);
        return sign switch
        {
            '-' or '‑' => !digits || IsIsoDate(text, start, at),
            '\'' or '’' => char.IsLetterOrDigit(before) && char.IsLetter(after),
            '.' => digits || IsDotted(text, start, at),
            ',' => digits && SeparatesThousands(text, at),
            ':' => digits && at - start <= 5,
            '/' => digits,
            '&' => char.IsUpper(before) && char.IsUpper(after),
            '@' => true,
            _ => false,
        };
    }

    /// <summary>Whether a run of this sign is one token.</summary>
    public static bool FormsRuns(char c) => c is '.' or '-' or '–' or '—' or '!' or '?' or '*' or '=' or '_' or '~' or '#' or '…' or '|';

    private static bool IsMark(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // 2024-06 and 2024-06-14 are one token; 2011-2014 and 3-1 are three.
    private static bool IsIsoDate(string text, int start, int hyphen)
    {
        var length = hyphen - start;
        if (length is not (4 or 7) || hyphen + 2 >= text.Length || !char.IsDigit(text[hyphen + 2]))
            return false;
        if (length == 7 && text[start + 4] != '-')
            return false;
        return hyphen + 3 >= text.Length || !char.IsDigit(text[hyphen + 3]);
    }

    // U.S., a.m., whitehouse.gov: but not the missing space of "end.Next".
    private static bool IsDotted(string text, int start, int dot)
    {
        var single = dot - start == 1 || text[dot - 2] == '.';
        return char.IsLetter(text[dot - 1]) && char.IsLetter(text[dot + 1]) && (single || char.IsLower(text[dot + 1]));
    }

    private static bool SeparatesThousands(string text, int comma) =>
        comma + 3 < text.Length
        && char.IsDigit(text[comma + 2])
        && char.IsDigit(text[comma + 3])
        && (comma + 4 >= text.Length || !char.IsDigit(text[comma + 4]));
}
