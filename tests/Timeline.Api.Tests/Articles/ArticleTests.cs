using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Articles;

public class ArticleTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_text_is_shown_kept_or_not_kept_as_its_rights_say(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        foreach (var (rights, publicly, reviewed) in new[] { ("show", true, true), ("keep", false, true), ("none", false, false) })
        {
            var text = $"Port Halden closed on 5 May 2024, Mayor Ana Ruiz said. It was a case of {rights}.";
            var read = await admin.PostStory(text, rights: rights);
            var id = (string)read["article"]!["id"]!;
            await admin.Post($"/v1/articles/{id}/review", new JsonObject { ["decision"] = "accepted" });

            Assert.Equal(publicly, (await admin.Timeline.Get($"/v1/articles/{id}")).Json["text"] is not null);
            Assert.Equal(reviewed, (await admin.Get($"/v1/articles/{id}?review=any")).Json["text"] is not null);
            var claims = (await admin.Timeline.Get($"/v1/claims?article={id}")).Items;
            Assert.NotEmpty(claims);
            Assert.All(claims, claim => Assert.Equal(publicly, claim["quote"]!["exact"] is not null));
            Assert.All(claims, claim => Assert.NotEmpty(claim["quote"]!["spans"]!.AsArray()));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Changing_and_deleting_take_the_tag_of_what_was_seen(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var path = $"/v1/articles/{(await admin.PostStory())["article"]!["id"]}";
        var tag = (await admin.Get(path + "?review=any")).Header("ETag")!;
        const string patch = """{"byline": "Jo Example", "textRights": "none"}""";

        Assert.Equal(428, (int)(await admin.Send(HttpMethod.Patch, path, patch)).Status);
        Assert.Equal(412, (int)(await admin.Send(HttpMethod.Patch, path, patch, ("If-Match", "\"other\""))).Status);
        var changed = await admin.Send(HttpMethod.Patch, path, patch, ("If-Match", tag));
        Assert.Equal((200, "Jo Example", 2), ((int)changed.Status, (string)changed.Json["byline"]!, (int)changed.Json["version"]!));
        Assert.All((await admin.Get("/v1/claims?review=any")).Items, claim => Assert.Null(claim["quote"]!["exact"]));

        var stale = await admin.Send(HttpMethod.Delete, path, "", ("If-Match", tag));
        Assert.Equal((412, changed.Header("ETag")), ((int)stale.Status, (string)stale.Json["currentETag"]!));
        Assert.Equal(204, (int)(await admin.Send(HttpMethod.Delete, path, "", ("If-Match", changed.Header("ETag")!))).Status);
        Assert.Equal(410, (int)(await admin.Get(path + "?review=any")).Status);
        Assert.Empty((await admin.Get("/v1/events?review=any")).Items);
    }
}
