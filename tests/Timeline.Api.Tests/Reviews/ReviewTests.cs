using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Reviews;

public class ReviewTests(Databases databases)
{
    private static readonly JsonObject Accept = new() { ["decision"] = "accepted" };
    private static readonly JsonObject Reject = new() { ["decision"] = "rejected", ["note"] = "Not in the article" };

    [Theory]
    [OnEveryDatabase]
    public async Task Only_what_was_accepted_is_seen_without_a_key(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var proposed = (await admin.PostStory())["events"]!.AsArray().Select(found => (string)found!["id"]!).ToList();
        Assert.Empty((await admin.Timeline.Get("/v1/events")).Items);
        Assert.Empty((await admin.Timeline.Get("/v1/articles")).Items);
        Assert.Empty((await admin.Timeline.Get("/v1/actors")).Items);
        Assert.Equal(proposed.Order(), (await admin.Get("/v1/events?review=proposed")).Ids.Order());

        Assert.Equal(200, (int)(await admin.Post($"/v1/events/{proposed[0]}/review", Accept.DeepClone())).Status);
        Assert.Equal(200, (int)(await admin.Post($"/v1/events/{proposed[1]}/review", Reject.DeepClone())).Status);

        Assert.Equal([proposed[0]], (await admin.Timeline.Get("/v1/events")).Ids);
        Assert.Equal([proposed[1]], (await admin.Get("/v1/events?review=rejected")).Ids);
        Assert.Equal(404, (int)(await admin.Timeline.Get($"/v1/events/{proposed[1]}")).Status);
        Assert.Single((await admin.Timeline.Get("/v1/articles")).Items);
        Assert.All((await admin.Timeline.Get("/v1/claims")).Items, claim => Assert.Equal(proposed[0], (string)claim["event"]!));
        var actor = (string)(await admin.Timeline.Get("/v1/events")).Items[0]["actors"]![0]!["name"]!;
        Assert.Contains(
            proposed[0],
            (await admin.Timeline.Get($"/v1/events?actor={Uri.EscapeDataString(actor)}&from=2019&to=2026&undated=include")).Ids
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_whole_article_is_accepted_at_once_and_a_second_decision_is_refused(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var read = await admin.PostStory();
        var path = $"/v1/articles/{read["article"]!["id"]}/review";

        var decided = await admin.Post(path, Accept.DeepClone());
        var again = await admin.Post(path, Reject.DeepClone());

        Assert.Equal((200, 409, "already_reviewed"), ((int)decided.Status, (int)again.Status, (string)again.Json["code"]!));
        Assert.Equal(read["events"]!.AsArray().Count, (await admin.Timeline.Get("/v1/events")).Items.Count);
        Assert.Empty((await admin.Get("/v1/claims?review=proposed")).Items);
        Assert.Empty((await admin.Get("/v1/events?review=rejected")).Items);
        Assert.Empty((await admin.Get("/v1/claims?review=rejected")).Items);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Many_are_decided_on_at_once_all_or_nothing(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var ids = (await admin.PostStory())["events"]!.AsArray().Select(found => found!["id"]!.DeepClone()).ToArray();

        var wrong = await admin.Post(
            "/v1/reviews",
            new JsonObject { ["decision"] = "accepted", ["events"] = new JsonArray(ids[0].DeepClone(), "evt_nonsense") }
        );
        Assert.Equal(400, (int)wrong.Status);
        Assert.Empty((await admin.Timeline.Get("/v1/events")).Items);

        var decided = await admin.Post("/v1/reviews", new JsonObject { ["decision"] = "accepted", ["events"] = new JsonArray(ids) });
        Assert.Equal(ids.Length, (int)decided.Json["events"]!);
        Assert.Equal(ids.Length, (await admin.Timeline.Get("/v1/events")).Items.Count);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_fits_a_filter_is_decided_on_and_nothing_else(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        await admin.PostStory();
        var fitting = (await admin.Get("/v1/events?review=proposed&from=2025-03&to=2025-03")).Ids;
        var others = (await admin.Get("/v1/events?review=proposed")).Ids.Except(fitting).ToList();
        Assert.NotEmpty(fitting);
        Assert.NotEmpty(others);

        var decided = await admin.Post("/v1/reviews?from=2025-03&to=2025-03", new JsonObject { ["decision"] = "accepted" });

        Assert.Equal((200, fitting.Count), ((int)decided.Status, (int)decided.Json["events"]!));
        Assert.Equal(fitting.Order(), (await admin.Timeline.Get("/v1/events")).Ids.Order());
        Assert.Equal(others.Order(), (await admin.Get("/v1/events?review=proposed")).Ids.Order());
    }

    [Theory]
    [InlineData("", """{"decision": "accepted"}""", "/events:required")]
    [InlineData("?from=2024", """{"decision": "accepted", "article": "art_0jrrbe6000001"}""", "/events:required")]
    [InlineData("?actor=nobody", """{"decision": "accepted"}""", "actor:unknown_reference")]
    [InlineData("?colour=red", """{"decision": "accepted"}""", "colour:unknown_parameter")]
    [InlineData("?review=any", """{"decision": "accepted"}""", "review:unknown_parameter")]
    public async Task Many_are_decided_on_by_name_or_by_a_filter_that_is_understood(string query, string body, string fault)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await admin.Send(HttpMethod.Post, "/v1/reviews" + query, body);

        Assert.Equal([fault], ProblemShape.Faults(answer));
    }

    [Theory]
    [InlineData("write", "/v1/articles", 201)]
    [InlineData("review", "/v1/articles", 201)]
    [InlineData("write", "/v1/reviews", 403)]
    [InlineData("review", "/v1/reviews", 200)]
    [InlineData("admin", "/v1/reviews", 200)]
    public async Task A_key_does_what_its_scopes_allow(string scope, string path, int expected)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var key = await admin.NewKey(scope);
        JsonNode body =
            path == "/v1/articles"
                ? AdminClient.Article()
                : new JsonObject { ["decision"] = "accepted", ["article"] = "art_0jrrbe6000001" };

        Assert.Equal(expected, (int)(await admin.Post(path, body, ("Authorization", $"Bearer {key}"))).Status);
    }

    [Theory]
    [InlineData("/v1/articles")]
    [InlineData("/v1/reviews")]
    [InlineData("/v1/events?review=any")]
    public async Task Without_a_key_or_with_a_wrong_one_nothing_is_written_and_nothing_hidden_is_seen(string path)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var method = path.Contains('?') ? HttpMethod.Get : HttpMethod.Post;
        foreach (var wrong in new[] { "", "Bearer tl_0_0", $"Bearer {admin.Key}0", $"Basic {admin.Key}" })
        {
            var answer = await admin.Send(
                method,
                path,
                method == HttpMethod.Post ? AdminClient.Article().ToJsonString() : "",
                ("Authorization", wrong)
            );
            Assert.Equal((401, "unauthorized"), ((int)answer.Status, (string)answer.Json["code"]!));
            Assert.StartsWith("Bearer", answer.Header("WWW-Authenticate"));
        }
    }
}
