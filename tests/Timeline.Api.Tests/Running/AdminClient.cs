using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Keys;

namespace Timeline.Api.Tests.Running;

/// <summary>Sends requests with an admin key to a timeline of its own, which is empty at first.</summary>
public sealed class AdminClient : IAsyncDisposable
{
    public const string Story =
        "Mayor Ana Ruiz met the dockers' leader Tom Berg on Tuesday, the first meeting since the strike began in early January. "
        + "Ms Ruiz said a deal could be signed next week. The dockers' union denied that an agreement was near. "
        + "In 2019, the city had promised a new quay.";

    private AdminClient(RunningTimeline timeline, string key) => (Timeline, Key) = (timeline, key);

    public RunningTimeline Timeline { get; }

    public string Key { get; }

    public static async Task<AdminClient> Open(Databases databases, DatabaseKind kind, params string[] settings)
    {
        var timeline = await RunningTimeline.Start(databases, kind, settings: settings);
        return new AdminClient(timeline, await NewKey(timeline, "admin"));
    }

    /// <summary>A client of a timeline that runs already.</summary>
    public static async Task<AdminClient> OpenAt(RunningTimeline timeline) => new(timeline, await NewKey(timeline, "admin"));

    public Task<string> NewKey(params string[] scopes) => NewKey(Timeline, scopes);

    /// <summary>An article as it is posted.</summary>
    public static JsonObject Article(string text = Story, string published = "2025-03-14", string rights = "show") =>
        new()
        {
            ["published"] = published,
            ["title"] = "Dockers and city talk again",
            ["text"] = text,
            ["textRights"] = rights,
        };

    public Task<ApiResponse> Post(string path, JsonNode? body, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Post, path, body?.ToJsonString() ?? "", headers);

    /// <summary>Sends with the admin key, unless the headers hold another.</summary>
    public async Task<ApiResponse> Send(HttpMethod method, string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
                headers.FirstOrDefault(header => header.Name == "Content-Type").Value ?? "application/json"
            );
        }

        if (headers.All(header => header.Name != "Authorization"))
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Key}");
        foreach (var (name, value) in headers.Where(header => header.Name != "Content-Type" && header.Value != ""))
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Timeline.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    public Task<ApiResponse> Get(string path) => Timeline.Get(path, ("Authorization", $"Bearer {Key}"));

    /// <summary>Posts the story and answers with what was read.</summary>
    public async Task<JsonNode> PostStory(string text = Story, string published = "2025-03-14", string rights = "show")
    {
        var answer = await Post("/v1/articles", Article(text, published, rights));
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        return answer.Json;
    }

    public ValueTask DisposeAsync() => Timeline.DisposeAsync();

    private static Task<string> NewKey(RunningTimeline timeline, params string[] scopes) =>
        timeline.Store.Write("test", transaction => AccessKeys.Create(transaction, "test", scopes, timeline.Time.GetUtcNow(), null));
}
