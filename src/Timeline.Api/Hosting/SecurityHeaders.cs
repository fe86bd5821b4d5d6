namespace Timeline.Api.Hosting;

/// <summary>
/// What a browser may do with an answer: nothing but load this server's own scripts, styles and data (Content Security Policy 3).
/// </summary>
public static class SecurityHeaders
{
    private const string Start = "default-src 'none'; script-src 'self'; style-src 'self'";
    private const string Rest = "; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ";

    /// <summary>
    /// Puts the policy on every answer, problems included. Only Swagger UI may write styles into its markup, and only the
    /// embedded chart may be framed by other pages.
    /// </summary>
    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (http, next) =>
            {
                var path = http.Request.Path;
                var styles = path.StartsWithSegments("/swagger") ? " 'unsafe-inline'" : "";
                var frames = path.Equals("/embed.html", StringComparison.OrdinalIgnoreCase) ? "*" : "'none'";
                // At the last moment, because an answer that turns into a problem is cleared first.
                http.Response.OnStarting(() =>
                {
                    var headers = http.Response.Headers;
                    headers.ContentSecurityPolicy = $"{Start}{styles}{Rest}{frames}";
                    headers.XContentTypeOptions = "nosniff";
                    headers["Referrer-Policy"] = "no-referrer";
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );
}
