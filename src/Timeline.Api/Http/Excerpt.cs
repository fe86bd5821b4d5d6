using System.Text;

namespace Timeline.Api.Http;

/// <summary>
/// What was sent, as errors and hints repeat it: enough to be recognised, too little to make a long answer of a short request.
/// </summary>
public static class Excerpt
{
    /// <summary>How many UTF-16 units of what was sent an answer repeats.</summary>
    public const int Longest = 200;

    /// <summary>The text, cut between two code points and ended with … where it is longer; control characters become U+FFFD.</summary>
    public static string From(string? text)
    {
        if (text is null)
            return "";
        var cut = Cut(text, Longest);
        if (!cut.EnumerateRunes().Any(Rune.IsControl))
            return cut;
        return string.Concat(cut.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? Rune.ReplacementChar : rune));
    }

    /// <summary>The text, at most so many UTF-16 units of it and an ellipsis.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest), "…");
    }
}
