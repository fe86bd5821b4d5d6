using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>How the page is served.</summary>
public sealed partial class ServedFilesTests(ChromiumFixture browser, SampleServer sample) : IClassFixture<SampleServer>
{
    private const string Strict =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    [Theory]
    [InlineData("", HttpStatusCode.OK)]
    [InlineData("js/app.js", HttpStatusCode.OK)]
    [InlineData("_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js", HttpStatusCode.OK)]
    [InlineData("v1/events", HttpStatusCode.OK)]
    [InlineData("v1/events?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("nowhere", HttpStatusCode.NotFound)]
    public async Task The_strict_policy_stands_on_every_answer(string address, HttpStatusCode status)
    {
        using var answer = await sample.Server.Get(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal([Strict], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
    }

    [Theory]
    [InlineData("embed.html", "frame-ancestors *")]
    [InlineData("swagger/index.html", "style-src 'self' 'unsafe-inline'")]
    public async Task It_is_loosened_only_for_frames_and_for_Swagger_UI(string address, string part)
    {
        using var answer = await sample.Server.Get(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(Strict.Split("; ").Length - 1, policy.Split("; ").Intersect(Strict.Split("; ")).Count());
        Assert.Contains(part, policy);
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("embed.html")]
    public async Task Markup_holds_no_script_and_no_style_of_its_own(string address)
    {
        var markup = await sample.Server.GetText(address);
        Assert.DoesNotMatch(InlineCode(), markup);
    }

    [Fact]
    public async Task The_first_view_loads_at_most_45_KB_of_script_from_this_server_alone_and_no_chart_library_until_charts_are_wanted()
    {
        await using var view = await browser.NewPage(sample.Server);
        await view.Open("/");
        Assert.All(view.RequestedUrls, address => Assert.StartsWith(sample.Server.Address.ToString(), address));
        Assert.DoesNotContain(view.RequestedUrls, address => address.Contains("echarts"));
        var scripts = view.RequestedUrls.Where(address => address.EndsWith(".js", StringComparison.Ordinal)).Distinct().ToList();
        var size = 0L;
        foreach (var script in scripts)
            size += await Compressed(script);
        TestContext.Current.SendDiagnosticMessage($"{scripts.Count} scripts, {size} bytes compressed");
        Assert.InRange(size, 1, 45_000);
        await view.Page.ClickAsync("#charts-toggle");
        await view.Page.Locator("#charts canvas").First.WaitForAsync();
        Assert.Contains(view.RequestedUrls, address => address.Contains("echarts"));
        Assert.Empty(view.Errors);
    }

    /// <summary>Bytes of the answer as it is sent to a browser that takes gzip; it must be sent so.</summary>
    private static async Task<long> Compressed(string address)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
        client.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");
        using var answer = await client.GetAsync(new Uri(address));
        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var plain = new MemoryStream();
        await new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress).CopyToAsync(plain);
        Assert.InRange(bytes.Length, 1, plain.Length);
        return bytes.Length;
    }

    [GeneratedRegex(@"\sstyle\s*=|<style|\son[a-z]+\s*=|<script>|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}
