using System.Text.RegularExpressions;
using Timeline.Api.Http.Problems;
using Timeline.Api.Tests.House;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

/// <summary>The catalogue of problems and what the program ends requests with are the same.</summary>
public partial class ProblemCatalogueTests
{
    private static readonly string Program = string.Concat(
        SourceFile.ReadFolder("src", "Timeline.Api").Where(source => !source.Path.EndsWith("FaultCode.cs")).Select(source => source.Code)
    );

    [Fact]
    public void Every_problem_of_the_catalogue_is_used()
    {
        var names = typeof(ProblemCatalogue)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(ProblemKind))
            .Select(property => property.Name);

        var catalogue = File.ReadAllText(SourceTree.Path("src", "Timeline.Api", "Http", "Problems", "ProblemCatalogue.cs"));
        foreach (var name in names)
        {
            var uses = Regex.Count(Program, $@"\bProblemCatalogue\.{name}\b") + Regex.Count(catalogue, $@"\b{name}\b") - 1;
            Assert.True(uses > 0, $"{name} is used nowhere.");
        }
    }

    [Fact]
    public void Every_code_of_a_fault_is_used()
    {
        var codes = typeof(FaultCode).GetFields().Where(field => field.IsLiteral).ToDictionary(field => field.Name, CodeOf);

        Assert.All(
            codes,
            code =>
                Assert.True(
                    Program.Contains($"FaultCode.{code.Key}", StringComparison.Ordinal) || Program.Contains($"\"{code.Value}\""),
                    $"{code.Key} is used nowhere."
                )
        );
    }

    [Fact]
    public void Every_code_that_a_fault_is_made_with_is_in_the_catalogue()
    {
        var known = FaultCode.All.Select(fault => fault.Code).ToHashSet();
        var literals = WrittenCode().Matches(Program).Select(match => match.Groups[1].Value);

        Assert.All(literals, code => Assert.Contains(code, known));
    }

    [Fact]
    public void Nothing_but_the_catalogue_makes_a_kind_of_problem()
    {
        var elsewhere = SourceFile
            .ReadFolder("src", "Timeline.Api")
            .Where(source => !source.Path.EndsWith("ProblemCatalogue.cs") && MadeKind().IsMatch(source.Code))
            .Select(source => source.Path);

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void Codes_are_unique_and_problems_stand_in_the_order_of_their_status()
    {
        Assert.Distinct(ProblemCatalogue.All.Select(kind => kind.Code).Concat(FaultCode.All.Select(fault => fault.Code)));
        Assert.Equal(ProblemCatalogue.All.Select(kind => kind.Status), ProblemCatalogue.All.Select(kind => kind.Status).Order());
    }

    private static string CodeOf(System.Reflection.FieldInfo field) => (string)field.GetRawConstantValue()!;

    [GeneratedRegex("""(?:AddFault|InQuery|InBody)\(\s*[^,()]+,\s*"([a-z_]+)",""", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenCode();

    [GeneratedRegex(@"new ProblemKind\(")]
    private static partial Regex MadeKind();
}
