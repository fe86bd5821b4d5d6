using System.Net;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

public class HostNameTests(Databases databases)
{
    private static readonly string[] Paths =
    [
        "/",
        "/index.html",
        "/swagger/index.html",
        "/swagger/v1/swagger.json",
        "/health/live",
        "/problems/gone",
        "/v1/events?limit=2",
        "/v1/feeds/feed.json",
        "/v1/nothing",
    ];

    /// <summary>Answers that hold absolute addresses.</summary>
    private static readonly string[] Linking =
    [
        "/v1/events?limit=2",
        "/v1/feeds/feed.json",
        "/v1/feeds/events.ics",
        "/v1/feeds/claims.jsonld",
    ];

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.2")]
    [InlineData("0.0.0.0")]
    [InlineData("localhost.")]
    public async Task A_name_that_is_not_ours_is_refused_everywhere_with_the_settings_that_would_allow_it(string host)
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        foreach (var path in Paths)
        {
            var answer = await Get(timeline, path, host);

            Assert.Equal((400, "host_not_allowed"), ((int)answer.Status, (string)ProblemShape.Check(answer)["code"]!));
            Assert.Contains("Timeline__AllowedHosts", answer.Text, StringComparison.Ordinal);
            Assert.Contains("Timeline__PublicAddress", answer.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:80")]
    public async Task Names_of_this_machine_are_ours_whatever_the_port(string host) =>
        Assert.Equal(HttpStatusCode.OK, (await Get(await databases.Seeded(DatabaseKind.Sqlite), "/v1/events", host)).Status);

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0", "192.0.2.7", 400)]
    [InlineData("--urls=http://0.0.0.0:0", "0.0.0.0", 400)]
    [InlineData("--urls=http://[::]:0", "timeline.example.org", 400)]
    [InlineData("--urls=http://*:0", "timeline.example.org", 400)]
    [InlineData("--urls=http://+:0", "localhost", 200)]
    [InlineData("--urls=http://timeline.example.org:0", "timeline.example.org", 200)]
    [InlineData("--Timeline:AllowedHosts=timeline.example.org; other.example", "Other.Example:8080", 200)]
    [InlineData("--Timeline:AllowedHosts=timeline.example.org", "example.org", 400)]
    [InlineData("--Timeline:AllowedHosts=*", "anything.example", 200)]
    [InlineData("--Timeline:PublicAddress=https://timeline.example.org", "timeline.example.org", 200)]
    public async Task The_names_that_are_ours_follow_from_the_settings(string setting, string host, int status)
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, settings: setting);

        Assert.Equal(status, (int)(await Get(timeline, "/health/live", host)).Status);
    }

    [Fact]
    public async Task With_a_public_address_all_links_begin_with_it()
    {
        string[] settings = ["--Timeline:PublicAddress=https://timeline.example.org:8443"];
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, seeded: true, settings: settings);
        foreach (var path in Linking)
        {
            var answer = await timeline.Get(path);
            var said = answer.Header("Link") + answer.Text.Replace("\r\n ", "");

            Assert.Contains("https://timeline.example.org:8443/v1/", said, StringComparison.Ordinal);
            Assert.DoesNotContain(timeline.Client.BaseAddress!.Authority, said, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--Timeline:Proxies=127.0.0.1", "https://timeline.example.org/")]
    [InlineData("--Timeline:Proxies=10.0.0.0/8;127.0.0.0/8", "https://timeline.example.org/")]
    [InlineData("--Timeline:Proxies=10.0.0.0/8", "http://localhost/")]
    [InlineData("--Timeline:Seed=true", "http://localhost/")]
    public async Task What_is_forwarded_is_believed_from_the_proxies_that_are_set_alone(string setting, string root)
    {
        string[] settings = [setting, "--Timeline:AllowedHosts=timeline.example.org"];
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, seeded: true, settings: settings);
        (string, string)[] forwarded =
        [
            ("X-Forwarded-For", "192.0.2.7"),
            ("X-Forwarded-Proto", "https"),
            ("X-Forwarded-Host", "timeline.example.org"),
        ];

        var answer = await Get(timeline, "/v1/feeds/feed.json", "localhost", forwarded);

        Assert.Equal(root, (string)answer.Json["home_page_url"]!);
    }

    [Fact]
    public async Task A_name_that_a_proxy_forwards_must_be_ours_too()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, settings: "--Timeline:Proxies=127.0.0.1");

        Assert.Equal(HttpStatusCode.BadRequest, (await timeline.Get("/v1/events", ("X-Forwarded-Host", "evil.example"))).Status);
    }

    private static Task<ApiResponse> Get(RunningTimeline timeline, string path, string host, params (string, string)[] headers) =>
        timeline.Get(path, [("Host", host), .. headers]);
}
