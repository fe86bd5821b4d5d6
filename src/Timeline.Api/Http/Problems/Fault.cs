namespace Timeline.Api.Http.Problems;

/// <summary>
/// One thing wrong with a request: where (a query parameter, or a JSON pointer into the body and a line), what, and a sentence.
/// </summary>
/// <param name="Code">The stable name of the fault, explained at <c>/problems/{code}</c>.</param>
public sealed record Fault(string? Parameter, string? Pointer, string Code, string Detail, int? Line = null)
{
    /// <summary>Longer than any of the sentences; what was sent is cut where it is inserted (<see cref="Excerpt"/>).</summary>
    private const int LongestDetail = 1_000;

    public static Fault InQuery(string parameter, string code, string detail) =>
        new(Excerpt.From(parameter), null, code, Excerpt.Cut(detail, LongestDetail));

    public static Fault InBody(string pointer, string code, string detail, int? line = null) =>
        new(null, Excerpt.From(pointer), code, Excerpt.Cut(detail, LongestDetail), line);
}
