using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Articles;

/// <summary>An article whose rights let its quotes be read, but not its text.</summary>
public class QuotedTextTests(Databases databases)
{
    private const string Export = "/v1/feeds/events.ndjson";

    private static readonly string Text = string.Join(
        ' ',
        Enumerable
            .Range(2, 12)
            .Select(day =>
                $"The harbour board met on {day} March 2025 in Halden to hear what the engineers had found out about crane number {day}. "
                + $"Ana Ruiz said on {day} March 2025 that quay number{day} would stay closed."
            )
    );

    [Theory]
    [OnEveryDatabase]
    public async Task Its_quotes_are_short_and_together_a_quarter_of_the_text_and_stand_without_the_words_around_them(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var id = await PostAccepted(admin);

        var article = await admin.Timeline.Get($"/v1/articles/{id}");
        Assert.Equal(("quote", null), ((string)article.Json["textRights"]!, article.Json["text"]));
        var quotes = (await admin.Timeline.Get("/v1/claims?limit=500")).Items.Select(claim => claim["quote"]!).ToList();
        var shown = quotes.Select(quote => (string?)quote["exact"]).OfType<string>().ToList();
        Assert.NotEmpty(shown);
        Assert.InRange(shown.Count, 1, quotes.Count - 1);
        Assert.InRange(shown.Sum(quote => quote.Length), Text.Length / 8, Text.Length / 4);
        Assert.All(quotes, quote => Assert.Equal((null, null), ((string?)quote["prefix"], (string?)quote["suffix"])));
        Assert.All(quotes, quote => Assert.NotEmpty(quote["spans"]!.AsArray()));
        Assert.Equal(shown.Order(), (await Annotated(admin, id)).Order());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Everyone_finds_a_claim_by_the_words_of_a_quote_that_is_shown_and_of_no_other(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        await PostAccepted(admin);

        foreach (var claim in (await admin.Get("/v1/claims?limit=500&review=any")).Items.Where(claim => claim["speaker"] is not null))
        {
            var path = $"/v1/claims/{claim["id"]}";
            var isShown = (await admin.Timeline.Get(path)).Json["quote"]!["exact"] is not null;
            var word = ((string)claim["quote"]!["exact"]!).Split(' ').Single(word => word.StartsWith("number", StringComparison.Ordinal));
            var found = (await admin.Timeline.Get($"/v1/claims?q={word}")).Ids;
            Assert.Equal(isShown, found.Contains((string)claim["id"]!));
            Assert.Contains((string)claim["id"]!, (await admin.Get($"/v1/claims?q={word}&review=any")).Ids);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_reviewers_key_reads_the_text_and_every_quote_with_the_words_around_it(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var id = await PostAccepted(admin);
        var writer = await admin.NewKey("write");

        foreach (var view in (string[])["", "&review=any"])
        {
            var claims = (await admin.Get($"/v1/claims?limit=500{view}")).Items;
            Assert.All(claims, claim => Assert.NotNull(claim["quote"]!["exact"]));
            Assert.Contains(claims, claim => claim["quote"]!["prefix"] is not null);
            Assert.Equal(Text, (string)(await admin.Get($"/v1/articles/{id}?{view.TrimStart('&')}")).Json["text"]!);
        }

        var others = await admin.Timeline.Get("/v1/claims?limit=500", ("Authorization", $"Bearer {writer}"));
        Assert.Equal((await admin.Timeline.Get("/v1/claims?limit=500")).Text, others.Text);
        Assert.NotEqual(others.Header("ETag"), (await admin.Get("/v1/claims?limit=500")).Header("ETag"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Rights_that_change_show_more_or_less_at_once(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var path = $"/v1/articles/{await PostAccepted(admin)}";
        var limited = await CountShown(admin);

        await Change(admin, path, "keep");
        Assert.Equal(0, await CountShown(admin));
        await Change(admin, path, "show");
        Assert.Equal((await admin.Timeline.Get("/v1/claims?limit=500")).Items.Count, await CountShown(admin));
        await Change(admin, path, "quote");
        Assert.Equal(limited, await CountShown(admin));
        await Change(admin, path, "none");
        Assert.Equal(0, await CountShown(admin));
        var tag = (await admin.Get(path)).Header("ETag")!;
        var refused = await admin.Send(HttpMethod.Patch, path, """{"textRights":"quote"}""", ("If-Match", tag));
        Assert.Equal(400, (int)refused.Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_is_accepted_later_takes_its_share_from_those_behind_it_whose_events_change_by_that(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var article = AdminClient.Article(Text, rights: "quote");
        var events = (await admin.Post("/v1/articles", article)).Json["events"]!.AsArray().Select(found => (string)found!["id"]!).ToList();
        foreach (var id in events.Skip(3))
            await Accept(admin, id);
        var before = (await ShownClaims(admin)).Select(claim => (string)claim["event"]!).ToList();
        var versions = await Versions(admin);

        foreach (var id in events.Take(3))
            await Accept(admin, id);

        var after = await ShownClaims(admin);
        Assert.InRange(after.Sum(claim => ((string)claim["quote"]!["exact"]!).Length), 1, Text.Length / 4);
        var displaced = before.Except(after.Select(claim => (string)claim["event"]!)).ToList();
        Assert.NotEmpty(displaced);
        var now = await Versions(admin);
        Assert.All(displaced, id => Assert.True(versions[id] < now[id], id));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_export_shows_as_many_quotes_where_it_is_imported_whoever_made_it(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        await PostAccepted(admin);
        var shown = (await ShownClaims(admin)).Select(claim => (string)claim["id"]!).ToList();

        foreach (var export in new[] { await admin.Timeline.Get(Export), await admin.Get(Export), await admin.Get(Export + "?review=any") })
        {
            await using var other = await AdminClient.Open(databases, kind);
            await other.Timeline.Load(export.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal(shown, (await ShownClaims(other)).Select(claim => (string)claim["id"]!));
        }
    }

    private static async Task Accept(AdminClient admin, string id) =>
        Assert.Equal(200, (int)(await admin.Post($"/v1/events/{id}/review", new JsonObject { ["decision"] = "accepted" })).Status);

    private static async Task<Dictionary<string, int>> Versions(AdminClient admin) =>
        (await admin.Timeline.Get("/v1/events?limit=500")).Items.ToDictionary(
            found => (string)found["id"]!,
            found => (int)found["version"]!
        );

    private static async Task<string> PostAccepted(AdminClient admin)
    {
        var article = AdminClient.Article(Text);
        article.Remove("textRights");
        var posted = await admin.Post("/v1/articles?review=accepted", article);
        Assert.Equal(201, (int)posted.Status);
        return (string)posted.Json["article"]!["id"]!;
    }

    private static async Task Change(AdminClient admin, string path, string rights)
    {
        var tag = (await admin.Get(path)).Header("ETag")!;
        var patch = new JsonObject { ["textRights"] = rights }.ToJsonString();
        Assert.Equal(200, (int)(await admin.Send(HttpMethod.Patch, path, patch, ("If-Match", tag))).Status);
    }

    private static async Task<int> CountShown(AdminClient admin) => (await ShownClaims(admin)).Count;

    private static async Task<List<JsonNode>> ShownClaims(AdminClient admin) =>
        [.. (await admin.Timeline.Get("/v1/claims?limit=500")).Items.Where(claim => claim["quote"]!["exact"] is not null)];

    private static async Task<List<string>> Annotated(AdminClient admin, string id) =>
        [
            .. (await admin.Timeline.Get($"/v1/articles/{id}/annotations?limit=500")).Json["items"]!
                .AsArray()
                .SelectMany(annotation => annotation!["target"]!["selector"]!.AsArray())
                .Select(selector => (string?)selector!["exact"])
                .OfType<string>(),
        ];
}
