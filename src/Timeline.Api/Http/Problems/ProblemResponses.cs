using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Timeline.Api.Storage;

namespace Timeline.Api.Http.Problems;

/// <summary>
/// Every answer that is not a success, in one shape: <c>application/problem+json</c> (RFC 9457), whatever the client accepts.
/// </summary>
public static class ProblemResponses
{
    public const string ContentType = "application/problem+json";

    private const string StillBusy = "The answer was not there by the deadline. Narrow the query, or try again.";
    private const string NoDatabase = "The database cannot be reached, or not be written to, just now. Try again later.";

    /// <summary>How problems are written: what does not apply is left out.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

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
                        // The status is sent already: only breaking the connection off shows the client that the answer is incomplete.
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
            BusyException => new(ProblemCatalogue.Busy) { Detail = StillBusy, RetryAfter = 1 },
            UnavailableException => new(ProblemCatalogue.Unavailable) { Detail = NoDatabase, RetryAfter = 5 },
            StorageFullException => ProblemCatalogue.StorageFull.With(ProblemCatalogue.StorageFull.PlainMeaning),
            BadHttpRequestException bad => ProblemCatalogue.FromStatus(bad.StatusCode),
            _ => ProblemCatalogue.InternalError.With(null),
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
    public static byte[] Body(ProblemException problem, string traceId) =>
        JsonSerializer.SerializeToUtf8Bytes(ProblemDocument.Create(problem, traceId), Options);

    private static string TraceId(HttpContext http) => Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    private static void Log(ILogger logger, HttpContext http, int status, Exception exception)
    {
        if (status < 500)
            return;
        var log = status == 503 ? LogBusy : LogFailure;
        log(logger, http.Request.Method, Excerpt.From(http.Request.Path), status, TraceId(http), exception);
    }
}
