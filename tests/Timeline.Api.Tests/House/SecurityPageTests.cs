using System.Text.RegularExpressions;
using Timeline.Api.Hosting;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>What <c>docs/security.md</c> names is there.</summary>
public partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(SourceTree.Path("docs", "security.md"));

    private static readonly IReadOnlyList<string> Named = [.. Code().Matches(Page).Select(match => match.Groups[1].Value).Distinct()];

    [Fact]
    public void Every_file_that_the_security_page_names_exists()
    {
        var files = Named.Where(name => FileName().IsMatch(name)).ToList();

        Assert.True(files.Count > 10);
        Assert.All(files, file => Assert.True(File.Exists(SourceTree.Path(file)), $"{file} is not there."));
    }

    [Fact]
    public void Every_test_that_the_security_page_names_exists()
    {
        var tests = TestReferences.In(Page);

        Assert.True(tests.Count > 20);
        Assert.All(tests, test => Assert.True(TestReferences.Exists(test), $"There is no test {test}."));
    }

    [Fact]
    public void Every_setting_that_the_security_page_names_exists()
    {
        var settings = Named.Where(name => name.Contains("__", StringComparison.Ordinal)).Select(name => name.Split('=')[0]).ToList();

        Assert.NotEmpty(settings);
        Assert.Subset(Setting.All.Select(setting => setting.Name).ToHashSet(), settings.ToHashSet());
    }

    [GeneratedRegex("`([^`\n]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[\w./-]*/?[\w.-]+\.(cs|md|sql|json|tsv)$", RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
