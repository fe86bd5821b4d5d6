using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Timeline.Api.Http;
using Timeline.Api.Ingestion;
using Timeline.Api.Keys;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

/// <summary>
/// A timeline with something merged, deleted and decided in it, and a request for each status that an operation tells of.
/// </summary>
public sealed class StatusProvocation : IAsyncDisposable
{
    private const string Pier = "The pier of Halden was opened by Mayor Ana Ruiz on 4 June 2023, the city council said.";
    private const string Lighthouse = "The lighthouse of Halden was sold to Tom Berg on 7 July 2022, the dockers' union said.";
    private const string Unknown = "0000000000000";
    private readonly AdminClient _busy;
    private readonly TaskCompletionSource _release = new();
    private readonly Dictionary<string, string> _merged = [];
    private readonly Dictionary<string, string> _deleted = [];
    private readonly Dictionary<string, string> _decided = [];
    private string _writer = "";
    private string _stays = "";

    private StatusProvocation(AdminClient admin, AdminClient busy)
    {
        AdminClient = admin;
        _busy = busy;
    }

    public AdminClient AdminClient { get; }

    public static async Task<StatusProvocation> Open(Databases databases)
    {
        var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite, "--Timeline:Extractions=1", "--Timeline:ExtractionDeadline=60");
        var busy = await AdminClient.Open(databases, DatabaseKind.Sqlite, "--Timeline:Readers=1", "--Timeline:ReadDeadline=0.1");
        var provocation = new StatusProvocation(admin, busy);
        await provocation.Prepare();
        return provocation;
    }

    /// <summary>Sends what should be answered with this status.</summary>
    public Task<ApiResponse> Provoke(DocumentedOperation operation, int status) =>
        status switch
        {
            308 => Send(operation, _merged[operation.Kind]),
            400 => Send(operation, Decided(operation), query: "?colour=red"),
            401 => Send(operation, Decided(operation), key: "tl_0_0"),
            403 => Send(operation, Decided(operation), query: QueryBeyondScope(operation), key: _writer),
            404 => Send(operation, UnknownId(operation), query: operation.Path.Contains("timelinejs") ? "?from=1500&to=1501" : ""),
            409 => ProvokeConflict(operation),
            410 => operation.Path == "/v1/articles" ? Again("deleted", Pier) : Send(operation, _deleted[operation.Kind]),
            412 => Send(operation, Decided(operation), tag: "\"stale\""),
            413 => Send(operation, Decided(operation), body: new string(' ', 2_000_001)),
            415 => Send(operation, Decided(operation), type: "text/plain"),
            422 => Again("deleted", Pier + " "),
            428 => Send(operation, Decided(operation), tag: ""),
            429 => ProvokeFlood(operation),
            503 => SendTo(_busy, operation, operation.Path.Replace("{id}", "x"), _busy.Key),
            _ => throw new NotSupportedException($"Nothing provokes {status}."),
        };

    public async ValueTask DisposeAsync()
    {
        _release.TrySetResult();
        await AdminClient.DisposeAsync();
        await _busy.DisposeAsync();
    }

    private async Task Prepare()
    {
        _writer = await AdminClient.NewKey("write");
        var decided = await Post(AdminClient.Story);
        _decided["articles"] = (string)decided["article"]!["id"]!;
        var events = (await AdminClient.Timeline.Get("/v1/events")).Ids;
        (_merged["events"], _stays) = (events[0], events[1]);
        _decided["events"] = _stays;
        _decided["claims"] = (await AdminClient.Timeline.Get("/v1/claims")).Ids[0];
        await Expect(200, AdminClient.Post($"/v1/events/{events[0]}/merge", Into(events[1])));
        var actors = (await AdminClient.Timeline.Get("/v1/actors")).Ids;
        _merged["actors"] = actors[0];
        await AdminClient.Timeline.Store.Write(
            "test",
            transaction =>
            {
                transaction.Execute(
                    $"update actor set merged_into = (select id from actor where slug = {actors[1]}) where slug = {actors[0]}"
                );
                return 0;
            }
        );
        _decided["actors"] = actors[1];
        _decided["merges"] = await RejectedMerge();

        var deleted = await Post(Pier, ("Idempotency-Key", "deleted"));
        _deleted["articles"] = (string)deleted["article"]!["id"]!;
        _deleted["events"] = (string)deleted["events"]![0]!["id"]!;
        _deleted["claims"] = (string)deleted["claims"]!.AsArray().First(claim => claim!["id"] is not null)!["id"]!;
        var path = $"/v1/articles/{_deleted["articles"]}";
        var tag = (await AdminClient.Timeline.Get(path)).Header("ETag")!;
        await Expect(204, AdminClient.Send(HttpMethod.Delete, path, "", ("If-Match", tag)));

        // On a thread of its own, since a read runs on the thread that asks for it.
        var isHeld = new TaskCompletionSource();
        _ = Task.Run(() =>
            _busy.Timeline.Store.Read(_ =>
            {
                isHeld.SetResult();
                return _release.Task.Wait(TimeSpan.FromMinutes(5));
            })
        );
        await isHeld.Task;
    }

    /// <summary>A merge that the machine proposed and somebody rejected.</summary>
    private async Task<string> RejectedMerge()
    {
        const string council = "The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget";
        await Post($"{council}.");
        await Post($"{council} again.", ("Idempotency-Key", "again"));
        await Post("Mayor Ana Ruiz and the Halden council discussed winter ferries and tolls on 4 March 2025, she said.");
        var id = (string)(await AdminClient.Get("/v1/merges")).Items[0]["id"]!;
        await Expect(200, AdminClient.Post($"/v1/merges/{id}/review", new JsonObject { ["decision"] = "rejected" }));
        return id;
    }

    private async Task<ApiResponse> ProvokeConflict(DocumentedOperation operation)
    {
        if (operation.Path.EndsWith("/merge", StringComparison.Ordinal))
            return await Send(operation, _stays);
        if (operation.Path != "/v1/articles")
            return await Send(operation, Decided(operation));
        var http = new DefaultHttpContext();
        http.Request.Headers["Idempotency-Key"] = "held";
        using var held = Idempotency.Hold(http, new Caller(new AccessKey { Id = AdminClient.Key.Split('_')[1] }));
        return await Again("held", Lighthouse);
    }

    /// <summary>Asks while more articles wait than may.</summary>
    private async Task<ApiResponse> ProvokeFlood(DocumentedOperation operation)
    {
        const int mostTries = 20;
        var gate = AdminClient.Timeline.Services.GetRequiredService<ExtractionGate>();
        var text = string.Concat(Enumerable.Repeat(AdminClient.Story + " ", 300_000 / (AdminClient.Story.Length + 1)));
        await using var flood = new ExtractionFlood(gate, Encoding.UTF8.GetBytes(AdminClient.Article(text).ToJsonString()));
        // Where one of them is just done, its place is free.
        var answer = await Send(operation, "");
        for (var tries = 1; answer.Status != HttpStatusCode.TooManyRequests && tries < mostTries; tries++)
            answer = await Send(operation, "");
        return answer;
    }

    private string Decided(DocumentedOperation operation) => _decided.GetValueOrDefault(operation.Kind, "");

    /// <summary>An id of the right kind that nothing has.</summary>
    private static string UnknownId(DocumentedOperation operation) =>
        operation.Kind switch
        {
            "events" => "evt_" + Unknown,
            "claims" => "clm_" + Unknown,
            "articles" => "art_" + Unknown,
            "merges" => "mrg_" + Unknown,
            _ => "nobody",
        };

    /// <summary>What takes a higher scope than writing: the route itself, what is decided on, or making public at once.</summary>
    private static string QueryBeyondScope(DocumentedOperation operation) =>
        (operation.NeedsKey, operation.Path) switch
        {
            (false, _) => "?review=any",
            (true, "/v1/articles") => "?review=accepted",
            _ => "",
        };

    private Task<ApiResponse> Again(string idempotencyKey, string text) =>
        AdminClient.Post("/v1/articles?review=accepted", AdminClient.Article(text), ("Idempotency-Key", idempotencyKey));

    private Task<ApiResponse> Send(
        DocumentedOperation operation,
        string id,
        string query = "",
        string? key = null,
        string? body = null,
        string tag = "\"x\"",
        string type = "application/json"
    ) => SendTo(AdminClient, operation, operation.Path.Replace("{id}", id) + query, key ?? AdminClient.Key, body, tag, type);

    private async Task<ApiResponse> SendTo(
        AdminClient admin,
        DocumentedOperation operation,
        string path,
        string key,
        string? body = null,
        string tag = "\"x\"",
        string type = "application/json"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(operation.Method), path);
        if (operation.Node["requestBody"] is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body ?? BodyOf(operation).ToJsonString()));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (tag != "")
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var response = await admin.Timeline.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    private JsonObject BodyOf(DocumentedOperation operation) =>
        (operation.Method, operation.Path.Split('/')[^1]) switch
        {
            ("patch", _) => new JsonObject { ["byline"] = "Jo Example" },
            (_, "merge") => Into(_stays),
            (_, "review") => new JsonObject { ["decision"] = "accepted" },
            (_, "reviews") => new JsonObject { ["decision"] = "accepted", ["article"] = _decided["articles"] },
            _ => AdminClient.Article(Lighthouse),
        };

    private async Task<JsonNode> Post(string text, params (string, string)[] headers)
    {
        var answer = await AdminClient.Post("/v1/articles?review=accepted", AdminClient.Article(text), headers);
        Assert.Equal(201, (int)answer.Status);
        return answer.Json;
    }

    private static JsonObject Into(string id) => new() { ["into"] = id };

    private static async Task Expect(int status, Task<ApiResponse> answer) => Assert.Equal(status, (int)(await answer).Status);
}
