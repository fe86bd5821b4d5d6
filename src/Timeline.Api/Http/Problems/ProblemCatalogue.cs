namespace Timeline.Api.Http.Problems;

/// <summary>Every problem an answer can be, by its stable code: what clients may rely on.</summary>
public static class ProblemCatalogue
{
    /// <summary>The problems of whole answers.</summary>
    public static IReadOnlyList<(string Code, int Status, string Meaning)> Problems { get; } =
    [
        ("validation_failed", 400, "Something in the query or the body is not valid; `errors` names every fault."),
        ("bad_request", 400, "The request could not be read."),
        ("host_not_allowed", 400, "The server does not answer under the name that the request was sent to."),
        ("unauthorized", 401, "A key is needed, and the one given is missing, wrong, revoked or expired."),
        ("scope_missing", 403, "The key lacks the scope that this takes."),
        ("not_found", 404, "There is no such thing, or this reader may not see it."),
        ("method_not_allowed", 405, "This method does nothing here; `Allow` lists those that do."),
        ("request_timeout", 408, "The request did not come in time."),
        ("already_reviewed", 409, "Somebody has decided on it already."),
        ("in_progress", 409, "A request with this Idempotency-Key is still running."),
        ("conflict", 409, "It contradicts what is there."),
        ("gone", 410, "It was deleted."),
        ("precondition_failed", 412, "It has changed since; `currentETag` is its tag now."),
        ("body_too_large", 413, "The body is too large, as sent or after decompression."),
        ("address_too_long", 414, "The address has more than 8,192 bytes."),
        ("unsupported_media_type", 415, "The content type, charset or content coding is not known here."),
        ("idempotency_mismatch", 422, "This Idempotency-Key came with another body before."),
        ("precondition_required", 428, "Changing or deleting takes `If-Match` with the thing's tag."),
        ("too_many_requests", 429, "Too many at once; `Retry-After` says when to come back."),
        ("headers_too_large", 431, "The headers have more than 32,768 bytes, or there are more than 100."),
        ("internal_error", 500, "A bug; `traceId` finds it in the log."),
        ("busy", 503, "The answer was not there by the deadline; `Retry-After` says when to come back."),
        ("unavailable", 503, "The database cannot be reached, or not be written to, just now; `Retry-After` says when to come back."),
        ("http_version_not_supported", 505, "The server speaks HTTP/1.1 and HTTP/2."),
        ("storage_full", 507, "The disk is full: nothing was written. Reading goes on."),
    ];

    /// <summary>The faults of single inputs, as <c>errors[].code</c>.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> Faults { get; } =
    [
        ("range_inverted", "`from` is after `to`."),
        ("invalid_date", "Not a date of the forms allowed."),
        ("unsupported_date", "A date, but beyond what is taken here."),
        ("out_of_range", "A number or a length beyond its bounds."),
        ("invalid_integer", "Not a whole number."),
        ("invalid_cursor", "Not a cursor that was given out."),
        ("cursor_mismatch", "A cursor of another query."),
        ("unknown_parameter", "No such parameter here."),
        ("repeated_parameter", "May be given once only."),
        ("empty_value", "Must not be empty."),
        ("invalid_choice", "Not one of the values allowed."),
        ("unknown_field", "No such member."),
        ("key_in_query", "A key belongs into the Authorization header."),
        ("too_many_buckets", "The interval cuts the range into more than 2,000 buckets."),
        ("malformed_json", "Not JSON, empty, or a member stands twice."),
        ("required", "Must be there."),
        ("unknown_member", "No such member here."),
        ("wrong_type", "Another JSON type is needed."),
        ("invalid_text", "Control characters, broken UTF-8 or half a surrogate pair."),
        ("invalid_id", "Not an id."),
        ("invalid_span", "Not a pair of ascending offsets inside the text."),
        ("duplicate_id", "The id is taken."),
        ("unknown_reference", "Names something that is not there."),
    ];

    /// <summary>The problem behind an answer of which only the status is known.</summary>
    public static ProblemException FromStatus(int status)
    {
        if (status == 404)
            return ProblemException.NotFound("There is nothing at this path.");
        var (code, _, meaning) = Problems.FirstOrDefault(problem =>
            problem.Status == status && problem.Code is not ("validation_failed" or "host_not_allowed")
        );
        code ??= status < 500 ? "bad_request" : "internal_error";
        return new ProblemException(status, code, Title(code)) { Detail = status is 400 or 500 ? null : meaning?.Replace("`", "") };
    }

    /// <summary>A problem of this status as the document shows it.</summary>
    public static ProblemDocument Example(int status, IReadOnlyList<QueryParameter> parameters)
    {
        var (code, _, meaning) = Problems.First(problem => problem.Status == status);
        return status != 400
            ? new ProblemDocument(
                Type(code),
                Title(code),
                status,
                code,
                TraceId,
                meaning.Replace("`", ""),
                status == 412 ? "\"5f0c1d\"" : null,
                null
            )
            : new ProblemDocument(
                Type("validation_failed"),
                "1 input is not valid",
                status,
                "validation_failed",
                TraceId,
                null,
                null,
                [
                    parameters.Any(parameter => parameter.Name == "limit")
                        ? Fault.InQuery("limit", "out_of_range", "Must be 1 to 500; got 0.")
                        : Fault.InQuery("colour", "unknown_parameter", "There is no parameter 'colour' here."),
                ]
            );
    }

    /// <summary>The address, on this server, that explains a code.</summary>
    public static string Type(string code) => "/problems/" + code;

    private static string Title(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');

    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    /// <summary>Explains each problem at the address that its <c>type</c> names, and each fault likewise.</summary>
    public static void MapProblems(this IEndpointRouteBuilder app) =>
        app.MapRead("/problems/{code}", Explain).WithParameters([]).ExcludeFromDescription();

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Explain(string code)
    {
        var problems = Problems
            .Where(problem => problem.Code == code)
            .Select(problem => $"{problem.Status} {problem.Code}: {problem.Meaning}");
        var meanings = problems
            .Concat(Faults.Where(fault => fault.Code == code).Select(fault => $"400 errors[].code {fault.Code}: {fault.Meaning}"))
            .ToList();
        return meanings.Count > 0
            ? TypedResults.Text(string.Join('\n', meanings) + "\n")
            : throw ProblemException.NotFound($"There is no problem '{Excerpt.From(code)}'.");
    }
}
