using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Ingestion;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Ingestion;

public class ForeignTextTests(Databases databases)
{
    private const string German = "Der Rat hat am 3. März 2025 die Schließung des Hafens beschlossen, und die Stadt wird ihn nicht öffnen.";

    [Theory]
    [OnEveryDatabase]
    public async Task A_text_that_is_not_English_is_told_so_whether_it_is_stored_or_only_read(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);

        var stored = await admin.Post("/v1/articles", AdminClient.Article(German));
        var read = await admin.Post("/v1/extractions", AdminClient.Article(German));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (stored.Status, read.Status));
        foreach (var answer in new[] { stored.Json, read.Json })
        {
            Assert.Equal("not_english", (string)Assert.Single(answer["hints"]!.AsArray())!["code"]!);
            Assert.Contains("German (de)", (string)answer["hints"]![0]!["detail"]!, StringComparison.Ordinal);
            Assert.Empty(answer["events"]!.AsArray());
            Assert.Empty(answer["claims"]!.AsArray());
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_English_text_is_answered_without_hints(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);

        Assert.Empty((await admin.Post("/v1/extractions", AdminClient.Article())).Json["hints"]!.AsArray());
    }

    [Fact]
    public void A_line_of_a_text_that_is_not_English_holds_its_hint_alone()
    {
        var line = new JsonObject
        {
            ["id"] = "a",
            ["published"] = "2025-03-06",
            ["text"] = German,
        };

        var read = ExtractionLine.Create(Encoding.UTF8.GetBytes(line.ToJsonString()), 1, TestContext.Current.CancellationToken);

        Assert.Empty(read.Events);
        Assert.Equal("not_english", Assert.Single(read.Hints!).Code);
        Assert.Contains("\"hints\":[{\"code\":\"not_english\"", read.ToJson(), StringComparison.Ordinal);
    }
}
