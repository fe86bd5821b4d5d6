using System.Text.RegularExpressions;

namespace Timeline.Edtf.Tests.EdtfJs;

public partial class ComparisonTests
{
    private static readonly Lazy<Task<List<EdtfComparison>>> Comparisons = new(() =>
        EdtfComparison.All(new EdtfTextGenerator(seed: 20190226).Take(20_000), TestContext.Current.CancellationToken)
    );

    [Fact]
    public async Task Both_say_the_same_of_every_text_or_a_row_of_the_README_explains_it()
    {
        var comparisons = await Comparisons.Value;
        var unexplained = comparisons
            .Where(comparison => !comparison.Agrees && Differences.Explain(comparison).Count == 0)
            .Select(r => $"{r.Text}: {(r.Ok ? $"{r.Date.Earliest} to {r.Date.Latest}" : r.Reason)}; edtf.js: {r.Theirs}");

        Assert.Empty(unexplained);
    }

    [Fact]
    public async Task The_texts_are_many_and_of_both_kinds()
    {
        var comparisons = await Comparisons.Value;

        Assert.Equal(20_000, comparisons.Count);
        Assert.True(comparisons.Count(comparison => comparison.Agrees) > 15_000);
        Assert.True(comparisons.Count(comparison => comparison.Ok && comparison.Agrees) >= 5_000);
        Assert.True(comparisons.Count(comparison => !comparison.Ok && comparison.Agrees) >= 5_000);
    }

    [Fact]
    public async Task The_README_has_a_row_with_its_clause_for_every_difference_that_occurs_and_no_other()
    {
        var comparisons = await Comparisons.Value;
        var occurring = comparisons
            .Where(comparison => !comparison.Agrees)
            .SelectMany(Differences.Explain)
            .Distinct()
            .Order(StringComparer.Ordinal);
        var readme = await File.ReadAllTextAsync(
            Path.Combine(EdtfJsRunner.Root(), "src", "Timeline.Edtf", "README.md"),
            TestContext.Current.CancellationToken
        );
        var rows = Row().Matches(readme);

        Assert.Equal(occurring, rows.Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Matches(@"\d", row.Groups["clause"].Value));
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z0-9-]+)` \|.*\| (?<clause>[^|]+) \|\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
