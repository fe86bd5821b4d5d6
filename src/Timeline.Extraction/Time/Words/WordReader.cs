using System.Globalization;

namespace Timeline.Extraction.Time;

/// <summary>Cuts text into <see cref="Word"/>s, in one pass.</summary>
internal static class WordReader
{
    public static List<Word> Read(string text, Lexicon lexicon)
    {
        var words = new List<Word>(text.Length / 5 + 8);
        var at = 0;
        var tight = false;
        var newlines = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                newlines += c == '\n' ? 1 : 0;
                tight = false;
                at++;
                continue;
            }

            var end = End(text, at, out var shape);
            words.Add(Word(text.AsSpan(at, end - at), at, shape, lexicon, tight, newlines > 1));
            (at, tight, newlines) = (end, true, 0);
        }

        return words;
    }

    private static Word Word(ReadOnlySpan<char> span, int at, WordShape shape, Lexicon lexicon, bool tight, bool afterBlank)
    {
        var entry = shape == WordShape.Digits ? null : lexicon.Find(span);
        if (entry is { NeedsCapital: true } && !char.IsUpper(span[0]))
            entry = null;
        var value = shape == WordShape.Digits ? Number(span) : 0;
        return new(at, at + span.Length, shape, entry, value, tight, char.IsUpper(span[0]), afterBlank);
    }

    private static int End(string text, int at, out WordShape shape)
    {
        var c = text[at];
        shape = char.IsAsciiDigit(c) ? WordShape.Digits : IsLetter(text, at) ? WordShape.Letters : WordShape.Mark;
        var end = at + (char.IsSurrogatePair(text, at) ? 2 : 1);
        if (shape == WordShape.Digits)
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        else if (shape == WordShape.Letters)
            while (end < text.Length && IsLetter(text, end)) end += char.IsSurrogatePair(text, end) ? 2 : 1;
        return end;
    }

    private static bool IsLetter(string text, int at)
    {
        var c = text[at];
        if (c < 128)
            return char.IsAsciiLetter(c);
        return char.IsLetter(text, at) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    // Nothing in the calendar needs more than nine digits; longer runs are no number to us.
    private static long Number(ReadOnlySpan<char> digits) => digits.Length <= 9 ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : -1;
}
