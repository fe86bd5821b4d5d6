using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Timeline.Benchmarks.Http;

/// <summary>The limit: bare Kestrel that answers <c>/NAME</c> with the bytes of a file of that name from memory.</summary>
public static class BareServer
{
    public static Task Run(string address, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        foreach (var file in Directory.GetFiles(folder))
            app.MapGet("/" + Path.GetFileName(file), Answer(File.ReadAllBytes(file)));
        return app.RunAsync();
    }

    private static RequestDelegate Answer(byte[] body) =>
        async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = body.Length;
            await http.Response.BodyWriter.WriteAsync(body);
        };
}
