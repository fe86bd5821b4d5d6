using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>Every answer that is no success, in one shape: <c>application/problem+json</c> (RFC 9457), whatever the client accepts.</summary>
public static class Problems
{
    /// <summary>How problems are written: what does not apply is left out.</summary>
    public static JsonSerializerOptions Options { get; } = new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Turns what is thrown, and what the framework answers without a body, into problems.</summary>
    public static void UseProblems(this WebApplication app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null }) await Write(http, OfStatus(http.Response.StatusCode));
        }
        catch (Moved moved) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
            http.Response.Headers.Location = moved.Address(http.Request);
        }
        catch (Exception exception) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            if (exception is UnavailableException) LogUnavailable(app.Logger, exception.Message, null);
            else if (exception is not (Problem or BusyException or StorageFullException or BadHttpRequestException)) Log(app.Logger, exception);
            http.Response.Clear();
            await Write(http, OfException(exception));
        }
    });

    private static Problem OfException(Exception exception) => exception switch
    {
        Problem problem => problem,
        BusyException => Problem.Busy,
        UnavailableException => Problem.Unavailable,
        StorageFullException => new(507, "storage_full", "Storage full") { Detail = "The disk is full: nothing was written. Reading goes on." },
        BadHttpRequestException { StatusCode: 413 } => new(413, "body_too_large", "Body too large"),
        BadHttpRequestException bad => OfStatus(bad.StatusCode),
        _ => new(500, "internal_error", "Internal error"),
    };

    private static Problem OfStatus(int status) => status switch
    {
        404 => Problem.NotFound("There is nothing at this path."),
        405 => new(405, "method_not_allowed", "Method not allowed"),
        413 => new(413, "body_too_large", "Body too large"),
        415 => new(415, "unsupported_media_type", "Unsupported media type"),
        _ => new(status, status < 500 ? "bad_request" : "internal_error", status < 500 ? "Bad request" : "Internal error"),
    };

    private static Task Write(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = "application/problem+json";
        http.Response.Headers.CacheControl = "no-store";
        if (problem.Status == 401) http.Response.Headers.WWWAuthenticate = "Bearer realm=\"timeline\"";
        if (problem.RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString();
        var body = new ProblemDocument(ProblemCatalogue.Type(problem.Code), problem.Title, problem.Status, problem.Code, Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier, problem.Detail,
            problem.CurrentETag, problem.Faults.Count == 0 ? null : problem.Faults);
        return JsonSerializer.SerializeAsync(http.Response.Body, body, Options, http.RequestAborted);
    }

    private static readonly Action<ILogger, Exception?> LogBug = LoggerMessage.Define(LogLevel.Error, new EventId(1, "Bug"), "A request failed by a bug.");

    private static readonly Action<ILogger, string, Exception?> LogUnavailable = LoggerMessage.Define<string>(LogLevel.Warning, new EventId(2, "Unavailable"), "{Reason}");

    private static void Log(ILogger logger, Exception exception) => LogBug(logger, exception);
}

/// <summary>RFC 9457 problem details with a stable <c>code</c>; <c>errors</c> names every fault of bad input at once.</summary>
public sealed record ProblemDocument(
    string Type, string Title, int Status, string Code, string TraceId, string? Detail, [property: JsonPropertyName("currentETag")] string? CurrentETag, IReadOnlyList<Fault>? Errors);
