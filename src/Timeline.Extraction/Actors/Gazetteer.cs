using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>How a name in the gazetteer is to be taken.</summary>
internal enum GazetteerEntryKind : byte
{
    Organisation,
    Medium,
    State,
    Capital,
    Demonym,
    Place,
}

/// <summary>A name everybody knows.</summary>
/// <param name="CanonicalName">The actor's name: <c>Russia</c> for <c>Moscow</c> and <c>Russian</c>.</param>
internal sealed record GazetteerEntry(string[] Words, string CanonicalName, GazetteerEntryKind Kind);

/// <summary>Names of states, capitals, media, well-known organisations and places, by their words as spelt.</summary>
internal static class Gazetteer
{
    private static readonly FrozenDictionary<string, GazetteerEntry[]> ByFirst = ReadEntries()
        .GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(entry => entry.Words.Length).ThenBy(entry => entry.Kind).ToArray(),
            StringComparer.Ordinal
        );

    private static readonly FrozenSet<string> Companies = EmbeddedData
        .ReadRows("Actors.organisations.tsv")
        .Where(row => row.Length > 2 && row[2] == "company")
        .Select(row => row[0])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether this known organisation trades.</summary>
    public static bool IsCompany(string canonicalName) => Companies.Contains(canonicalName);

    /// <summary>The longest name that begins with this token.</summary>
    public static GazetteerEntry? FindLongest(ReadOnlySpan<Token> tokens)
    {
        if (!ByFirst.TryGetValue(tokens[0].Text, out var entries))
            return null;
        foreach (var entry in entries)
        {
            if (StartsWith(tokens, entry.Words))
                return entry;
        }

        return null;
    }

    private static bool StartsWith(ReadOnlySpan<Token> tokens, string[] words)
    {
        if (words.Length > tokens.Length)
            return false;
        for (var i = 1; i < words.Length; i++)
        {
            if (tokens[i].Text != words[i])
                return false;
        }

        return true;
    }

    private static IEnumerable<GazetteerEntry> ReadEntries()
    {
        foreach (var row in EmbeddedData.ReadRows("Actors.organisations.tsv"))
        {
            foreach (var name in Names(row))
                yield return new(Tokenize(name), row[0], GazetteerEntryKind.Organisation);
        }

        foreach (var row in EmbeddedData.ReadRows("Actors.media.tsv"))
        {
            foreach (var name in Names(row))
                yield return new(Tokenize(name), row[0], GazetteerEntryKind.Medium);
        }

        foreach (var row in EmbeddedData.ReadRows("Actors.states.tsv"))
        {
            foreach (var name in Names(row))
                yield return new(Tokenize(name), row[0], GazetteerEntryKind.State);
            foreach (var name in Column(row, 2))
                yield return new(Tokenize(name), row[0], GazetteerEntryKind.Demonym);
            foreach (var name in Column(row, 3))
                yield return new(Tokenize(name), row[0], GazetteerEntryKind.Capital);
        }
        foreach (var name in EmbeddedData.ReadLines("Actors.places.txt").SelectMany(line => line.Split('|')))
            yield return new(Tokenize(name), name, GazetteerEntryKind.Place);
    }

    private static IEnumerable<string> Names(string[] row) => Column(row, 1).Prepend(row[0]);

    private static string[] Column(string[] row, int column) =>
        column < row.Length ? row[column].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];

    // The same tokenizer cuts names and articles, so that "U.S." and "People's" look alike in both.
    // A word follows, because a full stop at the very end is that of a sentence.
    private static string[] Tokenize(string name) => [.. Tokenizer.Tokenize(name + " x", [0], default)[..^1].Select(token => token.Text)];
}
