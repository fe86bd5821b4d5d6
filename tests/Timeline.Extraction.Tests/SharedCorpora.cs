namespace Timeline.Extraction.Tests;

/// <summary>The annotated corpora, which are not part of the project: they lie in <c>shared/corpora</c> beside it, or nowhere.</summary>
internal static class SharedCorpora
{
    /// <summary>The path of a file of theirs; skips the test where it is absent.</summary>
    public static string FindCorpus(params string[] path) => Find(["corpora", .. path]);

    /// <summary>The path of a file beside the project; skips the test where it is absent.</summary>
    public static string Find(params string[] path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Timeline.sln")))
            root = root.Parent;
        var found = Path.Combine([root?.FullName ?? "", "..", "shared", .. path]);
        if (!File.Exists(found) && !Directory.Exists(found))
            Assert.Skip($"{Path.Combine(["shared", .. path])} is not beside the project.");
        return found;
    }
}
