using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Http.Problems;

/// <summary>Every answer that is no success, in one shape: <c>application/problem+json</c> (RFC 9457), whatever the client accepts.</summary>
public static class ProblemResponses
{
    public const string ContentType = "application/problem+json";

    /// <summary>How problems are written: what does not apply is left out.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>How many faults one answer tells of.</summary>
    public const int MostFaults = 20;

    private static readonly Action<ILogger, string, string, int, string, Exception?> LogFailure = LoggerMessage.Define<
        string,
        string,
        int,
        string
    >(LogLevel.Error, new EventId(1, "Failed"), "{Method} {Path} failed with {Status}, traceId {TraceId}.");

    private static readonly Action<ILogger, string, string, int, string, Exception?> LogBusy = LoggerMessage.Define<
        string,
        string,
        int,
        string
    >(LogLevel.Warning, new EventId(2, "Busy"), "{Method} {Path} was put off with {Status}, traceId {TraceId}.");

    /// <summary>
    /// Turns what is thrown, and what the framework answers without a body, into problems. Each that is the server's fault is logged
    /// with its <c>traceId</c>.
    /// </summary>
    public static void UseProblemResponses(this WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                    if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
                        await Write(http, ProblemCatalogue.FromStatus(http.Response.StatusCode));
                }
                catch (MovedException moved) when (!http.Response.HasStarted)
                {
                    http.Response.Clear();
                    http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
                    http.Response.Headers.Location = moved.RedirectAddress(http.Request);
                    http.Response.ContentLength = 0;
                }
                catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
                {
                    var problem = FromException(exception);
                    Log(app.Logger, http, problem.Status, exception);
                    if (http.Response.HasStarted)
                    {
                        // The status is sent already: only a connection that breaks off tells the client that the answer is not whole.
                        http.Abort();
                        return;
                    }

                    http.Response.Clear();
                    await Write(http, problem);
                }
            }
        );

    private static ProblemException FromException(Exception exception) =>
        exception switch
        {
            ProblemException problem => problem,
            BusyException => ProblemException.Busy,
            UnavailableException => ProblemException.Unavailable,
            StorageFullException => new(507, "storage_full", "Storage full")
            {
                Detail = "The disk is full: nothing was written. Reading goes on.",
            },
            BadHttpRequestException bad => ProblemCatalogue.FromStatus(bad.StatusCode),
            _ => new(500, "internal_error", "Internal error"),
        };

    private static Task Write(HttpContext http, ProblemException problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.Status == 401)
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"timeline\"";
        if (problem.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString();
        return http.Response.Body.WriteAsync(Body(problem, TraceId(http)), http.RequestAborted).AsTask();
    }

    /// <summary>The problem as JSON.</summary>
    public static byte[] Body(ProblemException problem, string traceId)
    {
        var more = problem.Faults.Count - MostFaults;
        var detail = more > 0 ? $"The first {MostFaults} are told; there are {more} more." : problem.Detail;
        IReadOnlyList<Fault>? faults = problem.Faults.Count == 0 ? null : [.. problem.Faults.Take(MostFaults)];
        var (type, title) = (ProblemCatalogue.Type(problem.Code), problem.Title);
        var document = new ProblemDocument(type, title, problem.Status, problem.Code, traceId, detail, problem.CurrentETag, faults);
        return JsonSerializer.SerializeToUtf8Bytes(document, Options);
    }

    private static string TraceId(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    private static void Log(ILogger logger, HttpContext http, int status, Exception exception)
    {
        if (status < 500)
            return;
        var log = status == 503 ? LogBusy : LogFailure;
        log(logger, http.Request.Method, Excerpt.From(http.Request.Path), status, TraceId(http), exception);
    }
}

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
);
