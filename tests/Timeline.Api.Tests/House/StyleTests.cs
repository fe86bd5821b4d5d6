using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>How wide a line and how long a file may be, whoever or whatever lays it out.</summary>
public class StyleTests
{
    private const int Columns = 140;
    private const int ProductionLines = 200;
    private const int TestLines = 250;

    private static readonly string[] Written = [".cs", ".js", ".mjs", ".css", ".html"];

    /// <summary>What others made, and what is made by a program.</summary>
    private static readonly string[] Excluded = ["bin", "obj", "artifacts", "node_modules", "fixtures"];

    public static TheoryData<string> Projects =>
        [
            .. from root in (string[])["src", "tests"]
            from folder in Directory.GetDirectories(SourceTree.Path(root))
            select $"{root}/{Path.GetFileName(folder)}",
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_line_is_wider_than_140_columns(string project) =>
        Violations.AssertNone(
            from file in Files(project)
            from line in File.ReadLines(file).Index()
            where line.Item.EnumerateRunes().Count() > Columns
            select $"{Name(file)}:{line.Index + 1} has {line.Item.EnumerateRunes().Count()} columns"
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_file_of_code_is_longer_than_200_lines_or_250_in_tests(string project)
    {
        var most = project.StartsWith("src/", StringComparison.Ordinal) ? ProductionLines : TestLines;

        Violations.AssertNone(
            from file in Files(project)
            let lines = File.ReadLines(file).Count()
            where lines > most
            select $"{Name(file)} has {lines} lines"
        );
    }

    private static IEnumerable<string> Files(string project) =>
        Directory
            .EnumerateFiles(SourceTree.Path(project.Split('/')), "*", SearchOption.AllDirectories)
            .Where(file => Written.Contains(Path.GetExtension(file)) && !Name(file).Split('/').Any(Excluded.Contains))
            .Order(StringComparer.Ordinal);

    private static string Name(string file) => Path.GetRelativePath(SourceTree.Root, file).Replace(Path.DirectorySeparatorChar, '/');
}
