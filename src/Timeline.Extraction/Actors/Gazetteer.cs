using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <summary>How a name in the gazetteer is to be taken.</summary>
internal enum EntryKind : byte
{
    Organisation,
    Medium,
    State,
    Capital,
    Demonym,
    Place,
}

/// <summary>A name everybody knows.</summary>
/// <param name="Of">The name of the identity: <c>Russia</c> for <c>Moscow</c> and <c>Russian</c>.</param>
internal sealed record Entry(string[] Words, string Of, EntryKind Kind);

/// <summary>Names of states, capitals, media, well-known organisations and places, by their words as spelt.</summary>
internal static class Gazetteer
{
    private static readonly FrozenDictionary<string, Entry[]> ByFirst = Entries()
        .GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key,
            group => group.OrderByDescending(entry => entry.Words.Length).ThenBy(entry => entry.Kind).ToArray(),
            StringComparer.Ordinal
        );

    /// <summary>The longest name that begins with this token.</summary>
    public static Entry? Match(ReadOnlySpan<Token> tokens)
    {
        if (!ByFirst.TryGetValue(tokens[0].Text, out var entries))
            return null;
        foreach (var entry in entries)
        {
            if (Fits(tokens, entry.Words))
                return entry;
        }

        return null;
    }

    private static bool Fits(ReadOnlySpan<Token> tokens, string[] words)
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

    private static IEnumerable<Entry> Entries()
    {
        foreach (var row in Data.Rows("Actors.organisations.tsv"))
        {
            foreach (var name in Names(row))
                yield return new(Words(name), row[0], EntryKind.Organisation);
        }

        foreach (var row in Data.Rows("Actors.media.tsv"))
        {
            foreach (var name in Names(row))
                yield return new(Words(name), row[0], EntryKind.Medium);
        }

        foreach (var row in Data.Rows("Actors.states.tsv"))
        {
            foreach (var name in Names(row))
                yield return new(Words(name), row[0], EntryKind.State);
            foreach (var name in Column(row, 2))
                yield return new(Words(name), row[0], EntryKind.Demonym);
            foreach (var name in Column(row, 3))
                yield return new(Words(name), row[0], EntryKind.Capital);
        }
        foreach (var name in Data.Lines("Actors.places.txt").SelectMany(line => line.Split('|')))
            yield return new(Words(name), name, EntryKind.Place);
    }

    private static IEnumerable<string> Names(string[] row) => Column(row, 1).Prepend(row[0]);

    private static string[] Column(string[] row, int column) =>
        column < row.Length ? row[column].Split('|', StringSplitOptions.RemoveEmptyEntries) : [];

    // The same tokenizer cuts names and articles, so that "U.S." and "People's" look alike in both.
    private static string[] Words(string name) => [.. Tokenizer.Tokens(name, [0], default).Select(token => token.Text)];
}
