using System.Net;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

public class CorsTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Pages_of_any_origin_may_read_everything_and_see_the_headers(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        foreach (var path in (string[])["/v1/events", "/v1/events?limit=0", "/v1/nothing", "/health/live"])
        {
            var answer = await timeline.Get(path, ("Origin", "https://example.org"));

            Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
            var exposed = answer.Header("Access-Control-Expose-Headers")!.Split(", ");
            Assert.All((string[])["ETag", "Link", "Location", "Retry-After"], header => Assert.Contains(header, exposed));
            Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
        }

        var unchanged = await timeline.Get("/v1/events", ("Origin", "https://example.org"), ("If-None-Match", "*"));
        Assert.Equal("*", unchanged.Header("Access-Control-Allow-Origin"));
        // A cache may hand the same answer to a page, so it is readable by pages even when none asked.
        Assert.Equal("*", (await timeline.Get("/v1/events")).Header("Access-Control-Allow-Origin"));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_preflight_is_granted_with_the_headers_of_conditional_and_keyed_requests(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        var answer = await timeline.Send(
            HttpMethod.Options,
            "/v1/events/evt_0jrrbe600000k",
            ("Origin", "https://example.org"),
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "authorization,if-none-match")
        );

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.All(
            (string[])["Authorization", "If-Match", "If-None-Match"],
            header => Assert.Contains(header, answer.Header("Access-Control-Allow-Headers")!.Split(", "))
        );
        Assert.All(
            (string[])["GET", "HEAD"],
            method => Assert.Contains(method, answer.Header("Access-Control-Allow-Methods")!.Split(", "))
        );
    }
}
