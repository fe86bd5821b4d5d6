namespace Timeline.Api.Tests.Running;

/// <summary>The sources that this test was built from.</summary>
public static class SourceTree
{
    /// <summary>The folder that holds <c>Timeline.sln</c>, at or above the tests' binaries.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("No Timeline.sln above the tests.")
        : File.Exists(System.IO.Path.Combine(folder.FullName, "Timeline.sln")) ? folder.FullName
        : Find(folder.Parent);
}
