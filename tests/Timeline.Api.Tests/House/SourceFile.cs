using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>A file of code, without its comments.</summary>
/// <param name="Path">From the root of the sources.</param>
/// <param name="Folder">The project's folder that it is in; empty at its top.</param>
public sealed partial record SourceFile(string Path, string Folder, string Code)
{
    public static IEnumerable<SourceFile> ReadFolder(params string[] project)
    {
        var root = SourceTree.Path(project);
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file =>
            {
                var parts = System.IO.Path.GetRelativePath(root, file).Split(System.IO.Path.DirectorySeparatorChar);
                return new SourceFile(
                    System.IO.Path.GetRelativePath(SourceTree.Root, file).Replace(System.IO.Path.DirectorySeparatorChar, '/'),
                    parts.Length > 1 ? parts[0] : "",
                    Comment().Replace(File.ReadAllText(file), "")
                );
            })
            .Where(source => source.Folder is not ("bin" or "obj"));
    }

    [GeneratedRegex("(?m)^\\s*//.*$")]
    private static partial Regex Comment();
}
