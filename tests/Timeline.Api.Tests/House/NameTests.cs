using System.Text.RegularExpressions;

namespace Timeline.Api.Tests.House;

/// <summary>What types may be called, so that a name means one thing wherever it is read.</summary>
public partial class NameTests
{
    private static readonly string[] Forbidden = ["Service", "Manager", "Helper", "Repository", "Dto", "Util"];

    public static TheoryData<string> Projects =>
        ["Timeline.Api.dll", "Timeline.Edtf.dll", "Timeline.Extraction.dll", "Timeline.Api.Tests.dll"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_two_types_of_a_project_have_the_same_name(string project) =>
        Violations.AssertNone(
            from type in DeclaredType.ReadAssembly(project).DistinctBy(type => (type.Namespace, type.Path))
            group $"{type.Namespace}.{type.Path}" by type.Name into same
            where same.Count() > 1
            select string.Join(" and ", same)
        );

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_is_named_like_a_namespace_of_its_project(string project)
    {
        var types = DeclaredType.ReadAssembly(project);
        var last = types.Select(type => type.Namespace.Split('.')[^1]).ToHashSet();

        Violations.AssertNone(types.Where(type => last.Contains(type.Name)).Select(type => $"{type.Namespace}.{type.Path}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void No_type_is_named_by_a_word_that_says_nothing(string project) =>
        Violations.AssertNone(
            from type in DeclaredType.ReadAssembly(project)
            let words = Word().Matches(type.Name).Select(match => match.Value)
            where words.Any(word => Forbidden.Contains(word) || Forbidden.Contains(word.TrimEnd('s')))
            select $"{type.Namespace}.{type.Path}"
        );

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
