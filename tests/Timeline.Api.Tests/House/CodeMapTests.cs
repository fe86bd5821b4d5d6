using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>The code maps of ARCHITECTURE.md: tables whose first column names files in the order in which they are used.</summary>
public partial class CodeMapTests
{
    private static readonly string Page = File.ReadAllText(SourceTree.Path("ARCHITECTURE.md"));

    public static TheoryData<string> Maps => ["a read", "a write", "a histogram", "a feed", "an article being read"];

    [Theory]
    [MemberData(nameof(Maps))]
    public void A_code_map_is_there_and_every_file_that_it_names_exists(string map)
    {
        var files = FilesOf(map);

        Assert.True(files.Count > 1, $"ARCHITECTURE.md has no section 'Code map: {map}' with a table of files.");
        Violations.AssertNone(files.Where(file => !File.Exists(SourceTree.Path(file.Split('/')))).Select(file => $"{file} does not exist"));
    }

    [Fact]
    public void The_map_of_a_read_names_every_file_of_Querying()
    {
        var files = Directory
            .EnumerateFiles(SourceTree.Path("src", "Timeline.Api", "Querying"), "*.cs")
            .Select(file => $"src/Timeline.Api/Querying/{Path.GetFileName(file)}");

        Violations.AssertNone(files.Except(FilesOf("a read")).Select(file => $"{file} is not in the map of a read"));
    }

    /// <summary>The paths in backticks in the first cells of the section's table.</summary>
    private static List<string> FilesOf(string map)
    {
        var section = Regex.Match(Page, $@"^#+ Code map: {map}\b.*?(?=^#|\z)", RegexOptions.Multiline | RegexOptions.Singleline).Value;
        return
        [
            .. section
                .Split('\n')
                .Where(line => line.StartsWith('|'))
                .SelectMany(line => InBackticks().Matches(line.Split('|')[1]))
                .Select(match => match.Groups[1].Value),
        ];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InBackticks();
}
