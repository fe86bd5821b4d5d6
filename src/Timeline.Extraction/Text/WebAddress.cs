using System.Buffers;

namespace Timeline.Extraction.Text;

/// <summary>Finds web addresses, which are one token each.</summary>
internal static class WebAddress
{
    private static readonly SearchValues<char> EndSigns = SearchValues.Create(" \t\r\n\"“”<>)]}|\u00a0");

    /// <summary>The end of an address that starts here, or 0.</summary>
    public static int FindEnd(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (
            !rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        )
        {
            return 0;
        }

        var length = rest.IndexOfAny(EndSigns);
        if (length < 0)
            length = rest.Length;
        while (length > 1 && rest[length - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’')
            length--;
        return at + length;
    }
}
