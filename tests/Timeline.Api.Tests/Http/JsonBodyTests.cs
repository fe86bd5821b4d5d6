using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

public class JsonBodyTests(Databases databases)
{
    [Theory]
    [InlineData("", 400, "malformed_json", "")]
    [InlineData("{", 400, "malformed_json", "")]
    [InlineData("{\"published\": \"2025-03-14\",\n \"published\": \"2025-03-15\"}", 400, "malformed_json", "/published")]
    [InlineData("[]", 400, "wrong_type", "")]
    [InlineData("""{"text": "x"}""", 400, "required", "/published")]
    [InlineData("""{"published": "2025-03-14"}""", 400, "required", "/text")]
    [InlineData("""{"published": null, "text": "x"}""", 400, "required", "/published")]
    [InlineData("""{"published": "2025-03-14", "text": 5}""", 400, "wrong_type", "/text")]
    [InlineData("""{"published": "14/03/2025", "text": "x"}""", 400, "invalid_date", "/published")]
    [InlineData("""{"published": "2025-03-14", "text": "x", "colour": "red"}""", 400, "unknown_member", "/colour")]
    [InlineData("""{"published": "2025-03-14", "text": "a\u0000b"}""", 400, "invalid_text", "/text")]
    [InlineData("""{"published": "2025-03-14", "text": "a\ud800b"}""", 400, "invalid_text", "/text")]
    [InlineData("""{"published": "2025-03-14", "text": "x", "textRights": "all"}""", 400, "invalid_choice", "/textRights")]
    [InlineData("""{"published": "2025-03-14", "text": "x", "url": "javascript:alert(1)"}""", 400, "invalid_text", "/url")]
    public async Task What_is_wrong_with_a_body_is_told_with_its_pointer(string body, int status, string code, string pointer)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        var answer = await ApiResponse.ReadAsync(
            await admin.Timeline.Client.PostAsync("/v1/extractions", content, TestContext.Current.CancellationToken)
        );

        Assert.Equal(status, (int)answer.Status);
        Assert.Contains(answer.Json["errors"]!.AsArray(), fault => (string)fault!["code"]! == code && (string)fault["pointer"]! == pointer);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("application/json; charset=bogus", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    public async Task The_content_type_and_charset_must_be_known(string type, int status)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        Assert.Equal(
            status,
            (int)(await admin.Send(HttpMethod.Post, "/v1/extractions", AdminClient.Article().ToJsonString(), ("Content-Type", type))).Status
        );
    }

    [Theory]
    [InlineData("gzip", 10, 200)]
    [InlineData("gzip", 3_000_000, 413)]
    [InlineData("identity", 3_000_000, 413)]
    [InlineData("zstd", 10, 415)]
    public async Task A_body_is_bounded_after_decompression_too(string coding, int padding, int status)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var bytes = Encoding.UTF8.GetBytes(AdminClient.Article().ToJsonString() + new string(' ', padding));
        if (coding == "gzip")
        {
            using var packed = new MemoryStream();
            await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
                await gzip.WriteAsync(bytes, TestContext.Current.CancellationToken);
            bytes = packed.ToArray();
        }

        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        content.Headers.ContentEncoding.Add(coding);
        using var response = await admin.Timeline.Client.PostAsync("/v1/extractions", content, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Articles_that_are_not_read_by_the_deadline_answer_503()
    {
        string[] settings = ["--Timeline:Extractions=1", "--Timeline:ExtractionDeadline=0.1"];
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite, settings);
        var text = string.Concat(Enumerable.Repeat(AdminClient.Story + " ", 399_000 / (AdminClient.Story.Length + 1)));

        // One after the other they take many times as long, however fast the machine is.
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => admin.Post("/v1/extractions", AdminClient.Article(text))));

        var late = answers.Where(answer => (int)answer.Status != 200).ToList();
        Assert.NotEmpty(late);
        Assert.All(late, answer => Assert.Equal((503, "busy"), ((int)answer.Status, (string)answer.Json["code"]!)));
        Assert.All(late, answer => Assert.NotNull(answer.Header("Retry-After")));
    }
}
