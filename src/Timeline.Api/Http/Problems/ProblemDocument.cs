using System.Text.Json.Serialization;

namespace Timeline.Api.Http.Problems;

/// <summary>RFC 9457 problem details with a stable <c>code</c>; <c>errors</c> names every fault of bad input at once.</summary>
public sealed record ProblemDocument(
    string Type,
    string Title,
    int Status,
    string Code,
    string TraceId,
    string? Detail,
    [property: JsonPropertyName("currentETag")] string? CurrentETag,
    IReadOnlyList<Fault>? Errors
)
{
    /// <summary>The most faults that one answer lists.</summary>
    private const int MaxFaults = 20;

    /// <summary>The problem as it is written; of many faults the first, and how many more there are.</summary>
    public static ProblemDocument Create(ProblemException problem, string traceId)
    {
        var more = problem.Faults.Count - MaxFaults;
        return new ProblemDocument(
            problem.Kind.Type,
            problem.Title,
            problem.Status,
            problem.Kind.Code,
            traceId,
            more > 0 ? $"The first {MaxFaults} are listed; there are {more} more." : problem.Detail,
            problem.CurrentETag,
            problem.Faults.Count == 0 ? null : [.. problem.Faults.Take(MaxFaults)]
        );
    }
}
