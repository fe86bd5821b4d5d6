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
        await using var admin = await AdminClient.Open(databases, kind);
        var writer = Bearer(await admin.NewKey("write"));
        var path = await Post(admin, writer);

        var draft = await admin.Timeline.Get(path + "?review=proposed", writer);
        Assert.Equal((200, AdminClient.Story), ((int)draft.Status, (string?)draft.Json["text"]));
        Assert.NotEmpty((await admin.Timeline.Get("/v1/events?review=proposed", writer)).Items);
        Assert.NotEmpty((await admin.Timeline.Get("/v1/claims?review=proposed", writer)).Items);

        var changed = await admin.Send(HttpMethod.Patch, path, Patch, writer, ("If-Match", draft.Header("ETag")!));
        Assert.Equal((200, "Jo Example"), ((int)changed.Status, (string?)changed.Json["byline"]));
        Assert.Equal(204, (int)(await admin.Send(HttpMethod.Delete, path, "", writer, ("If-Match", changed.Header("ETag")!))).Status);
        Assert.Equal(410, (int)(await admin.Timeline.Get(path + "?review=proposed", writer)).Status);
    }

    [Theory]
    [InlineData("any")]
    [InlineData("accepted")]
    [InlineData("rejected")]
    public async Task What_is_decided_on_is_a_reviewers_alone(string review)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await admin.Timeline.Get($"/v1/events?review={review}", Bearer(await admin.NewKey("write")));

        Assert.Equal((403, "scope_missing"), ((int)answer.Status, (string)answer.Json["code"]!));
    }

    [Theory]
    [InlineData("PATCH", "*", 428)]
    [InlineData("DELETE", "*", 428)]
    [InlineData("DELETE", "*, *", 428)]
    [InlineData("DELETE", "\"other\", *", 412)]
    public async Task A_star_is_no_way_round_a_version(string method, string tag, int status)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var path = await Post(admin, Bearer(admin.Key));

        var answer = await admin.Send(new HttpMethod(method), path, method == "PATCH" ? Patch : "", ("If-Match", tag));

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(200, (int)(await admin.Get(path + "?review=any")).Status);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//example.org/story")]
    [InlineData("example.org")]
    public async Task An_address_that_is_not_of_the_web_is_refused_in_a_change_too(string url)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var path = await Post(admin, Bearer(admin.Key));
        var tag = (await admin.Get(path + "?review=any")).Header("ETag")!;

        var answer = await admin.Send(HttpMethod.Patch, path, new JsonObject { ["url"] = url }.ToJsonString(), ("If-Match", tag));

        Assert.Equal((400, "/url"), ((int)answer.Status, (string)answer.Json["errors"]![0]!["pointer"]!));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_draft_that_was_deleted_was_never_there_for_others_and_is_gone_for_reviewers(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var path = await Post(admin, Bearer(admin.Key));
        var @event = (await admin.Get("/v1/events?review=any")).Ids[0];
        await admin.Send(HttpMethod.Delete, path, "", ("If-Match", (await admin.Get(path + "?review=any")).Header("ETag")!));

        foreach (var gone in (string[])[path, $"/v1/events/{@event}"])
        {
            Assert.Equal(404, (int)(await admin.Timeline.Get(gone)).Status);
            Assert.Equal(404, (int)(await admin.Timeline.Get(gone + "?review=proposed", Bearer(await admin.NewKey("write")))).Status);
            Assert.Equal(410, (int)(await admin.Get(gone + "?review=any")).Status);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_everyone_could_see_and_was_deleted_is_gone_for_everyone(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var path = await Post(admin, Bearer(admin.Key));
        await admin.Post(path + "/review", new JsonObject { ["decision"] = "accepted" });
        var @event = (await admin.Timeline.Get("/v1/events")).Ids[0];
        await admin.Send(HttpMethod.Delete, path, "", ("If-Match", (await admin.Get(path + "?review=any")).Header("ETag")!));

        foreach (var gone in (string[])[path, $"/v1/events/{@event}"])
            Assert.Equal(410, (int)(await admin.Timeline.Get(gone)).Status);
    }

    private static (string, string) Bearer(string key) => ("Authorization", $"Bearer {key}");

    /// <summary>The path of a new article.</summary>
    private static async Task<string> Post(AdminClient admin, (string, string) key, string text = AdminClient.Story)
    {
        var answer = await admin.Post("/v1/articles", AdminClient.Article(text, rights: "keep"), key);
        Assert.Equal(201, (int)answer.Status);
        return answer.Header("Location")!;
    }
}
