using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary><c>tests/README.md</c> says for each section of the API contract which tests hold it.</summary>
public class ContractPageTests
{
    private const string NotBuilt = "not built yet";

    private static readonly string Page = File.ReadAllText(SourceTree.Path("tests", "README.md"));

    public static TheoryData<string> Sections =>
        [
            "Things",
            "Dates",
            "Stance of a claim",
            "Standing of an event",
            "Review and who sees what",
            "Reading",
            "The query",
            "A list",
            "Writing",
            "Errors",
            "Feeds",
        ];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Each_row_of_a_section_names_tests_that_exist_or_says_that_it_is_not_built(string section)
    {
        var rows = RowsOf(section);

        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var tests = TestReferences.In(row);
            Assert.True(tests.Count > 0 ^ row.Contains(NotBuilt, StringComparison.Ordinal), $"No test, or no more than tests, in: {row}");
            Assert.All(tests, test => Assert.True(TestReferences.Exists(test), $"There is no test {test}."));
        }
    }

    /// <summary>The rows of the section's table, without its head.</summary>
    private static List<string> RowsOf(string section)
    {
        var text = Regex.Match(Page, $@"^## {section}$.*?(?=^#|\z)", RegexOptions.Multiline | RegexOptions.Singleline).Value;
        return [.. text.Split('\n').Where(line => line.StartsWith('|')).Skip(2)];
    }
}
