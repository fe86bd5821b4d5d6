using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>The directions in which the parts of the house may know one another.</summary>
public partial class ArrowTests
{
    /// <summary>What belongs to no slice: the rest of the program's folders are slices.</summary>
    private static readonly string[] Below = ["Http", "Domain", "Querying", "Storage", "Keys", "Hosting", "Cli"];
    private static readonly string[] Stages = ["Text", "Time", "Actors", "Claims", "Events"];

    private static readonly IReadOnlyList<Source> Program = [.. Source.Under("src", "Timeline.Api")];

    private static readonly IReadOnlyList<string> Slices =
    [
        .. Program.Select(source => source.Folder).Where(folder => folder != "").Distinct().Except(Below),
    ];

    [Fact]
    public void There_are_slices_to_hold_apart() =>
        Assert.Subset(Slices.ToHashSet(), new HashSet<string> { "Events", "Claims", "Actors", "Articles" });

    [Fact]
    public void No_slice_uses_the_SQL_of_another()
    {
        var owners = Program
            .Where(source => Slices.Contains(source.Folder))
            .SelectMany(source => SqlClass().Matches(source.Code).Select(match => (Name: match.Groups[1].Value, source.Folder)))
            .ToDictionary(pair => pair.Name, pair => pair.Folder);

        Assert.Contains("EventSql", owners.Keys);
        Assert.Empty(
            Program.SelectMany(source =>
                SqlUse()
                    .Matches(source.Code)
                    .Where(match => owners.TryGetValue(match.Groups[1].Value, out var owner) && owner != source.Folder)
                    .Select(match => $"{source.Path} uses {match.Groups[1].Value}")
            )
        );
    }

    [Theory]
    [InlineData("Storage")]
    [InlineData("Domain")]
    [InlineData("Http")]
    [InlineData("Querying")]
    public void What_slices_stand_on_names_no_slice(string folder) =>
        Assert.Empty(
            Program
                .Where(source => source.Folder == folder)
                .SelectMany(source =>
                    Slices
                        .Where(slice => Regex.IsMatch(source.Code, $@"\bTimeline\.Api\.{slice}\b"))
                        .Select(slice => $"{source.Path} names {slice}")
                )
        );

    [Fact]
    public void Storage_names_neither_the_web_nor_the_command_line() =>
        Assert.Empty(
            Program.Where(source => source.Folder == "Storage" && StorageKnows().IsMatch(source.Code)).Select(source => source.Path)
        );

    [Fact]
    public void Only_ingestion_and_the_command_line_see_the_extraction() =>
        Assert.Empty(
            Program
                .Where(source =>
                    source.Folder is not ("Ingestion" or "Cli") && source.Code.Contains("Timeline.Extraction", StringComparison.Ordinal)
                )
                .Select(source => source.Path)
        );

    [Fact]
    public void Nothing_but_storage_opens_a_connection() =>
        Assert.Empty(Program.Where(source => source.Folder != "Storage" && Database().IsMatch(source.Code)).Select(source => source.Path));

    [Fact]
    public void A_stage_of_the_extraction_knows_only_the_stages_before_it() =>
        Assert.Empty(
            Source
                .Under("src", "Timeline.Extraction")
                .Where(source => Stages.Contains(source.Folder))
                .SelectMany(source =>
                    Stages[(Array.IndexOf(Stages, source.Folder) + 1)..]
                        .Where(later => Regex.IsMatch(source.Code, $@"\bTimeline\.Extraction\.{later}\b"))
                        .Select(later => $"{source.Path} knows {later}")
                )
        );

    [Theory]
    [InlineData("Timeline.Edtf", "")]
    [InlineData("Timeline.Extraction", "../Timeline.Edtf/Timeline.Edtf.csproj")]
    public void A_pure_library_references_no_package_and_no_more_than_dates(string library, string projects)
    {
        var project = File.ReadAllText(SourceTree.Path("src", library, $"{library}.csproj"));

        Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
        Assert.Equal(projects, string.Join(' ', ProjectReference().Matches(project).Select(match => match.Groups[1].Value)));
    }

    [GeneratedRegex(@"\bclass (\w+Sql)\b")]
    private static partial Regex SqlClass();

    [GeneratedRegex(@"\b(\w+Sql)\.")]
    private static partial Regex SqlUse();

    [GeneratedRegex(@"\bTimeline\.Api\.(Http|Hosting|Cli)\b|\bMicrosoft\.AspNetCore\b|\bHttpContext\b")]
    private static partial Regex StorageKnows();

    [GeneratedRegex(@"\b(Microsoft\.Data\.Sqlite|Npgsql|Dapper|System\.Data|DbConnection|DbCommand|DbDataSource)\b|\bnew Connection\(")]
    private static partial Regex Database();

    [GeneratedRegex("ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex ProjectReference();
}

/// <summary>A file of code, without its comments.</summary>
/// <param name="Path">From the root of the sources.</param>
/// <param name="Folder">The project's folder that it is in; empty at its top.</param>
public sealed partial record Source(string Path, string Folder, string Code)
{
    public static IEnumerable<Source> Under(params string[] project)
    {
        var root = SourceTree.Path(project);
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file =>
            {
                var parts = System.IO.Path.GetRelativePath(root, file).Split(System.IO.Path.DirectorySeparatorChar);
                return new Source(
                    System.IO.Path.GetRelativePath(SourceTree.Root, file),
                    parts.Length > 1 ? parts[0] : "",
                    Comment().Replace(File.ReadAllText(file), "")
                );
            })
            .Where(source => source.Folder is not ("bin" or "obj"));
    }

    [GeneratedRegex("(?m)^\\s*//.*$")]
    private static partial Regex Comment();
}
