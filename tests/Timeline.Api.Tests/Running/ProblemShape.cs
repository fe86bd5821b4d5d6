using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Timeline.Api.Tests.Running;

/// <summary>What every problem looks like.</summary>
public static partial class ProblemShape
{
    private static readonly string[] Members = ["type", "title", "status", "code", "traceId", "detail", "currentETag", "errors"];
    private static readonly string[] FaultMembers = ["parameter", "pointer", "code", "detail", "line"];

    /// <summary>The problem in an answer, which has the one shape; fails where it has not.</summary>
    public static JsonNode Check(ApiResponse answer)
    {
        Assert.Equal("application/problem+json", answer.Header("Content-Type"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.DoesNotContain("System.", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Microsoft.", answer.Text, StringComparison.Ordinal);
        var problem = answer.Json;
        Assert.All(problem.AsObject(), member => Assert.Contains(member.Key, Members));
        Assert.Equal((int)answer.Status, (int)problem["status"]!);
        Assert.EndsWith($"/problems/{problem["code"]}", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.NotEmpty((string)problem["title"]!);
        Assert.NotEmpty((string)problem["traceId"]!);
        if (problem["errors"] is JsonArray errors)
        {
            var more = (string?)problem["detail"] is { } detail ? int.Parse(More().Match(detail).Groups[1].Value) : 0;
            Assert.Equal(
                errors.Count == 1 ? "1 input is not valid" : $"{errors.Count + more} inputs are not valid",
                (string)problem["title"]!
            );
            Assert.All(
                errors,
                fault =>
                {
                    Assert.All(fault!.AsObject(), member => Assert.Contains(member.Key, FaultMembers));
                    Assert.NotEmpty((string)fault["detail"]!);
                }
            );
        }

        return problem;
    }

    [GeneratedRegex("^The first 20 are listed; there are ([0-9]+) more[.]$")]
    private static partial Regex More();

    /// <summary>The faults of bad input, as <c>parameter:code</c>.</summary>
    public static IEnumerable<string> Faults(ApiResponse answer) =>
        Check(answer)["errors"] is JsonArray errors
            ? errors.Select(fault => $"{fault!["parameter"] ?? fault["pointer"]}:{fault["code"]}")
            : [];
}
