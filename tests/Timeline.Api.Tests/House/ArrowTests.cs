using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.House;

/// <summary>The directions in which the parts of the program may know one another.</summary>
public partial class ArrowTests
{
    private const string Everything = "*";

    /// <summary>What every slice may use.</summary>
    private const string Shared = "Domain Storage Keys Http Querying";

    /// <summary>Each folder of the program, and the folders and libraries that it may use; all may use the dates, Timeline.Edtf.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Domain"] = "Storage",
        ["Storage"] = "Domain",
        ["Keys"] = "Storage",
        ["Http"] = "Storage Keys",
        ["Querying"] = "Domain Storage Http",
        ["Events"] = $"{Shared} Claims",
        ["Claims"] = Shared,
        ["Actors"] = $"{Shared} Events",
        ["Articles"] = Shared,
        ["Merges"] = $"{Shared} Events Reviews",
        ["Reviews"] = $"{Shared} Events",
        ["Charts"] = Shared,
        ["Feeds"] = $"{Shared} Events Claims Actors Articles",
        ["Ingestion"] = $"{Shared} Articles Claims Events Actors {Extraction}",
        ["Hosting"] = Everything,
        ["Cli"] = $"{Everything} {Extraction}",
        [""] = "Cli",
    };

    /// <summary>Where a folder may use some types of another and no more.</summary>
    private static readonly Dictionary<(string From, string To), string[]> OnlyTypes = new() { [("Domain", "Storage")] = ["Sql"] };

    /// <summary>Arrows that should not be there, each with the reason why it still is.</summary>
    private static readonly (string File, string To, string Reason)[] Exceptions =
    [
        ("Http/BodyMember.cs", "Domain", "finds the closed list that a member of a body names"),
        ("Http/JsonBody.Dates.cs", "Domain", "reads dates of a body into the domain's type"),
        ("Http/PathId.cs", "Domain", "shows ids of the sample timeline as examples"),
    ];

    private const string Extraction = "Timeline.Extraction";

    private static readonly string[] Stages = ["Text", "Time", "Actors", "Claims", "Events", "Titles"];

    private static readonly IReadOnlyList<SourceFile> Program = [.. SourceFile.ReadFolder("src", "Timeline.Api")];

    /// <summary>The types of the program by the folder that they are in.</summary>
    private static readonly ILookup<string, string> TypesOf = DeclaredType
        .ReadAssembly("Timeline.Api.dll")
        .Where(type => !type.IsNested && type.Namespace.StartsWith("Timeline.Api.", StringComparison.Ordinal))
        .ToLookup(type => type.Namespace.Split('.')[2], type => type.Name);

    private static readonly IReadOnlyList<(string File, string From, string To)> Arrows =
    [
        .. from source in Program from to in Uses(source).Distinct() select (source.Path["src/Timeline.Api/".Length..], source.Folder, to),
    ];

    public static TheoryData<string> Folders => [.. Program.Select(source => source.Folder).Distinct()];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_uses_only_the_folders_that_the_table_allows(string folder)
    {
        Assert.True(Allowed.TryGetValue(folder, out var allowed), $"The table does not say what {folder} may use.");
        var names = allowed.Split(' ');

        Violations.AssertNone(
            from arrow in Arrows
            where arrow.From == folder && !names.Contains(arrow.To)
            where arrow.To == Extraction || !names.Contains(Everything)
            where !Array.Exists(Exceptions, known => known.File == arrow.File && known.To == arrow.To)
            select $"{arrow.File} uses {arrow.To}"
        );
    }

    [Fact]
    public void Every_exception_is_still_needed() =>
        Violations.AssertNone(
            from known in Exceptions
            where !Arrows.Contains((known.File, known.File.Split('/')[0], known.To))
            select $"{known.File} uses {known.To} no more: take it off the list"
        );

    [Fact]
    public void Where_only_some_types_may_be_used_no_others_are() =>
        Violations.AssertNone(
            from pair in OnlyTypes
            from source in Program
            where source.Folder == pair.Key.From && Uses(source).Contains(pair.Key.To)
            from type in TypesOf[pair.Key.To].Except(pair.Value)
            where Regex.IsMatch(source.Code, $@"(?<![\w.""]){type}\b")
            select $"{source.Path} uses {type}"
        );

    [Fact]
    public void No_slice_uses_the_SQL_of_another()
    {
        var owners = Program
            .Where(source => source.Folder is not ("" or "Http" or "Domain" or "Querying" or "Storage" or "Keys" or "Hosting" or "Cli"))
            .SelectMany(source => SqlClass().Matches(source.Code).Select(match => (Name: match.Groups[1].Value, source.Folder)))
            .ToDictionary(pair => pair.Name, pair => pair.Folder);

        var uses = (
            from source in Program
            from match in SqlUse().Matches(source.Code)
            where owners.TryGetValue(match.Groups[1].Value, out var owner) && owner != source.Folder
            select (File: source.Path["src/Timeline.Api/".Length..], Sql: match.Groups[1].Value)
        ).ToHashSet();

        Assert.Contains("EventSql", owners.Keys);
        Violations.AssertNone(uses.Select(use => $"{use.File} uses {use.Sql}"));
    }

    [Fact]
    public void Storage_names_neither_the_web_nor_the_command_line() =>
        Violations.AssertNone(
            Program.Where(source => source.Folder == "Storage" && StorageKnows().IsMatch(source.Code)).Select(source => source.Path)
        );

    [Fact]
    public void Nothing_but_storage_opens_a_connection() =>
        Violations.AssertNone(
            Program.Where(source => source.Folder != "Storage" && Database().IsMatch(source.Code)).Select(source => source.Path)
        );

    [Fact]
    public void A_stage_of_the_extraction_knows_only_the_stages_before_it() =>
        Violations.AssertNone(
            SourceFile
                .ReadFolder("src", "Timeline.Extraction")
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

    /// <summary>The folders of the program that a file uses, and the extraction, by its usings and by qualified names.</summary>
    private static IEnumerable<string> Uses(SourceFile source)
    {
        foreach (Match match in QualifiedName().Matches(source.Code))
        {
            if (match.Groups["folder"].Value is { Length: > 0 } folder && folder != source.Folder)
                yield return folder;
            else if (match.Value == Extraction)
                yield return Extraction;
        }

        foreach (Match match in RelativeName().Matches(source.Code))
        {
            var folder = match.Groups["folder"].Value;
            if (folder != source.Folder && TypesOf[folder].Contains(match.Groups["type"].Value))
                yield return folder;
        }
    }

    [GeneratedRegex(@"\bTimeline\.Api\.(?<folder>\w+)|\bTimeline\.Extraction\b")]
    private static partial Regex QualifiedName();

    [GeneratedRegex(@"(?<![\w.])(?<folder>[A-Z]\w+)\.(?<type>[A-Z]\w+)")]
    private static partial Regex RelativeName();

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
