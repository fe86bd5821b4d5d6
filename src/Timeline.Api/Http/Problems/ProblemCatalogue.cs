namespace Timeline.Api.Http.Problems;

/// <summary>Every problem an answer can be: what clients may rely on.</summary>
public static class ProblemCatalogue
{
    public static ProblemKind ValidationFailed { get; } =
        new("validation_failed", 400, "Something in the query or the body is not valid; `errors` names every fault.");

    public static ProblemKind BadRequest { get; } = new("bad_request", 400, "The request could not be read.");

    public static ProblemKind HostNotAllowed { get; } =
        new("host_not_allowed", 400, "The server does not answer under the name that the request was sent to.");

    public static ProblemKind Unauthorized { get; } =
        new("unauthorized", 401, "A key is needed, and the one given is missing, wrong, revoked or expired.");

    public static ProblemKind ScopeMissing { get; } = new("scope_missing", 403, "The key lacks the scope that this takes.");

    public static ProblemKind NotFound { get; } = new("not_found", 404, "There is no such thing, or this reader may not see it.");

    public static ProblemKind MethodNotAllowed { get; } =
        new("method_not_allowed", 405, "This method does nothing here; `Allow` lists those that do.");

    public static ProblemKind RequestTimeout { get; } = new("request_timeout", 408, "The request did not come in time.");

    public static ProblemKind AlreadyReviewed { get; } = new("already_reviewed", 409, "Somebody has decided on it already.");

    public static ProblemKind InProgress { get; } = new("in_progress", 409, "A request with this Idempotency-Key is still running.");

    public static ProblemKind Conflict { get; } = new("conflict", 409, "It contradicts what is there.");

    public static ProblemKind Gone { get; } = new("gone", 410, "It was deleted.");

    public static ProblemKind PreconditionFailed { get; } =
        new("precondition_failed", 412, "It has changed since; `currentETag` is its tag now.");

    public static ProblemKind BodyTooLarge { get; } = new("body_too_large", 413, "The body is too large, as sent or after decompression.");

    public static ProblemKind AddressTooLong { get; } = new("address_too_long", 414, "The address has more than 8,192 bytes.");

    public static ProblemKind UnsupportedMediaType { get; } =
        new("unsupported_media_type", 415, "The content type, charset or content coding is not known here.");

    public static ProblemKind IdempotencyMismatch { get; } =
        new("idempotency_mismatch", 422, "This Idempotency-Key came with another body before.");

    public static ProblemKind PreconditionRequired { get; } =
        new("precondition_required", 428, "Changing or deleting takes `If-Match` with the thing's tag.");

    public static ProblemKind TooManyRequests { get; } =
        new("too_many_requests", 429, "Too many at once; `Retry-After` says when to come back.");

    public static ProblemKind HeadersTooLarge { get; } =
        new("headers_too_large", 431, "The headers have more than 32,768 bytes, or there are more than 100.");

    public static ProblemKind InternalError { get; } = new("internal_error", 500, "A bug; `traceId` finds it in the log.");

    public static ProblemKind Busy { get; } =
        new("busy", 503, "The answer was not there by the deadline; `Retry-After` says when to come back.");

    public static ProblemKind Unavailable { get; } =
        new("unavailable", 503, "The database cannot be reached, or not be written to, just now; `Retry-After` says when to come back.");

    public static ProblemKind HttpVersionNotSupported { get; } =
        new("http_version_not_supported", 505, "The server speaks HTTP/1.1 and HTTP/2.");

    public static ProblemKind StorageFull { get; } = new("storage_full", 507, "The disk is full: nothing was written. Reading goes on.");

    /// <summary>All of them, by status.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        .. typeof(ProblemCatalogue)
            .GetProperties()
            .Where(property => property.PropertyType == typeof(ProblemKind))
            .Select(property => (ProblemKind)property.GetValue(null)!),
    ];

    /// <summary>What the web server and the framework refuse by themselves, with nothing but a status.</summary>
    private static readonly IReadOnlyList<ProblemKind> OfFramework =
    [
        MethodNotAllowed,
        RequestTimeout,
        BodyTooLarge,
        AddressTooLong,
        UnsupportedMediaType,
        HeadersTooLarge,
        HttpVersionNotSupported,
    ];

    /// <summary>The problem behind an answer of which only the status is known.</summary>
    public static ProblemException FromStatus(int status)
    {
        if (status == NotFound.Status)
            return NotFound.With("There is nothing at this path.");
        if (OfFramework.FirstOrDefault(kind => kind.Status == status) is { } kind)
            return kind.With(kind.PlainMeaning);
        return new ProblemException(status < 500 ? BadRequest : InternalError) { Status = status };
    }
}
