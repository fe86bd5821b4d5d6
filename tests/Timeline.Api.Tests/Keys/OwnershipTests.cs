using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Keys;

/// <summary>A key does to other people's things only what its scope allows; what it may not see, it is told, is not there.</summary>
public class OwnershipTests(Databases databases)
{
    private const string Patch = """{"byline":"Jo Example"}""";

    [Theory]
    [OnEveryDatabase]
    public async Task A_writer_changes_and_deletes_his_own_draft_and_nobody_elses(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var (owner, stranger) = (await admin.NewKey("write"), await admin.NewKey("write"));
        var path = await Post(admin, owner);
        var tag = (await Get(admin, path + "?review=proposed", owner)).Header("ETag") ?? "\"unseen\"";

        Assert.Equal(404, (int)(await Get(admin, path + "?review=proposed", stranger)).Status);
        Assert.Equal(404, (int)(await Send(admin, HttpMethod.Patch, path, Patch, stranger, tag)).Status);
        Assert.Equal(404, (int)(await Send(admin, HttpMethod.Delete, path, "", stranger, tag)).Status);
        var changed = await Send(admin, HttpMethod.Patch, path, Patch, owner, tag);
        Assert.Equal((200, "Jo Example"), ((int)changed.Status, (string?)changed.Json["byline"]));
        Assert.Equal(204, (int)(await Send(admin, HttpMethod.Delete, path, "", owner, changed.Header("ETag")!)).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_writer_reads_his_own_drafts_and_nobody_elses(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var (owner, stranger) = (await admin.NewKey("write"), await admin.NewKey("write"));
        await Post(admin, owner);
        var all = await admin.Get("/v1/events?review=proposed");

        foreach (var list in CanaryDrafts.Lists)
        {
            Assert.NotEmpty((await Get(admin, $"/v1/{list}?review=proposed", owner)).Items);
            Assert.Empty((await Get(admin, $"/v1/{list}?review=proposed", stranger)).Items);
        }

        Assert.Equal(all.Ids, (await Get(admin, "/v1/events?review=proposed", owner)).Ids);
        foreach (var id in all.Ids)
            Assert.Equal(404, (int)(await Get(admin, $"/v1/events/{id}?review=proposed", stranger)).Status);
        foreach (var review in (string[])["any", "accepted", "rejected"])
            Assert.Equal(403, (int)(await Get(admin, $"/v1/events?review={review}", owner)).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Two_writers_who_tell_of_one_happening_see_nothing_of_each_others_drafts(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var keys = new[] { await admin.NewKey("write"), await admin.NewKey("write") };
        await Post(admin, keys[0], "The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget.");
        await Post(admin, keys[1], "The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget again.");

        foreach (var key in keys)
        {
            var own = Assert.Single((await Get(admin, "/v1/articles?review=proposed", key)).Ids);
            Assert.All((await Get(admin, "/v1/claims?review=proposed", key)).Items, claim => Assert.Equal(own, (string)claim["article"]!));
            Assert.All((await Get(admin, "/v1/events?review=proposed", key)).Items, found => Assert.Equal(1, (int)found["articleCount"]!));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_is_public_is_changed_and_deleted_by_reviewers_only(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var (owner, stranger, reviewer) = (await admin.NewKey("write"), await admin.NewKey("write"), await admin.NewKey("review"));
        var path = await Post(admin, owner);
        Assert.Equal(200, (int)(await admin.Post($"{path}/review", new JsonObject { ["decision"] = "accepted" })).Status);
        var tag = (await admin.Timeline.Get(path)).Header("ETag")!;

        foreach (var key in (string[])[owner, stranger])
        {
            Assert.Equal((403, "scope_missing"), StatusAndCode(await Send(admin, HttpMethod.Patch, path, Patch, key, tag)));
            Assert.Equal((403, "scope_missing"), StatusAndCode(await Send(admin, HttpMethod.Delete, path, "", key, tag)));
        }

        Assert.Equal(200, (int)(await admin.Timeline.Get(path)).Status);
        Assert.Equal(200, (int)(await Send(admin, HttpMethod.Patch, path, Patch, reviewer, tag)).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_article_of_which_one_claim_is_accepted_is_no_longer_its_writers_to_delete(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var owner = await admin.NewKey("write");
        var path = await Post(admin, owner);
        var draft = (await admin.Get("/v1/events?review=proposed")).Ids[0];
        Assert.Equal(200, (int)(await admin.Post($"/v1/events/{draft}/review", new JsonObject { ["decision"] = "accepted" })).Status);
        var tag = (await admin.Timeline.Get(path)).Header("ETag")!;

        Assert.Equal((403, "scope_missing"), StatusAndCode(await Send(admin, HttpMethod.Delete, path, "", owner, tag)));
        Assert.NotEmpty((await admin.Timeline.Get("/v1/events")).Items);
    }

    [Theory]
    [InlineData("POST", "/v1/articles?review=accepted")]
    [InlineData("POST", "/v1/reviews")]
    [InlineData("POST", "/v1/events/{event}/review")]
    [InlineData("POST", "/v1/claims/{claim}/review")]
    [InlineData("POST", "{article}/review")]
    [InlineData("POST", "/v1/events/{event}/merge")]
    [InlineData("GET", "/v1/merges")]
    public async Task A_key_with_only_write_does_no_reviewers_work_not_even_on_its_own_things(string method, string path)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var owner = await admin.NewKey("write");
        var article = await Post(admin, owner);
        var (events, claims) = ((await admin.Get("/v1/events?review=proposed")).Ids, (await admin.Get("/v1/claims?review=proposed")).Ids);
        var target = path.Replace("{event}", events[0]).Replace("{claim}", claims[0]).Replace("{article}", article);
        var body =
            method == "GET"
                ? ""
                : path.Split('/')[^1] switch
                {
                    "merge" => new JsonObject { ["into"] = events[1] }.ToJsonString(),
                    "articles?review=accepted" => AdminClient.Article("Another text of 5 May 2024, Ana Ruiz said.").ToJsonString(),
                    _ => """{"decision":"accepted"}""",
                };

        var answer = await admin.Send(new HttpMethod(method), target, body, ("Authorization", $"Bearer {owner}"));

        Assert.Equal((403, "scope_missing"), StatusAndCode(answer));
        Assert.Empty((await admin.Timeline.Get("/v1/events")).Items);
    }

    [Theory]
    [InlineData("write")]
    [InlineData("write review")]
    [InlineData("admin")]
    public async Task Nobody_gives_an_article_an_address_that_a_browser_would_run(string scope)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var key = await admin.NewKey(scope.Split(' '));
        var path = await Post(admin, key);
        var tag = (await admin.Get(path + "?review=any")).Header("ETag")!;

        foreach (var url in (string[])["javascript:alert(1)", "JavaScript:x", " javascript:x", "data:,x", "//x.example", "file:///x"])
        {
            var patch = new JsonObject { ["textRights"] = "show", ["url"] = url };
            var answer = await Send(admin, HttpMethod.Patch, path, patch.ToJsonString(), key, tag);
            Assert.Equal((400, "validation_failed"), StatusAndCode(answer));
            Assert.Contains(answer.Json["errors"]!.AsArray(), fault => (string?)fault!["pointer"] == "/url");
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_star_in_If_Match_is_no_way_round_a_version(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var path = await Post(admin, admin.Key);

        foreach (var (match, status) in ((string, int)[])[("*", 428), ("* ", 428), ("\"other\", *", 412)])
        {
            Assert.Equal(status, (int)(await Send(admin, HttpMethod.Patch, path, Patch, admin.Key, match)).Status);
            Assert.Equal(status, (int)(await Send(admin, HttpMethod.Delete, path, "", admin.Key, match)).Status);
        }

        Assert.Equal(200, (int)(await admin.Get(path + "?review=any")).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_a_writer_posts_is_not_answered_with_other_peoples_drafts(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var (owner, stranger) = (await admin.NewKey("write"), await admin.NewKey("write"));
        Assert.Equal(
            201,
            (int)(await admin.Post("/v1/articles", CanaryDrafts.CreateArticle(), ("Authorization", $"Bearer {owner}"))).Status
        );
        var guess = AdminClient.Article("The quay of Halden was closed on 5 May 2024, Ana Ruiz said.");
        guess["url"] = (string)CanaryDrafts.CreateArticle()["url"]!;

        var answer = await admin.Post("/v1/articles", guess, ("Authorization", $"Bearer {stranger}"));

        Assert.Equal(201, (int)answer.Status);
        Assert.Null(answer.Json["article"]!["replaces"]);
    }

    /// <summary>Posts an article; its path.</summary>
    private static async Task<string> Post(AdminClient admin, string key, string text = AdminClient.Story)
    {
        var posted = await admin.Post("/v1/articles", AdminClient.Article(text), ("Authorization", $"Bearer {key}"));
        Assert.Equal(201, (int)posted.Status);
        return posted.Header("Location")!;
    }

    private static Task<ApiResponse> Get(AdminClient admin, string path, string key) =>
        admin.Timeline.Get(path, ("Authorization", $"Bearer {key}"));

    private static Task<ApiResponse> Send(AdminClient admin, HttpMethod method, string path, string body, string key, string match) =>
        admin.Send(method, path, body, ("Authorization", $"Bearer {key}"), ("If-Match", match));

    private static (int, string?) StatusAndCode(ApiResponse answer) => ((int)answer.Status, (string?)answer.Json["code"]);
}
