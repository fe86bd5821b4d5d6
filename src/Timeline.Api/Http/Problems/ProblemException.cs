namespace Timeline.Api.Http.Problems;

/// <summary>Ends a request with an RFC 9457 problem; thrown anywhere, written in one place.</summary>
public sealed class ProblemException(ProblemKind kind) : Exception
{
    /// <summary>What it is, for programs.</summary>
    public ProblemKind Kind => kind;

    public int Status { get; init; } = kind.Status;

    public string Title { get; init; } = kind.Title;

    public override string Message => Title;

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public string? Detail { get; init; }

    /// <summary>Seconds after which trying again makes sense.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The tag that <c>If-Match</c> should have named.</summary>
    public string? CurrentETag { get; init; }

    /// <summary>400 with every fault.</summary>
    public static ProblemException FromFaults(IReadOnlyList<Fault> faults) =>
        new(ProblemCatalogue.ValidationFailed)
        {
            Title = faults.Count == 1 ? "1 input is not valid" : $"{faults.Count} inputs are not valid",
            Faults = faults,
        };
}
