using System.Text.Json.Nodes;
using Timeline.Api.Http.Problems;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Ingestion;

/// <summary>What articles tell of dates, from posting to import files and back.</summary>
public class ImportFormatTests(Databases databases)
{
    private const string Header = """{"type":"timeline","format":2,"seq":7}""";

    private const string Article =
        """{"type":"article","id":"art_0jrrbe6000001","title":"News","published":"2025-02-09","language":"en","sha256":"00"}""";

    [Theory]
    [OnEveryDatabase]
    public async Task Each_claim_of_a_posted_article_tells_the_date_that_was_read_in_it(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        await admin.PostStory();

        var events = (await admin.Get("/v1/events?review=proposed&include=claims")).Items;

        Assert.Contains(events, item => item["date"] is not null);
        Assert.All(events, item => Assert.Equal("claims", (string)item["dateFrom"]!));
        foreach (var item in events)
        {
            foreach (var member in (string[])["date", "earliest", "latest", "precision", "extent", "phrase", "anchor", "alternatives"])
            {
                Assert.All(
                    item["claims"]!.AsArray(),
                    claim => Assert.True(JsonNode.DeepEquals(item[member], claim!["tells"]![member]), $"{member} of {item["id"]}")
                );
            }
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_articles_tell_survives_an_export_and_an_import(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var read = await admin.PostStory();
        await admin.Post($"/v1/articles/{read["article"]!["id"]}/review", new JsonObject { ["decision"] = "accepted" });
        var export = (await admin.Timeline.Get("/v1/feeds/events.ndjson")).Text;
        await using var copy = await RunningTimeline.Start(databases, kind);

        await copy.Load(export.Split('\n'));

        var seq = (await admin.Timeline.Store.Read(snapshot => snapshot.State)).Seq;
        Assert.StartsWith($$"""{"type":"timeline","format":2,"seq":{{seq}}}""" + "\n", export, StringComparison.Ordinal);
        Assert.Equal(Things(export), Things((await copy.Get("/v1/feeds/events.ndjson")).Text));
        Assert.Contains("\"tells\":{\"date\":\"2025-03-11\"", export, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", """, "tells": {"date": "2024-05"}""", "claims")]
    [InlineData("", "", "person")]
    [InlineData("", """, "tells": null""", "person")]
    [InlineData(""", "dateFrom": "person" """, """, "tells": {"date": "2024-05"}""", "person")]
    [InlineData(""", "dateFrom": "claims" """, "", "claims")]
    public async Task An_events_date_comes_from_its_claims_where_they_tell_one_unless_the_file_says_otherwise(
        string dateFrom,
        string tells,
        string expected
    )
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);

        await timeline.Load([Header, Article, Event(dateFrom), Claim(tells)]);

        var item = (await timeline.Get("/v1/events?include=claims")).Items.Single();
        Assert.Equal(("2024-06", expected), ((string)item["date"]!, (string)item["dateFrom"]!));
        Assert.Equal(tells.Contains("2024") ? "2024-05" : null, (string?)item["claims"]![0]!["tells"]?["date"]);
    }

    [Fact]
    public async Task A_file_without_a_header_is_of_format_1_which_has_neither_member()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        string[] lines = [Article, Event(""", "dateFrom": "claims" """), Claim(""", "tells": {"date": "2024-05"}""")];

        var refused = await Assert.ThrowsAsync<ProblemException>(() => timeline.Load(lines));

        Assert.Equal(
            ["2 /dateFrom unknown_member", "3 /tells unknown_member"],
            refused.Faults.Select(fault => $"{fault.Line} {fault.Pointer} {fault.Code}")
        );
        refused = await Assert.ThrowsAsync<ProblemException>(() => timeline.Load(["""{"type":"timeline","format":1}""", .. lines]));
        Assert.Equal(2, refused.Faults.Count);
        await timeline.Load([Article, Event(""), Claim("")]);
    }

    [Theory]
    [InlineData("""{"type":"timeline","format":3}""", "1 /format invalid_choice")]
    [InlineData("""{"type":"timeline","format":0}""", "1 /format invalid_choice")]
    [InlineData("""{"type":"timeline","format":2.5}""", "1 /format invalid_integer")]
    [InlineData("""{"type":"timeline","format":"2"}""", "1 /format wrong_type")]
    [InlineData("""{"type":"timeline"}""", "1 /format required")]
    [InlineData("""{"type":"timeline","format":2,"seq":-1}""", "1 /seq invalid_integer")]
    [InlineData("""{"type":"timeline","format":2,"by":"me"}""", "1 /by unknown_member")]
    public async Task A_header_that_is_not_understood_is_one_fault_of_line_1(string header, string fault)
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);

        var refused = await Assert.ThrowsAsync<ProblemException>(() => timeline.Load([header, Article, Event(""), Claim("")]));

        Assert.Equal(fault, string.Join(", ", refused.Faults.Select(found => $"{found.Line} {found.Pointer} {found.Code}")));
        if (header.Contains(":3}", StringComparison.Ordinal))
        {
            Assert.Equal(
                "Line 1: this program reads the formats 1 to 2 of import files; this one is of format 3.",
                refused.Faults.Single().Detail
            );
        }
    }

    [Fact]
    public async Task A_header_further_down_is_a_fault()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);

        var refused = await Assert.ThrowsAsync<ProblemException>(() => timeline.Load([Article, Header, Event(""), Claim("")]));

        Assert.Equal(["2 /type invalid_choice"], refused.Faults.Select(found => $"{found.Line} {found.Pointer} {found.Code}"));
    }

    private static string Things(string export) => export[(export.IndexOf('\n') + 1)..];

    private static string Event(string more) =>
        $$"""{"type":"event","id":"evt_0jrrbe6000002","title":"It happened","date":"2024-06","review":"accepted"{{more}}}""";

    private static string Claim(string more) =>
        """{"type":"claim","id":"clm_0jrrbe6000003","event":"evt_0jrrbe6000002","article":"art_0jrrbe6000001","stance":"asserts" """
        + $$""","review":"accepted"{{more}}}""";
}
