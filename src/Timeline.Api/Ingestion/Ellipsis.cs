namespace Timeline.Api.Ingestion;

/// <summary>Text that is cut where it would be too long.</summary>
public static class Ellipsis
{
    /// <summary>
    /// The text, of at most so many UTF-16 units; where it is cut, an ellipsis is the last of these, and no code point is halved.
    /// </summary>
    public static string Shorten(string text, int maxLength)
    {
        if (text.Length <= maxLength)
            return text;
        var kept = char.IsHighSurrogate(text[maxLength - 2]) ? maxLength - 2 : maxLength - 1;
        return string.Concat(text.AsSpan(0, kept), "…");
    }
}
