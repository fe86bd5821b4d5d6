using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Querying;

/// <summary>The filters by the precision of a date and by the publisher of an article.</summary>
public class PrecisionAndPublisherTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Events_are_filtered_by_the_precision_of_their_date(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var all = (await timeline.Get("/v1/events?limit=500")).Items.ToList();
        var expected = Ids(all.Where(item => (string?)item["precision"] is "month" or "range"));

        var found = await timeline.Get("/v1/events?limit=500&precision=month&precision=range");
        var facets = (await timeline.Get("/v1/facets?precision=month&precision=range")).Json;
        var csv = (await timeline.Get("/v1/feeds/events.csv?precision=month&precision=range")).Text;

        Assert.NotEmpty(expected);
        Assert.NotEqual(all.Count, expected.Count);
        Assert.Equal(expected, Ids(found.Items));
        Assert.Equal(expected.Count, (int)facets["total"]!);
        Assert.All(expected, id => Assert.Contains(id, csv, StringComparison.Ordinal));
        Assert.All(Ids(all).Except(expected), id => Assert.DoesNotContain(id, csv, StringComparison.Ordinal));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Claims_are_filtered_by_the_precision_of_when_they_were_said(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var all = (await timeline.Get("/v1/claims?limit=500")).Items.ToList();
        var expected = Ids(all.Where(item => (string?)item["said"]!["precision"] == "day"));

        var found = await timeline.Get("/v1/claims?limit=500&precision=day");

        Assert.NotEmpty(expected);
        Assert.NotEqual(all.Count, expected.Count);
        Assert.Equal(expected, Ids(found.Items));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Events_and_claims_are_filtered_by_the_publisher_of_their_articles_which_facets_count(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var first = await Publish(admin, "First Gazette", "On 3 May 2024 the council met in Arendal.");
        var second = await Publish(admin, "Second Herald", "On 9 June 2024 the harbour board met in Bergen.");

        foreach (var (publisher, article) in new[] { ("First Gazette", first), ("Second Herald", second) })
        {
            var name = Uri.EscapeDataString(publisher);
            var events = await admin.Timeline.Get($"/v1/events?publisher={name}");
            var claims = await admin.Timeline.Get($"/v1/claims?publisher={name}");
            Assert.NotEmpty(events.Items);
            Assert.Equal(Ids((await admin.Timeline.Get($"/v1/events?article={article}")).Items), Ids(events.Items));
            Assert.NotEmpty(claims.Items);
            Assert.All(claims.Items, claim => Assert.Equal(article, (string)claim["article"]!));
        }

        var facets = (await admin.Timeline.Get("/v1/facets")).Json["publisher"]!.AsArray();
        Assert.Equal(["First Gazette", "Second Herald"], facets.Select(facet => (string)facet!["value"]!));
        Assert.Empty((await admin.Timeline.Get("/v1/events?publisher=first%20gazette")).Items);
    }

    private static async Task<string> Publish(AdminClient admin, string publisher, string text)
    {
        var article = AdminClient.Article(text, "2024-07-01");
        article["publisher"] = publisher;
        var answer = await admin.Post("/v1/articles?review=accepted", article);
        return (string)answer.Json["article"]!["id"]!;
    }

    private static List<string> Ids(IEnumerable<JsonNode> items) => [.. items.Select(item => (string)item["id"]!)];
}
