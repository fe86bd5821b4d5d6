using System.Collections.Frozen;
using System.Reflection;

namespace Timeline.Extraction;

/// <summary>
/// The lexicons beside the code: lines of UTF-8, <c>#</c> starts a comment, tabs part columns. Named as their folder and file:
/// <c>Text.abbreviations.tsv</c>.
/// </summary>
internal static class EmbeddedData
{
    /// <summary>One entry a line.</summary>
    public static FrozenSet<string> ReadWordSet(string name) => ReadLines(name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>First column to second column; several keys of one value are parted by blanks.</summary>
    public static FrozenDictionary<string, string> ReadTable(string name) =>
        ReadRows(name)
            .SelectMany(row => row[0].Split(' ').Select(key => KeyValuePair.Create(key, row[1])))
            .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The columns of each line.</summary>
    public static IEnumerable<string[]> ReadRows(string name) => ReadLines(name).Select(line => line.Split('\t'));

    /// <summary>The lines that are neither empty nor comments.</summary>
    public static IEnumerable<string> ReadLines(string name)
    {
        using var reader = new StreamReader(OpenStream(name));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.TrimEnd();
        }
    }

    /// <summary>The bytes of the resource.</summary>
    public static Stream OpenStream(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The library was built without its data file {name}.");
}
