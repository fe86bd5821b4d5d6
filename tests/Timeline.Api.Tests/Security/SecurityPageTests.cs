using System.Text.RegularExpressions;
using Timeline.Api.Hosting;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Security;

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
        var code = Directory
            .EnumerateFiles(SourceTree.Path("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var tests = Named.Where(name => Test().IsMatch(name)).ToList();

        Assert.True(tests.Count > 20);
        foreach (var test in tests)
        {
            var (type, method) = (test.Split('.')[0], test.Split('.')[1]);
            Assert.True(code[type].Any(file => file.Contains($" {method}(", StringComparison.Ordinal)), $"There is no test {test}.");
        }
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

    [GeneratedRegex(@"^[A-Z]\w+Tests\.[A-Z]\w+$", RegexOptions.NonBacktracking)]
    private static partial Regex Test();
}
