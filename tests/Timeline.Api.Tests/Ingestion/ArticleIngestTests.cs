using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Ingestion;

public class ArticleIngestTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task What_is_read_in_an_article_is_answered_with_ids_and_its_spans_hold_what_they_say(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);

        var answer = await admin.Post("/v1/articles", AdminClient.Article());

        Assert.Equal(HttpStatusCode.Created, answer.Status);
        var read = answer.Json;
        Assert.Equal($"/v1/articles/{read["article"]!["id"]}", answer.Header("Location"));
        Assert.True((bool)read["created"]!);
        var tuesday = read["expressions"]!.AsArray().Single(e => (string)e!["phrase"]! == "Tuesday")!;
        Assert.Equal("2025-03-11", (string)tuesday["date"]!);
        Assert.Equal("Tuesday", AdminClient.Story[(int)tuesday["start"]!..(int)tuesday["end"]!]);
        Assert.Contains(read["claims"]!.AsArray(), claim => (string)claim!["stance"]! == "denies" && claim["id"] is not null);
        Assert.All(read["events"]!.AsArray(), found => Assert.StartsWith("evt_", (string)found!["id"]!));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task The_same_text_again_is_the_same_article_and_the_same_url_with_another_text_is_a_new_version(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var first = AdminClient.Article();
        first["url"] = "https://example.org/story";
        var id = (string)(await admin.Post("/v1/articles", first)).Json["article"]!["id"]!;

        var again = await admin.Post("/v1/articles", first);
        Assert.Equal((HttpStatusCode.OK, false, id), (again.Status, (bool)again.Json["created"]!, (string)again.Json["article"]!["id"]!));

        var changed = AdminClient.Article(AdminClient.Story + " Nobody was hurt.");
        changed["url"] = "https://example.org/story";
        var next = await admin.Post("/v1/articles", changed);
        Assert.Equal((HttpStatusCode.Created, id), (next.Status, (string)next.Json["article"]!["replaces"]!));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_second_article_about_an_event_makes_no_twin_of_it(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        await admin.PostStory("The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget.");

        await admin.PostStory(
            "The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget again.",
            "2025-03-15"
        );
        await admin.PostStory(
            "Mayor Ana Ruiz and the Halden council discussed winter ferries and tolls on 4 March 2025, she said.",
            "2025-03-16"
        );

        var events = (await admin.Get("/v1/events?review=any&from=2025-03-04&to=2025-03-04&match=within")).Items;
        var met = Assert.Single(events, item => ((string)item["title"]!).Contains(" met ", StringComparison.Ordinal));
        Assert.Equal(2, (int)met["articleCount"]!);
        var discussed = Assert.Single(events, item => item != met);
        var merge = Assert.Single((await admin.Get("/v1/merges")).Items);
        Assert.Equal(((string)discussed["id"]!, (string)met["id"]!), ((string)merge["event"]!, (string)merge["into"]!));
        Assert.InRange((double)merge["likeness"]!, 0.3, 0.5);

        Assert.Equal(200, (int)(await admin.Post($"/v1/merges/{merge["id"]}/review", new JsonObject { ["decision"] = "accepted" })).Status);
        Assert.Equal(409, (int)(await admin.Post($"/v1/merges/{merge["id"]}/review", new JsonObject { ["decision"] = "rejected" })).Status);
        var one = Assert.Single((await admin.Get("/v1/events?review=any&from=2025-03-04&to=2025-03-04&match=within")).Items);
        Assert.Equal(3, (int)one["articleCount"]!);
    }

    [Theory]
    [InlineData(
        "html",
        "<html><head><title>Quay closed</title></head><body><nav>Home | Sport</nav>"
            + "<article><h1>Quay closed</h1><p>The quay of Halden was closed on 5 May 2024, Mayor Ana Ruiz said, "
            + "and the harbour master agreed that it was unsafe for ships of any size.</p>"
            + "<p>It had been built in 1961 by the city.</p></article><script>alert(1)</script></body></html>"
    )]
    [InlineData(
        "markdown",
        "# Quay closed\n\nThe quay of Halden was **closed** on 5 May 2024, [Mayor Ana Ruiz](https://example.org) said."
            + "\n\nIt had been built in 1961 by the city."
    )]
    public async Task Spans_point_into_the_cleaned_text(string form, string content)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var read = (await admin.Post("/v1/extractions", new JsonObject { ["published"] = "2024-05-06", [form] = content })).Json;

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
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        const string text = "🚢🚢 The quay of Halden was closed on 5 May 2024, Mayor Ana Ruiz said.";

        var claims = (await admin.PostStory(text))["article"] is not null ? (await admin.Get("/v1/claims?review=any")).Items : [];

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
