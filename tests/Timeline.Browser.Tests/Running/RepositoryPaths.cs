namespace Timeline.Browser.Tests.Running;

/// <summary>Folders of the repository.</summary>
public static class RepositoryPaths
{
    public static string Root { get; } = Up(AppContext.BaseDirectory);

    /// <summary>A folder for what tests leave behind to be looked at.</summary>
    public static string Artifacts(string name) => Directory.CreateDirectory(Path.Combine(Root, "artifacts", name)).FullName;

    private static string Up(string folder) =>
        File.Exists(Path.Combine(folder, "Timeline.sln"))
            ? folder
            : Up(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Timeline.sln is nowhere above."));
}
