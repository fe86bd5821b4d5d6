using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Articles;

/// <summary>What becomes of an article while it is proposed, and of its id when it is gone.</summary>
public class ProposedArticleTests(Databases databases)
{
    private const string Patch = """{"byline": "Jo Example"}""";

    [Theory]
    [OnEveryDatabase]
    public async Task Whoever_posted_an_article_reads_changes_and_deletes_it_while_it_is_proposed(DatabaseKind kind)
    {
        await using var desk = await AdminClient.Open(databases, kind);
        var writer = Bearer(await desk.NewKey("write"));
        var path = await Post(desk, writer);

        var draft = await desk.Timeline.Get(path + "?review=proposed", writer);
        Assert.Equal((200, AdminClient.Story), ((int)draft.Status, (string?)draft.Json["text"]));
        Assert.NotEmpty((await desk.Timeline.Get("/v1/events?review=proposed", writer)).Items);
        Assert.NotEmpty((await desk.Timeline.Get("/v1/claims?review=proposed", writer)).Items);

        var changed = await desk.Send(HttpMethod.Patch, path, Patch, writer, ("If-Match", draft.Header("ETag")!));
        Assert.Equal((200, "Jo Example"), ((int)changed.Status, (string?)changed.Json["byline"]));
        Assert.Equal(204, (int)(await desk.Send(HttpMethod.Delete, path, "", writer, ("If-Match", changed.Header("ETag")!))).Status);
        Assert.Equal(410, (int)(await desk.Timeline.Get(path + "?review=proposed", writer)).Status);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("accepted")]
    [InlineData("rejected")]
    public async Task What_is_decided_on_is_a_reviewers_alone(string review)
    {
        await using var desk = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await desk.Timeline.Get($"/v1/events?review={review}", Bearer(await desk.NewKey("write")));

        Assert.Equal((403, "scope_missing"), ((int)answer.Status, (string)answer.Json["code"]!));
    }

    [Theory]
    [InlineData("PATCH", "*", 428)]
    [InlineData("DELETE", "*", 428)]
    [InlineData("DELETE", "*, *", 428)]
    [InlineData("DELETE", "\"other\", *", 412)]
    public async Task A_star_is_no_way_round_a_version(string method, string tag, int status)
    {
        await using var desk = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var path = await Post(desk, Bearer(desk.Key));

        var answer = await desk.Send(new HttpMethod(method), path, method == "PATCH" ? Patch : "", ("If-Match", tag));

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(200, (int)(await desk.Get(path + "?review=any")).Status);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//example.org/story")]
    [InlineData("example.org")]
    public async Task An_address_that_is_not_of_the_web_is_refused_in_a_change_too(string url)
    {
        await using var desk = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var path = await Post(desk, Bearer(desk.Key));
        var tag = (await desk.Get(path + "?review=any")).Header("ETag")!;

        var answer = await desk.Send(HttpMethod.Patch, path, new JsonObject { ["url"] = url }.ToJsonString(), ("If-Match", tag));

        Assert.Equal((400, "/url"), ((int)answer.Status, (string)answer.Json["errors"]![0]!["pointer"]!));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_draft_that_was_deleted_was_never_there_for_others_and_is_gone_for_reviewers(DatabaseKind kind)
    {
        await using var desk = await AdminClient.Open(databases, kind);
        var path = await Post(desk, Bearer(desk.Key));
        var @event = (await desk.Get("/v1/events?review=any")).Ids[0];
        await desk.Send(HttpMethod.Delete, path, "", ("If-Match", (await desk.Get(path + "?review=any")).Header("ETag")!));

        foreach (var gone in (string[])[path, $"/v1/events/{@event}"])
        {
            Assert.Equal(404, (int)(await desk.Timeline.Get(gone)).Status);
            Assert.Equal(404, (int)(await desk.Timeline.Get(gone + "?review=proposed", Bearer(await desk.NewKey("write")))).Status);
            Assert.Equal(410, (int)(await desk.Get(gone + "?review=any")).Status);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_everyone_could_see_and_was_deleted_is_gone_for_everyone(DatabaseKind kind)
    {
        await using var desk = await AdminClient.Open(databases, kind);
        var path = await Post(desk, Bearer(desk.Key));
        await desk.Post(path + "/review", new JsonObject { ["decision"] = "accepted" });
        var @event = (await desk.Timeline.Get("/v1/events")).Ids[0];
        await desk.Send(HttpMethod.Delete, path, "", ("If-Match", (await desk.Get(path + "?review=any")).Header("ETag")!));

        foreach (var gone in (string[])[path, $"/v1/events/{@event}"])
            Assert.Equal(410, (int)(await desk.Timeline.Get(gone)).Status);
    }

    private static (string, string) Bearer(string key) => ("Authorization", $"Bearer {key}");

    /// <summary>The path of a new article.</summary>
    private static async Task<string> Post(AdminClient desk, (string, string) key, string text = AdminClient.Story)
    {
        var answer = await desk.Post("/v1/articles", AdminClient.Article(text, rights: "keep"), key);
        Assert.Equal(201, (int)answer.Status);
        return answer.Header("Location")!;
    }
}
