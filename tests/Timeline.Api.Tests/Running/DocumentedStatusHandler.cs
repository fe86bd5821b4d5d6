using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Timeline.Api.Tests.Running;

/// <summary>
/// Holds every answer that a test provokes to the API document: an operation answers with no status that it does not tell.
/// </summary>
public sealed class DocumentedStatusHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false })
{
    private const string Document = "/swagger/v1/swagger.json";

    /// <summary>What comes before an operation is found, or instead of it.</summary>
    private static readonly int[] Everywhere = [405, 414, 431];

    /// <summary>The operations of the program, which are the same on every server of the tests.</summary>
    private static volatile List<(Regex Path, string Method, HashSet<int> Statuses)>? operations;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        operations ??= await Read(request.RequestUri!, cancellationToken);
        var method = request.Method == HttpMethod.Head ? "get" : request.Method.Method.ToLowerInvariant();
        var status = (int)response.StatusCode;
        var path = request.RequestUri!.AbsolutePath;
        var told = operations.Where(operation => operation.Method == method && operation.Path.IsMatch(path)).ToList();
        if (told.Count > 0 && !Everywhere.Contains(status) && !told.Exists(operation => operation.Statuses.Contains(status)))
            Assert.Fail($"{request.Method} {request.RequestUri} answers {status}, which the API document does not tell.");
        return response;
    }

    private async Task<List<(Regex, string, HashSet<int>)>> Read(Uri server, CancellationToken cancellation)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(server, Document))
        {
            Headers = { Host = $"localhost:{server.Port}" },
        };
        using var response = await base.SendAsync(asked, cancellation);
        var document = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation))!;
        return
        [
            .. document["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject().Select(operation => (Pattern(path.Key), operation.Key, Statuses(operation.Value!)))
                ),
        ];
    }

    private static HashSet<int> Statuses(JsonNode operation) =>
        [.. operation["responses"]!.AsObject().Select(answer => int.Parse(answer.Key))];

    private static Regex Pattern(string path) => new($"^{Regex.Replace(path, @"\{\w+\}", "[^/]+")}/?$", RegexOptions.NonBacktracking);
}
