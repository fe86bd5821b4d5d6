using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

public class RequestBodyTests(Databases databases)
{
    [Theory]
    [InlineData("gzip", "not gzip", 400)]
    [InlineData("gzip", "gzip cut", 400)]
    [InlineData("gzip", "gzip flipped", 400)]
    [InlineData("gzip", "br", 400)]
    [InlineData("gzip", "", 400)]
    [InlineData("x-gzip", "gzip", 200)]
    [InlineData("GZIP", "gzip", 200)]
    [InlineData("br", "br", 200)]
    [InlineData("br", "not br", 400)]
    [InlineData("br", "br cut", 400)]
    [InlineData("br", "br flipped", 400)]
    [InlineData("br", "gzip", 400)]
    [InlineData("br", "", 400)]
    [InlineData("deflate", "gzip", 415)]
    [InlineData("gzip, br", "gzip", 415)]
    [InlineData("gzip, gzip", "gzip", 415)]
    [InlineData("identity", "plain", 200)]
    public async Task A_body_that_is_not_what_its_coding_says_is_refused(string coding, string sent, int status)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        using var content = new ByteArrayContent(Coded(sent));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);

        var answer = await ApiResponse.ReadAsync(
            await admin.Timeline.Client.PostAsync("/v1/extractions", content, TestContext.Current.CancellationToken)
        );

        Assert.Equal(status, (int)answer.Status);
        if (status >= 400)
            ProblemShape.Check(answer);
    }

    /// <summary>Each byte of a text is a character here, so that broken UTF-8 can be written as <c>\xff</c>.</summary>
    [Theory]
    [InlineData("/v1/reviews", "{\"decision\":\"accepted\",\"events\":[\"\\ud800\"]}", "/events/0")]
    [InlineData("/v1/reviews", "{\"decision\":\"accepted\",\"claims\":[\"clm_0jrrbe600001w\",\"a\\udc00\\ud800b\"]}", "/claims/1")]
    [InlineData("/v1/reviews", "{\"decision\":\"accepted\",\"events\":[\"\xff\"]}", "/events/0")]
    [InlineData("/v1/reviews", "{\"decision\":\"\\ud800\"}", "/decision")]
    [InlineData("/v1/reviews", "{\"decision\":\"accepted\",\"\\ud800\":1}", "")]
    [InlineData("/v1/reviews", "{\"decision\":\"accepted\",\"article\":\"\xed\xa0\x80\"}", "/article")]
    [InlineData("/v1/events/evt_0jrrbe600000k/review", "{\"decision\":\"accepted\",\"note\":\"\\udfff\"}", "/note")]
    [InlineData("/v1/events/evt_0jrrbe600000k/merge", "{\"into\":\"\\ud83d\"}", "/into")]
    [InlineData("/v1/merges/mrg_0jrrbe6000001/review", "{\"note\":\"\xc3\x28\"}", "/note")]
    [InlineData("/v1/articles", "{\"published\":\"2025-03-14\",\"text\":\"x\",\"a\":{\"b\":[{\"\xc0\xaf\":1}]}}", "/a/b/0")]
    [InlineData("/v1/articles", "{\"published\":\"2025-03-14\",\"text\":\"\xf4\x90\x80\x80\"}", "/text")]
    [InlineData("/v1/extractions", "{\"published\":\"2025-03-14\",\"html\":\"<p>\\uDC00\"}", "/html")]
    [InlineData("/v1/extractions", "{\"published\":\"2025-03-14\",\"unknown\":\"\\ud800\"}", "/unknown")]
    public async Task Text_that_is_no_Unicode_is_refused_with_its_pointer(string path, string body, string pointer)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes(body)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {admin.Key}");

        var answer = await ApiResponse.ReadAsync(await admin.Timeline.Client.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal($"400 {pointer}:invalid_text", $"{(int)answer.Status} {string.Join(' ', ProblemShape.Faults(answer))}");
    }

    [Theory]
    [InlineData("POST", "/v1/extractions", "application/merge-patch+json", 415)]
    [InlineData("POST", "/v1/articles", "application/merge-patch+json", 415)]
    [InlineData("POST", "/v1/reviews", "application/merge-patch+json", 415)]
    [InlineData("PATCH", "/v1/articles/art_0000000000001", "application/merge-patch+json", 404)]
    [InlineData("PATCH", "/v1/articles/art_0000000000001", "application/json", 404)]
    [InlineData("PATCH", "/v1/articles/art_0000000000001", "application/json-patch+json", 415)]
    public async Task A_merge_patch_is_taken_where_something_is_patched_alone(string method, string path, string type, int status)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        Assert.Equal(
            status,
            (int)(await admin.Send(new HttpMethod(method), path, "{}", ("Content-Type", type), ("If-Match", "\"x\""))).Status
        );
    }

    [Theory]
    [InlineData("2025-02-09", true)]
    [InlineData("2024-02-29", true)]
    [InlineData("2025-02-09T06:30:00Z", true)]
    [InlineData("2025-02-09t06:30:00z", true)]
    [InlineData("2025-02-09T23:59:59.999999999+05:45", true)]
    [InlineData("2025-02-09T00:00:00-00:00", true)]
    [InlineData("2025-02-29", false)]
    [InlineData("99999-01-01", false)]
    [InlineData("-0043-03-15", false)]
    [InlineData("2025-02", false)]
    [InlineData("2025-02-09Tx", false)]
    [InlineData("2025-02-09T", false)]
    [InlineData("2025-02-09T06:30Z", false)]
    [InlineData("2025-02-09T06:30:00", false)]
    [InlineData("2025-02-09 06:30:00Z", false)]
    [InlineData("2025-02-09T24:00:00Z", false)]
    [InlineData("2025-02-09T25:00:00Z", false)]
    [InlineData("2025-02-09T06:60:00Z", false)]
    [InlineData("2016-12-31T23:59:60Z", false)]
    [InlineData("2025-02-09T06:30:00.Z", false)]
    [InlineData("2025-02-09T06:30:00+0100", false)]
    [InlineData("2025-02-09T06:30:00+24:00", false)]
    [InlineData("2025-02-09T06:30:00Z\n", false)]
    [InlineData(" 2025-02-09", false)]
    [InlineData("２０２５-02-09", false)]
    public async Task A_date_of_publication_is_a_day_or_an_instant_of_RFC_3339(string published, bool taken)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await admin.Post("/v1/extractions", AdminClient.Article(published: published));

        Assert.Equal(taken ? 200 : 400, (int)answer.Status);
        if (taken)
            Assert.Equal(published.ToUpperInvariant(), (string)answer.Json["article"]!["published"]!);
        else
            Assert.Equal("/published", (string)Assert.Single(answer.Json["errors"]!.AsArray())!["pointer"]!);
    }

    private static byte[] Coded(string sent)
    {
        var plain = Encoding.UTF8.GetBytes(AdminClient.Article().ToJsonString());
        if (sent is "" or "plain")
            return sent == "" ? [] : plain;
        if (sent.StartsWith("not ", StringComparison.Ordinal))
            return plain;
        using var packed = new MemoryStream();
        using (
            Stream coding = sent.StartsWith("gzip", StringComparison.Ordinal)
                ? new GZipStream(packed, CompressionLevel.Optimal)
                : new BrotliStream(packed, CompressionLevel.Optimal)
        )
        {
            coding.Write(plain);
        }

        var bytes = packed.ToArray();
        if (sent.EndsWith("flipped", StringComparison.Ordinal))
        {
            for (var i = bytes.Length / 2; i < bytes.Length / 2 + 8; i++)
                bytes[i] ^= 0xff;
        }

        return sent.EndsWith("cut", StringComparison.Ordinal) ? bytes[..(bytes.Length / 2)] : bytes;
    }
}
