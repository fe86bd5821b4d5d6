namespace Timeline.Api.Hosting;

/// <summary>The web page: its own modules, and the chart library that a package brings along as static web assets.</summary>
public static class WebPage
{
    private const string Reloading = "ReloadStaticAssetsAtRuntime";

    /// <summary>
    /// Finds the page's files next to the program when it runs from a build, in whatever environment; a published program has
    /// them in its own folder.
    /// </summary>
    public static void AddWebPage(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        // Reloading edited files brings a route that takes every path, which makes 404 of each GET that should be 405.
        builder.Configuration[Reloading] ??= "false";
    }

    /// <summary>Answers <c>/</c> with the page, and what is only there to be read with 405 to any other method.</summary>
    public static void UseWebPage(this WebApplication app)
    {
        app.Use(
            (http, next) =>
            {
                var isPage = http.Request.Path == "/" || http.Request.Path.StartsWithSegments("/swagger");
                if (!isPage || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
                    return next(http);
                http.Response.StatusCode = 405;
                http.Response.Headers.Allow = "GET, HEAD";
                return Task.CompletedTask;
            }
        );
        // Looks for a folder behind every path that it is shown.
        app.UseWhen(http => http.Request.Path == "/", page => page.UseDefaultFiles());
    }

    /// <summary>Serves every file of the page as it was compressed at build time, with a strong tag.</summary>
    public static void MapWebPage(this WebApplication app) => app.MapStaticAssets();
}
