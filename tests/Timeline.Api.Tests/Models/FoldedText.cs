namespace Timeline.Api.Tests.Models;

/// <summary>Text without case and accents, for the few letters that the random timelines use.</summary>
public static class FoldedText
{
    public static string Name(string text) => string.Join(' ', Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static string[] Words(string? text) =>
        new string([.. Fold(text ?? "").Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );

    /// <summary>True where the texts hold every word of the search, the last one as a prefix where it ends with *.</summary>
    public static bool ContainsAll(IEnumerable<string?> texts, string search)
    {
        var (held, words) = (texts.SelectMany(Words).ToHashSet(), Words(search));
        return words.Length > 0
            && words
                .Select(
                    (word, i) =>
                        held.Contains(word)
                        || (
                            i == words.Length - 1
                            && search.EndsWith('*')
                            && held.Any(other => other.StartsWith(word, StringComparison.Ordinal))
                        )
                )
                .All(found => found);
    }

    private static string Fold(string text) => text.ToLowerInvariant().Replace('é', 'e').Replace('ï', 'i').Replace('ë', 'e');
}
