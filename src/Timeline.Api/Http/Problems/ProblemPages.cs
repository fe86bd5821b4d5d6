using Microsoft.AspNetCore.Http.HttpResults;

namespace Timeline.Api.Http.Problems;

/// <summary>Explains each problem at the address that its <c>type</c> names, and each fault likewise.</summary>
public static class ProblemPages
{
    public static void MapProblems(this IEndpointRouteBuilder app) =>
        app.MapMethods("/problems/{code}", RouteDeclarations.Reading, Explain).WithParameters([]).ExcludeFromDescription();

    private static ContentHttpResult Explain(string code)
    {
        var problems = ProblemCatalogue.All.Where(kind => kind.Code == code).Select(kind => $"{kind.Status} {kind.Code}: {kind.Meaning}");
        var faults = FaultCode.All.Where(fault => fault.Code == code).Select(fault => $"400 errors[].code {fault.Code}: {fault.Meaning}");
        var meanings = problems.Concat(faults).ToList();
        return meanings.Count > 0
            ? TypedResults.Text(string.Join('\n', meanings) + "\n")
            : throw ProblemCatalogue.NotFound.With($"There is no problem '{Excerpt.From(code)}'.");
    }
}
