using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>What kind of event a clause tells of, from its verb first and then its other words.</summary>
internal static class EventKindClassifier
{
    private static readonly string[] Endings = ["ing", "ed", "es", "s", "e"];

    private static readonly FrozenDictionary<string, EventKind> ByStem = EmbeddedData
        .ReadRows("Events.kinds.tsv")
        .SelectMany(row => row[1].Split(' ').Select(word => (Stem: Stem(word), Kind: EnumNames<EventKind>.Parse(row[0]))))
        .DistinctBy(entry => entry.Stem)
        .ToFrozenDictionary(entry => entry.Stem, entry => entry.Kind, StringComparer.Ordinal);

    /// <summary>The kind that the words around the verb tell; the nearest to it decides.</summary>
    public static EventKind Classify(Document document, TokenSpan clause, int verb)
    {
        var pivot = verb >= clause.First && verb < clause.End ? verb : clause.First;
        for (var distance = 0; distance < clause.End - clause.First; distance++)
        {
            if (pivot + distance < clause.End && Classify(document.Tokens[pivot + distance]) is { } after)
                return after;
            if (pivot - distance >= clause.First && Classify(document.Tokens[pivot - distance]) is { } before)
                return before;
        }
        return EventKind.Other;
    }

    /// <summary>The kind that one word tells, or null.</summary>
    public static EventKind? Classify(Token token) =>
        token.Kind == TokenKind.Word && !token.Tag.IsName && ByStem.TryGetValue(Stem(token.Lower), out var kind) ? kind : null;

    /// <summary>The word without the endings of verbs and plurals: not always a word itself, but the same for all forms.</summary>
    public static string Stem(string word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        }

        return word;
    }
}
