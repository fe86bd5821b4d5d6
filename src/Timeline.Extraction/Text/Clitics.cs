namespace Timeline.Extraction.Text;

/// <summary>Endings that are words of their own: <c>'s</c>, <c>'re</c>, <c>n't</c>.</summary>
internal static class Clitics
{
    /// <summary>Where the clitic starts, or 0 where there is none.</summary>
    public static int IndexIn(ReadOnlySpan<char> word)
    {
        var mark = word.LastIndexOfAny('\'', '’');
        if (mark <= 0)
            return 0;
        var tail = word[(mark + 1)..];
        if (tail.Equals("t", StringComparison.OrdinalIgnoreCase))
            return mark > 1 && word[mark - 1] is 'n' or 'N' ? mark - 1 : 0;
        return tail.Length switch
        {
            1 => tail[0] is 's' or 'S' or 'd' or 'D' or 'm' or 'M' ? mark : 0,
            2 => tail.Equals("re", StringComparison.OrdinalIgnoreCase)
            || tail.Equals("ve", StringComparison.OrdinalIgnoreCase)
            || tail.Equals("ll", StringComparison.OrdinalIgnoreCase)
                ? mark
                : 0,
            _ => 0,
        };
    }
}
