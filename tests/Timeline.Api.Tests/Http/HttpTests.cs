using System.Net;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

public class HttpTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Every_route_that_answers_GET_answers_HEAD_with_the_same_headers_and_no_body(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var routes = Routes.Readable(timeline).ToList();

        Assert.True(routes.Count >= 14);
        foreach (var route in routes)
        {
            var (get, head) = (await timeline.Get(route), await timeline.Send(HttpMethod.Head, route));

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, route), (get.Status, head.Status, route));
            Assert.Equal("", head.Text);
            foreach (var header in (string[])["ETag", "Content-Type", "Content-Length", "Cache-Control", "Vary", "Link"])
                Assert.Equal(get.Header(header), head.Header(header));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task HEAD_of_what_is_not_there_has_the_status_and_no_body(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        var answer = await timeline.Send(HttpMethod.Head, "/v1/events/evt_0000000000000");

        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.Status, answer.Text));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Every_list_and_thing_has_its_tag_and_tells_caches_to_ask_and_what_it_varies_by(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        foreach (var route in Routes.Readable(timeline).Where(route => route.StartsWith("/v1/", StringComparison.Ordinal)))
        {
            var answer = await timeline.Get(route);
            var isList = answer.Text.StartsWith("{\"items\"", StringComparison.Ordinal);

            Assert.Equal("no-cache", answer.Header("Cache-Control"));
            Assert.Equal("Authorization", answer.Header("Vary"));
            if (!route.StartsWith("/v1/feeds/", StringComparison.Ordinal))
                Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
            Assert.Matches(isList ? "^W/\"[^\"]+\"$" : "^(W/)?\"[^\"]+\"$", answer.Header("ETag"));
            foreach (
                var known in (string[])
                    [answer.Header("ETag")!, answer.Header("ETag")!.Replace("W/", ""), $"\"other\", {answer.Header("ETag")}", "*"]
            )
            {
                var again = await timeline.Get(route, ("If-None-Match", known));
                Assert.Equal(
                    (HttpStatusCode.NotModified, "", answer.Header("ETag"), "no-cache"),
                    (again.Status, again.Text, again.Header("ETag"), again.Header("Cache-Control"))
                );
            }

            Assert.Equal(HttpStatusCode.OK, (await timeline.Get(route, ("If-None-Match", "\"other\""))).Status);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_single_thing_has_a_strong_tag_and_a_missing_thing_is_missing_whatever_tag_is_known(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        foreach (
            var path in (string[])
                [
                    "/v1/events/evt_0jrrbe600000k",
                    "/v1/claims/clm_0jrrbe600001w",
                    "/v1/actors/vladimir-putin",
                    "/v1/articles/art_0jrrbe6000001",
                ]
        )
        {
            Assert.StartsWith("\"", (await timeline.Get(path)).Header("ETag"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await timeline.Get("/v1/events/evt_0000000000000/claims", ("If-None-Match", "*"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await timeline.Get("/v1/events?limit=0", ("If-None-Match", "*"))).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_list_names_the_next_page_in_its_Link_until_there_is_none(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        var (path, seen) = ("/v1/claims?limit=7&actor=Putin&actor=Trump&q=the+t*", new List<string>());
        while (true)
        {
            var answer = await timeline.Get(path);
            seen.AddRange(answer.Ids);
            if (answer.Header("Link") is not { } link)
                break;
            Assert.EndsWith(">; rel=\"next\"", link, StringComparison.Ordinal);
            Assert.Contains(Uri.EscapeDataString(answer.NextCursor!), link, StringComparison.Ordinal);
            path = new Uri(link[1..link.IndexOf('>')]).PathAndQuery;
        }

        Assert.Equal((await timeline.Get("/v1/claims?limit=500&actor=Putin&actor=Trump&q=the+t*")).Ids, seen);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Fields_selects_members_and_include_adds_the_claims(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        Assert.Equal(
            ["id", "title"],
            (await timeline.Get("/v1/events?fields=title,id&limit=1")).Items[0].AsObject().Select(member => member.Key)
        );
        Assert.Equal(
            ["id", "said"],
            (await timeline.Get("/v1/claims/clm_0jrrbe600001w?fields=said,id")).Json.AsObject().Select(member => member.Key)
        );
        var included = (await timeline.Get("/v1/events/evt_0jrrbe600000k?include=claims")).Json["claims"]!
            .AsArray()
            .Select(claim => (string)claim!["id"]!);
        Assert.Equal((await timeline.Get("/v1/events/evt_0jrrbe600000k/claims")).Ids, included);
    }
}
