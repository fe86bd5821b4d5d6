using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>The tests that a page names in backticks, as <c>ClassTests.Method</c>, looked up in the sources of all tests.</summary>
public static partial class TestReferences
{
    private static readonly ILookup<string, string> Sources = Directory
        .EnumerateFiles(SourceTree.Path("tests"), "*Tests.cs", SearchOption.AllDirectories)
        .ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);

    /// <summary>The tests that a text names.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Name().Matches(text).Select(match => match.Groups[1].Value).Distinct()];

    /// <summary>True where a file of the class has a method of this name.</summary>
    public static bool Exists(string test) =>
        Sources[test.Split('.')[0]].Any(file => file.Contains($" {test.Split('.')[1]}(", StringComparison.Ordinal));

    [GeneratedRegex(@"`([A-Z]\w+Tests\.[A-Z]\w+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
