using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Timeline.Api.Domain;
using Timeline.Api.Tests.House;
using Timeline.Api.Tests.Running;
using Timeline.Edtf;

namespace Timeline.Api.Tests.Domain;

/// <summary>The words of the contract stand in one table, and whatever else knows them agrees with it.</summary>
public class VocabularyTests(Databases databases)
{
    [Theory]
    [InlineData(typeof(Extraction.Claims.Stance), nameof(Vocabulary.Stances))]
    [InlineData(typeof(Extraction.Actors.ActorKind), nameof(Vocabulary.ActorKinds))]
    [InlineData(typeof(DatePrecision), nameof(Vocabulary.Precisions))]
    public void The_libraries_have_the_words_of_the_table_in_its_order(Type words, string list) =>
        Assert.Equal(Enum.GetNames(words).Select(JsonNamingPolicy.KebabCaseLower.ConvertName), new OneOfAttribute(list).Words);

    [Fact]
    public void The_kinds_that_the_extraction_finds_by_words_are_those_of_the_table_but_for_statements_and_the_rest()
    {
        var kinds = File.ReadLines(SourceTree.Path("src", "Timeline.Extraction", "Events", "Data", "kinds.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[0]);

        Assert.Equal(Vocabulary.EventKinds.Except([Vocabulary.Statement, "other"]).Order(), kinds.Distinct().Order());
    }

    [Fact]
    public void No_word_stands_twice_in_a_list()
    {
        var lists = typeof(Vocabulary)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(IReadOnlyList<string>))
            .Select(property => (IReadOnlyList<string>)property.GetValue(null)!);

        Assert.All(lists, list => Assert.Equal(list.Distinct(), list));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Events")]
    [InlineData("Charts")]
    [InlineData("Feeds")]
    [InlineData("Ingestion")]
    public void No_code_beside_the_table_names_a_stance_or_a_standing(string folder)
    {
        var words = string.Join('|', Vocabulary.Stances.Concat(Vocabulary.Standings).Select(Regex.Escape));
        // The examples of parameters are words that somebody may ask for, not words that the program acts on.
        var literal = new Regex($"(?<!Example = )[\"']({words})[\"']");

        Assert.Empty(
            SourceFile
                .ReadFolder("src", "Timeline.Api")
                .Where(source => source.Folder == folder && !source.Path.EndsWith("Vocabulary.cs", StringComparison.Ordinal))
                .SelectMany(source => literal.Matches(source.Code).Select(match => $"{source.Path}: {match.Value}"))
        );
    }

    [Fact]
    public void Every_standing_has_a_status_that_calendars_know() =>
        Assert.All(
            Vocabulary.StandingTable,
            standing => Assert.Contains(standing.CalendarStatus, new[] { "TENTATIVE", "CONFIRMED", "CANCELLED" })
        );

    [Fact]
    public async Task The_document_names_the_words_of_every_member_that_holds_one()
    {
        var sample = await databases.Seeded(DatabaseKind.Sqlite);
        var schemas = (await sample.Get("/swagger/v1/swagger.json")).Json["components"]!["schemas"]!.AsObject();
        var members = typeof(Vocabulary)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.IsDefined(typeof(OneOfAttribute)))
            .ToList();
        var described = members.Where(member => schemas.ContainsKey(member.DeclaringType!.Name)).ToList();

        Assert.Contains(described, member => (member.DeclaringType!.Name, member.Name) == ("Event", "Standing"));
        Assert.Contains(described, member => (member.DeclaringType!.Name, member.Name) == ("Claim", "Stance"));
        Assert.All(
            described,
            member =>
                Assert.All(
                    member.GetCustomAttribute<OneOfAttribute>()!.Words,
                    word => Assert.Contains($"`{word}`", Description(schemas, member))
                )
        );
    }

    private static string Description(JsonObject schemas, PropertyInfo member) =>
        (string?)schemas[member.DeclaringType!.Name]!["properties"]![JsonNamingPolicy.CamelCase.ConvertName(member.Name)]!["description"]
        ?? "";
}
