namespace Timeline.Api.Http.Problems;

/// <summary>One thing wrong with a request: where (a query parameter, or a JSON pointer into the body and a line), what, and a sentence.</summary>
public sealed record Fault(string? Parameter, string? Pointer, string Code, string Detail, int? Line = null)
{
    /// <summary>More than any sentence of ours has; what was sent is to be cut where it is put in (<see cref="Excerpt"/>).</summary>
    private const int LongestDetail = 1_000;

    public static Fault InQuery(string parameter, string code, string detail) =>
        new(Excerpt.From(parameter), null, code, Excerpt.Cut(detail, LongestDetail));

    public static Fault InBody(string pointer, string code, string detail, int? line = null) =>
        new(null, Excerpt.From(pointer), code, Excerpt.Cut(detail, LongestDetail), line);
}

/// <summary>Ends a request with an RFC 9457 problem; thrown anywhere, written in one place.</summary>
public sealed class ProblemException(int status, string code, string title) : Exception
{
    public int Status => status;

    /// <summary>The stable name of the problem, for programs.</summary>
    public string Code => code;

    public string Title => title;

    public override string Message => title;

    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public string? Detail { get; init; }

    /// <summary>Seconds after which trying again makes sense.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>The tag that <c>If-Match</c> should have named.</summary>
    public string? CurrentETag { get; init; }

    /// <summary>400 with every fault; where there is one, its code is the problem's.</summary>
    public static ProblemException FromFaults(IReadOnlyList<Fault> faults) =>
        new(400, "validation_failed", faults.Count == 1 ? "1 input is not valid" : $"{faults.Count} inputs are not valid")
        {
            Faults = faults,
        };

    public static ProblemException NotFound(string what) => new(404, "not_found", "Not found") { Detail = what };

    public static ProblemException Gone(string what) => new(410, "gone", "Gone") { Detail = what };

    public static ProblemException Busy { get; } =
        new(503, "busy", "Busy") { Detail = "The answer was not there by the deadline. Narrow the query, or try again.", RetryAfter = 1 };

    public static ProblemException Unavailable { get; } =
        new(503, "unavailable", "Unavailable")
        {
            Detail = "The database cannot be reached, or not be written to, just now. Try again later.",
            RetryAfter = 5,
        };
}
