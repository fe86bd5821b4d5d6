using Microsoft.Extensions.Primitives;

namespace Timeline.Api.Hosting;

/// <summary>Cross-origin reading for everyone (the Fetch standard's CORS protocol): pages anywhere may draw charts from here.</summary>
public static class Cors
{
    private static readonly StringValues Exposed =
        "ETag, Link, Location, Retry-After, Timeline-Undated, Timeline-Excluded, Timeline-Truncated";

    public static void UsePublicCors(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                // Without looking for an Origin, because a cache may hand the answer to anyone; at the last moment, because an answer that
                // turns into a problem is cleared first.
                http.Response.OnStarting(() =>
                {
                    headers.AccessControlAllowOrigin = "*";
                    headers.AccessControlExposeHeaders = Exposed;
                    return Task.CompletedTask;
                });
                if (
                    http.Request.Method != "OPTIONS"
                    || http.Request.Headers.Origin.Count == 0
                    || http.Request.Headers.AccessControlRequestMethod.Count == 0
                )
                {
                    return next(http);
                }

                headers.AccessControlAllowMethods = "GET, HEAD, POST, PATCH, DELETE";
                headers.AccessControlAllowHeaders = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID";
                headers.AccessControlMaxAge = "86400";
                http.Response.StatusCode = 204;
                return Task.CompletedTask;
            }
        );
}
