using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Posting;

public class ArticleTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task What_is_read_in_an_article_is_answered_with_ids_and_its_spans_hold_what_they_say(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);

        var answer = await desk.Post("/v1/articles", Desk.Article());

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var read = answer.Json;
        Assert.Equal($"/v1/articles/{read["article"]!["id"]}", answer.Header("Location"));
        Assert.True((bool)read["created"]!);
        var tuesday = read["expressions"]!.AsArray().Single(e => (string)e!["phrase"]! == "Tuesday")!;
        Assert.Equal("2025-03-11", (string)tuesday["date"]!);
        Assert.Equal("Tuesday", Desk.Story[(int)tuesday["start"]!..(int)tuesday["end"]!]);
        Assert.Contains(read["claims"]!.AsArray(), claim => (string)claim!["stance"]! == "denies" && claim["id"] is not null);
        Assert.All(read["events"]!.AsArray(), found => Assert.StartsWith("evt_", (string)found!["id"]!));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_same_text_again_is_the_same_article_and_the_same_url_with_another_text_is_a_new_version(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        var first = Desk.Article();
        first["url"] = "https://example.org/story";
        var id = (string)(await desk.Post("/v1/articles", first)).Json["article"]!["id"]!;

        var again = await desk.Post("/v1/articles", first);
        Assert.Equal((HttpStatusCode.OK, false, id), (again.Status, (bool)again.Json["created"]!, (string)again.Json["article"]!["id"]!));

        var changed = Desk.Article(Desk.Story + " Nobody was hurt.");
        changed["url"] = "https://example.org/story";
        var next = await desk.Post("/v1/articles", changed);
        Assert.Equal((HttpStatusCode.Created, id), (next.Status, (string)next.Json["article"]!["replaces"]!));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_second_article_about_an_event_makes_no_twin_of_it(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        await desk.PostStory("The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget.");

        await desk.PostStory(
            "The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget again.",
            "2025-03-15"
        );
        await desk.PostStory("Mayor Ana Ruiz and the Halden council discussed the harbour on 4 March 2025, she said.", "2025-03-16");

        var events = (await desk.Get("/v1/events?review=any&from=2025-03-04&to=2025-03-04&match=within")).Items;
        var met = Assert.Single(events, item => ((string)item["title"]!).Contains(" met ", StringComparison.Ordinal));
        Assert.Equal(2, (int)met["articleCount"]!);
        var discussed = Assert.Single(events, item => item != met);
        var merge = Assert.Single((await desk.Get("/v1/merges")).Items);
        Assert.Equal(((string)discussed["id"]!, (string)met["id"]!), ((string)merge["event"]!, (string)merge["into"]!));
        Assert.InRange((double)merge["likeness"]!, 0.3, 0.5);

        Assert.Equal(200, (int)(await desk.Post($"/v1/merges/{merge["id"]}/review", new JsonObject { ["decision"] = "accepted" })).Status);
        Assert.Equal(409, (int)(await desk.Post($"/v1/merges/{merge["id"]}/review", new JsonObject { ["decision"] = "rejected" })).Status);
        var one = Assert.Single((await desk.Get("/v1/events?review=any&from=2025-03-04&to=2025-03-04&match=within")).Items);
        Assert.Equal(3, (int)one["articleCount"]!);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_merge_moves_the_claims_and_the_event_that_goes_leads_to_the_one_that_stays(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        var ids = (await desk.PostStory())["events"]!.AsArray().Select(found => (string)found!["id"]!).Take(3).ToList();
        var before = await desk.Get($"/v1/events?review=any&count=true");

        var claims = (await desk.Get($"/v1/events/{ids[0]}/claims?review=any")).Ids;
        var merged = await desk.Post($"/v1/events/{ids[0]}/merge", new JsonObject { ["into"] = ids[1] });

        Assert.Equal(HttpStatusCode.OK, merged.Status);
        Assert.Equal((int)before.Json["total"]! - 1, (int)(await desk.Get("/v1/events?review=any&count=true")).Json["total"]!);
        Assert.Subset((await desk.Get($"/v1/events/{ids[1]}/claims?review=any")).Ids.ToHashSet(), claims.ToHashSet());
        var moved = await desk.Get($"/v1/events/{ids[0]}/claims?review=any&limit=1");
        Assert.Equal((308, $"/v1/events/{ids[1]}/claims?review=any&limit=1"), ((int)moved.Status, moved.Header("Location")));
        Assert.Equal(404, (int)(await desk.Timeline.Get($"/v1/events/{ids[0]}")).Status);
        Assert.Equal(ids[1], (string)(await desk.Post($"/v1/events/{ids[2]}/merge", new JsonObject { ["into"] = ids[0] })).Json["id"]!);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_text_is_shown_kept_or_not_kept_as_its_rights_say(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        foreach (var (rights, publicly, reviewed) in new[] { ("show", true, true), ("keep", false, true), ("none", false, false) })
        {
            var text = $"Port Halden closed on 5 May 2024, Mayor Ana Ruiz said. It was a case of {rights}.";
            var read = await desk.PostStory(text, rights: rights);
            var id = (string)read["article"]!["id"]!;
            await desk.Post($"/v1/articles/{id}/review", new JsonObject { ["decision"] = "accepted" });

            Assert.Equal(publicly, (await desk.Timeline.Get($"/v1/articles/{id}")).Json["text"] is not null);
            Assert.Equal(reviewed, (await desk.Get($"/v1/articles/{id}?review=any")).Json["text"] is not null);
            var claims = (await desk.Timeline.Get($"/v1/claims?article={id}")).Items;
            Assert.NotEmpty(claims);
            Assert.All(claims, claim => Assert.Equal(publicly, claim["quote"]!["exact"] is not null));
            Assert.All(claims, claim => Assert.NotEmpty(claim["quote"]!["spans"]!.AsArray()));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Changing_and_deleting_take_the_tag_of_what_was_seen(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        var path = $"/v1/articles/{(await desk.PostStory())["article"]!["id"]}";
        var tag = (await desk.Get(path + "?review=any")).Header("ETag")!;
        const string patch = """{"byline": "Jo Example", "textRights": "none"}""";

        Assert.Equal(428, (int)(await desk.Send(HttpMethod.Patch, path, patch)).Status);
        Assert.Equal(412, (int)(await desk.Send(HttpMethod.Patch, path, patch, ("If-Match", "\"other\""))).Status);
        var changed = await desk.Send(HttpMethod.Patch, path, patch, ("If-Match", tag));
        Assert.Equal((200, "Jo Example", 2), ((int)changed.Status, (string)changed.Json["byline"]!, (int)changed.Json["version"]!));
        Assert.All((await desk.Get("/v1/claims?review=any")).Items, claim => Assert.Null(claim["quote"]!["exact"]));

        var stale = await desk.Send(HttpMethod.Delete, path, "", ("If-Match", tag));
        Assert.Equal((412, changed.Header("ETag")), ((int)stale.Status, (string)stale.Json["currentETag"]!));
        Assert.Equal(204, (int)(await desk.Send(HttpMethod.Delete, path, "", ("If-Match", changed.Header("ETag")!))).Status);
        Assert.Equal(410, (int)(await desk.Get(path + "?review=any")).Status);
        Assert.Empty((await desk.Get("/v1/events?review=any")).Items);
    }

    [Fact]
    public async Task An_idempotency_key_gives_the_same_answer_again_and_no_other_body()
    {
        await using var desk = await Desk.Open(databases, DatabaseKind.Sqlite);
        var first = await desk.Post("/v1/articles", Desk.Article(), ("Idempotency-Key", "a"));
        var again = await desk.Post("/v1/articles", Desk.Article(), ("Idempotency-Key", "a"));
        var other = await desk.Post("/v1/articles", Desk.Article("Another text of 5 May 2024."), ("Idempotency-Key", "a"));

        Assert.Equal((201, 201, 422), ((int)first.Status, (int)again.Status, (int)other.Status));
        Assert.Equal(first.Text, again.Text);
        Assert.Single((await desk.Get("/v1/articles?review=any")).Items);
    }

    [Theory]
    [InlineData(
        "html",
        "<html><head><title>Quay closed</title></head><body><nav>Home | Sport</nav><article><h1>Quay closed</h1><p>The quay of Halden was closed on 5 May 2024, Mayor Ana Ruiz said, and the harbour master agreed that it was unsafe for ships of any size.</p><p>It had been built in 1961 by the city.</p></article><script>alert(1)</script></body></html>"
    )]
    [InlineData(
        "markdown",
        "# Quay closed\n\nThe quay of Halden was **closed** on 5 May 2024, [Mayor Ana Ruiz](https://example.org) said.\n\nIt had been built in 1961 by the city."
    )]
    public async Task Spans_point_into_the_cleaned_text(string form, string content)
    {
        await using var desk = await Desk.Open(databases, DatabaseKind.Sqlite);

        var read = (await desk.Post("/v1/extractions", new JsonObject { ["published"] = "2024-05-06", [form] = content })).Json;

        var text = (string)read["text"]!;
        Assert.DoesNotContain("alert", text);
        Assert.DoesNotContain("**", text);
        Assert.Contains("closed on 5 May 2024", text);
        Assert.All(read["expressions"]!.AsArray(), e => Assert.Equal((string)e!["phrase"]!, text[(int)e["start"]!..(int)e["end"]!]));
        Assert.Contains(read["expressions"]!.AsArray(), e => (string?)e!["date"] == "2024-05-05");
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            (string)read["article"]!["sha256"]!
        );
    }

    [Fact]
    public async Task Offsets_are_code_points_where_the_text_holds_characters_beyond_the_basic_plane()
    {
        await using var desk = await Desk.Open(databases, DatabaseKind.Sqlite);
        const string text = "🚢🚢 The quay of Halden was closed on 5 May 2024, Mayor Ana Ruiz said.";

        var claims = (await desk.PostStory(text))["article"] is not null ? (await desk.Get("/v1/claims?review=any")).Items : [];

        Assert.NotEmpty(claims);
        var runes = text.EnumerateRunes().ToArray();
        foreach (var quote in claims.Select(claim => claim["quote"]!))
        {
            var pieces = quote["spans"]!
                .AsArray()
                .Select(span => string.Concat(runes[(int)span![0]!..(int)span[1]!].Select(rune => rune.ToString())));
            Assert.Equal((string)quote["exact"]!, string.Join(" … ", pieces));
        }
    }
}
