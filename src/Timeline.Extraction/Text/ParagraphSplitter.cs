namespace Timeline.Extraction.Text;

/// <summary>
/// Where paragraphs begin. A line is a paragraph, unless the text is wrapped at a fixed width: then only an empty line ends one.
/// </summary>
internal static class ParagraphSplitter
{
    /// <summary>UTF-16 indexes of the first character of each paragraph, ascending.</summary>
    public static List<int> FindStarts(string text)
    {
        var wrapped = IsWrapped(text);
        var starts = new List<int>();
        var breaks = 2;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsBreak(c))
            {
                breaks += c == '\u2029' ? 2 : 1;
            }
            else if (!char.IsWhiteSpace(c))
            {
                if (breaks >= 2 || (breaks == 1 && (!wrapped || IsBullet(c))))
                    starts.Add(i);
                breaks = 0;
            }
        }
        return starts;
    }

    private static bool IsBreak(char c) => c is '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsBullet(char c) => c is '*' or '-' or '–' or '—' or '•' or '‣' or '▪' or '●' or '#' or '>' or '|';

    // Wrapped text continues sentences in lower case over single line breaks, more often than it does not.
    private static bool IsWrapped(string text)
    {
        var (lower, other) = (0, 0);
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] != '\n' || text[i - 1] == '\n' || char.IsWhiteSpace(text[i + 1]))
                continue;
            if (char.IsLower(text[i + 1]))
                lower++;
            else
                other++;
        }
        return lower >= 3 && lower >= other / 2;
    }
}
