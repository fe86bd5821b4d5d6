using System.Text;
using System.Text.Json.Nodes;
using Timeline.Api.Hosting;
using Timeline.Api.Http;
using Timeline.Api.Ingestion;
using Timeline.Api.Ingestion.Markup;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Ingestion;

/// <summary>Articles written to keep the server busy, to break it, or to get more out than was put in.</summary>
public class HostileArticleTests(Databases databases)
{
    private static readonly string[] Paths = ["/v1/extractions", "/v1/articles"];

    public static TheoryData<string> Shapes => [.. HostileShape.All.Select(shape => shape.Name)];

    [Theory, MemberData(nameof(Shapes))]
    public async Task A_hostile_article_is_read_or_refused_and_the_next_one_is_read(string name)
    {
        string[] settings = ["--Timeline:Extractions=1", "--Timeline:ExtractionDeadline=600"];
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite, settings);
        var shape = HostileShape.All.Single(shape => shape.Name == name);
        var bound = shape.Form == "text" ? CleanedText.MaxLength : MarkupLimits.Longest;
        foreach (var length in new[] { 1_000, 100_000, bound, bound + 1_000 })
        {
            var article = Article(shape.Form, shape.CreateText(length));

            var answer = await admin.Send(HttpMethod.Post, "/v1/extractions", Text(article));

            Assert.Contains((int)answer.Status, new[] { 200, 400 });
            var most = 20 * Encoding.UTF8.GetByteCount(Text(article)) + 200_000;
            if ((int)answer.Status == 200)
                Assert.InRange(Encoding.UTF8.GetByteCount(answer.Text), 0, most);
            else
                AssertFault(answer, shape.Form, ["out_of_range", "required", "invalid_text"]);
        }

        Assert.Equal(200, (int)(await admin.Post("/v1/extractions", AdminClient.Article())).Status);
    }

    [Theory]
    [InlineData("html", "", "<div>", "x", 126, "Elements must not nest deeper than 128.")]
    [InlineData("html", "<p>", "<b a=#>", "x", 10, "Must not open more than 10 formatting elements (b, i, a, …) in one another.")]
    [InlineData("html", "", "<p>x", "", 14_997, "Must not have more than 15,000 elements.")]
    [InlineData("html", "", "<!-- -->", "x", 79_990, "Must not have more than 80,000 tags and texts.")]
    [InlineData("markdown", "", "> ", "x", 64, "A line must not begin with more than 64 marks of quotations and lists.")]
    [InlineData("markdown", "", "x\n", "", 20_000, "Must not have more than 20,000 lines.")]
    [InlineData("markdown", "", "> > > > x\n", "", 5_000, "Lines must not begin with more than 20,000 marks of quotations and lists.")]
    [InlineData(
        "markdown",
        "",
        "[a](",
        "",
        7_905,
        "Has too many marks ([ ] * _ ` <) for the length of its paragraphs, which blank lines end."
    )]
    [InlineData("markdown", "", "[", "x", 110, "Is nested too deeply.")]
    public async Task Markup_is_read_up_to_its_bound_and_a_fault_tells_what_was_too_much(
        string form,
        string before,
        string piece,
        string after,
        int most,
        string fault
    )
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        string Repeated(int times) => before + string.Concat(Enumerable.Range(0, times).Select(i => piece.Replace("#", $"{i}"))) + after;

        Assert.Equal(200, (int)(await admin.Post("/v1/extractions", Article(form, Repeated(most)))).Status);
        var beyond = await admin.Post("/v1/extractions", Article(form, Repeated(most + 20)));

        Assert.Equal(fault, AssertFault(beyond, form, ["out_of_range"]));
    }

    [Theory]
    [InlineData("text", 400_000, "Must not be longer than 400000 characters; got 400001.")]
    [InlineData("markdown", 1_000_000, "Must not be longer than 1000000 characters; got 1000001.")]
    [InlineData("html", 1_000_000, "Must not be longer than 1000000 characters; got 1000001.")]
    public async Task Markup_may_be_longer_than_text(string form, int most, string detail)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var content = new StringBuilder("The quay was closed on 5 May 2024.").Append(' ', most - 34);

        Assert.Equal(200, (int)(await admin.Post("/v1/extractions", Article(form, content.ToString()))).Status);
        var beyond = await admin.Post("/v1/extractions", Article(form, content.Append(' ').ToString()));
        Assert.Equal(detail, AssertFault(beyond, form, ["out_of_range"]));
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("html")]
    public async Task The_text_without_its_markup_is_as_long_as_plain_text_may_be(string form)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await admin.Post("/v1/extractions", Article(form, string.Concat(Enumerable.Repeat("word ", 80_001))));

        Assert.Equal("Its text must not be longer than 400000 characters; got 400004.", AssertFault(answer, form, ["out_of_range"]));
    }

    [Theory]
    [InlineData("html", "<p>a&#1;b")]
    [InlineData("html", "<p>a&#x81;b")]
    [InlineData("html", "<title>a&#x7f;b</title><p>x")]
    [InlineData("markdown", "a&#1;b")]
    [InlineData("markdown", "a&#x85b;&#x9b;")]
    public async Task Control_characters_told_by_a_reference_are_refused_like_those_that_are_written(string form, string content)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        foreach (var path in Paths)
            AssertFault(await admin.Post(path, Article(form, content)), form, ["invalid_text"]);
    }

    [Theory]
    [InlineData("html", "<p>a&#0;b", "a\ufffdb")]
    [InlineData("html", "<p>a&#xD800;b", "a\ufffdb")]
    [InlineData("html", "<p>a&#x85;b", "a…b")]
    [InlineData("html", "<p>a&#12;b&#10;c&#9;d&#13;e", "a b c d e")]
    [InlineData("markdown", "a&#0;b", "a\ufffdb")]
    [InlineData("markdown", "a&#xD800;b", "a\ufffdb")]
    [InlineData("markdown", "a&#x85;b&#12;c", "a b c")]
    public async Task What_HTML_and_CommonMark_call_harmless_is_replaced(string form, string content, string text)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        Assert.Equal(text, (string)(await admin.Post("/v1/extractions", Article(form, content))).Json["text"]!);
    }

    [Theory]
    [InlineData("text", "on 5 May ", 1_000, "Tells of 1000 expressions of time; a text of 9000 characters may tell of 325.")]
    [InlineData("html", "on 5 May ", 1_000, "Tells of 1000 expressions of time; a text of 8999 characters may tell of 324.")]
    public async Task An_article_tells_of_no_more_than_its_length_allows_whether_it_is_stored_or_not(
        string form,
        string piece,
        int times,
        string detail
    )
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var article = Article(form, string.Concat(Enumerable.Repeat(piece, times)));

        foreach (var path in Paths)
            Assert.Equal(detail, AssertFault(await admin.Post(path, article), form, ["out_of_range"]));
    }

    [Fact]
    public async Task A_long_article_that_is_as_dense_as_a_short_one_is_read()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite, "--Timeline:ExtractionDeadline=600");

        var text = string.Concat(Enumerable.Repeat(AdminClient.Story + "\n", 399_000 / (AdminClient.Story.Length + 1)));

        var answer = await admin.Post("/v1/extractions", AdminClient.Article(text));

        Assert.Equal(200, (int)answer.Status);
    }

    [Theory]
    [InlineData("html", "<p>The quay was closed on 5 May 2024.")]
    [InlineData("markdown", "The *quay* was closed on 5 May 2024.")]
    [InlineData("text", "The quay was closed on 5 May 2024.")]
    public async Task Where_the_client_is_gone_nothing_is_read_and_the_place_is_free(string form, string content)
    {
        using var reader = new ExtractionGate(new Settings { Extractions = 1 }.ToIngestionOptions());
        JsonBody Body() => JsonBody.Parse(Encoding.UTF8.GetBytes(Article(form, content).ToJsonString()), [])!;

        var gone = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader.Extract(Body(), gone));
        Assert.ThrowsAny<OperationCanceledException>(() => ArticleInput.Parse(Body(), gone).Extract(gone));

        Assert.Equal("The quay was closed on 5 May 2024.", (await reader.Extract(Body(), TestContext.Current.CancellationToken)).Read.Text);
    }

    private static JsonObject Article(string form, string content) => new() { ["published"] = "2025-03-14", [form] = content };

    /// <summary>JSON in which markup has no more bytes than characters.</summary>
    private static string Text(JsonObject article) => article.ToJsonString(Json.Options);

    /// <summary>The detail of the one fault that the answer must be.</summary>
    private static string AssertFault(ApiResponse answer, string form, string[] codes)
    {
        Assert.Equal(400, (int)answer.Status);
        var fault = Assert.Single(answer.Json["errors"]!.AsArray())!;
        Assert.Equal($"/{form}", (string)fault["pointer"]!);
        Assert.Contains((string)fault["code"]!, codes);
        return (string)fault["detail"]!;
    }
}
