using System.Diagnostics;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Hosting;

/// <summary>
/// What the server refuses before there is a request to handle (a broken request line, too long an address, too many headers), as
/// the problem that everything else gets. The server reports each refusal just before it would send nothing but a status.
/// </summary>
public sealed class ServerRefusals : IObserver<KeyValuePair<string, object?>>
{
    private const string Refused = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    private ServerRefusals() { }

    /// <summary>Listens for as long as the program runs.</summary>
    public static void Subscribe(WebApplication app) =>
        app.Services.GetRequiredService<DiagnosticListener>().Subscribe(new ServerRefusals(), name => name == Refused);

    public void OnNext(KeyValuePair<string, object?> refusal)
    {
        if (refusal.Value is not IFeatureCollection features || features.Get<IHttp2StreamIdFeature>() is not null)
            return;
        if (features.Get<IHttpResponseFeature>() is not { HasStarted: false } response)
            return;
        var body = ProblemResponses.Body(ProblemCatalogue.FromStatus(response.StatusCode), ActivityTraceId.CreateRandom().ToString());
        WriteHeaders(response.Headers, body.Length);
        features.Get<IHttpResponseBodyFeature>()!.StartAsync().GetAwaiter().GetResult();
        if (HttpMethods.IsHead(features.Get<IHttpRequestFeature>()?.Method ?? ""))
            return;
        // Before a request is read to its end there is no stream for an answer's body; the connection is what the server itself
        // writes to. It closes afterwards, so nothing waits for this write.
        _ = features.Get<IConnectionTransportFeature>()!.Transport.Output.WriteAsync(body).AsTask();
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private static void WriteHeaders(IHeaderDictionary headers, int length)
    {
        headers.ContentType = ProblemResponses.ContentType;
        headers.ContentLength = length;
        headers.Connection = "close";
        headers.CacheControl = "no-store";
        headers.AccessControlAllowOrigin = "*";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
    }
}
