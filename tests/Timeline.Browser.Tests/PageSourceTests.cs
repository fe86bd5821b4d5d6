using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>The page's sources, as far as Prettier leaves them to whoever writes them: it never splits a string or a comment.</summary>
public sealed class PageSourceTests
{
    private const int MaxColumns = 140;
    private static readonly string[] Extensions = [".js", ".mjs", ".css", ".html"];
    private static readonly string[] Folders = ["src/Timeline.Api/wwwroot", "tests/Timeline.Api.Tests/Feeds/readers"];

    [Fact]
    public void No_line_is_longer_than_140_columns()
    {
        var sources = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, folder), "*", SearchOption.AllDirectories))
            .Where(path => Extensions.Contains(Path.GetExtension(path)))
            .ToList();
        Assert.NotEmpty(sources);
        Assert.Empty(
            sources.SelectMany(path => File.ReadLines(path).Where(line => line.Length > MaxColumns).Select(line => $"{path}: {line}"))
        );
    }
}
