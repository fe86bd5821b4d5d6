using System.Net;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Reading;

public class SeedTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase("seed-queries")]
    public async Task A_query_of_the_sample_shows_exactly_these_in_order(DatabaseKind kind, string path, string expected)
    {
        var timeline = await databases.Seeded(kind);

        var answer = await timeline.Get("/v1/" + path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, string.Join(' ', answer.Ids.Select(id => id[^2..])));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_actor_is_the_same_by_name_by_alias_and_by_id_and_resolved_says_so(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        string[][] spellings =
        [
            ["Putin", "alias"],
            ["VLADIMIR PUTIN", "name"],
            ["vladimir-putin", "id"],
            ["Vladimir-Putin", "id"],
            ["  mr   pútin ", "alias"],
        ];

        var expected = (await timeline.Get("/v1/actors/vladimir-putin/events")).Ids;
        foreach (var (input, matched) in spellings.Select(pair => (pair[0], pair[1])))
        {
            var answer = await timeline.Get($"/v1/events?actor={Uri.EscapeDataString(input)}");

            Assert.Equal(expected, answer.Ids);
            Assert.Equal(
                $$"""[{"parameter":"actor","input":{{JsonValue.Create(input).ToJsonString(Plain)}},"id":"vladimir-putin","matched":"{{matched}}"}]""",
                answer.Json["resolved"]!.ToJsonString(Plain)
            );
        }

        Assert.Equal(13, expected.Count);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_unknown_actor_gives_no_items_and_a_hint_with_a_similar_name(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        var answer = await timeline.Get("/v1/events?actor=Puttin");

        Assert.Empty(answer.Items);
        Assert.Equal(
            """[{"code":"unknown_actor","detail":"No actor 'Puttin'. Similar: 'Vladimir Putin'."}]""",
            answer.Json["hints"]!.ToJsonString(Plain)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await timeline.Get("/v1/actors/puttin")).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_a_range_leaves_out_for_want_of_a_date_is_counted(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        Assert.Equal(7, (int)(await timeline.Get("/v1/events?from=2014&to=2014")).Json["undated"]!);
        Assert.Equal(0, (int)(await timeline.Get("/v1/events")).Json["undated"]!);
        Assert.Equal(2, (int)(await timeline.Get("/v1/events?from=2014&to=2014&kind=decision")).Json["undated"]!);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_event_and_a_claim_have_the_members_of_the_contract(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        Assert.Equal(
            [
                "id",
                "title",
                "titleFrom",
                "summary",
                "kind",
                "tags",
                "date",
                "earliest",
                "latest",
                "precision",
                "approximate",
                "uncertain",
                "extent",
                "phrase",
                "anchor",
                "alternatives",
                "standing",
                "review",
                "actors",
                "claimCount",
                "articleCount",
                "version",
                "createdAt",
                "updatedAt",
            ],
            Members(await timeline.Get("/v1/events/evt_0jrrbe6000002"))
        );
        Assert.Equal(
            [
                "id",
                "event",
                "article",
                "speaker",
                "via",
                "stance",
                "cue",
                "direct",
                "text",
                "said",
                "respondsTo",
                "quote",
                "review",
                "version",
                "createdAt",
                "updatedAt",
            ],
            Members(await timeline.Get("/v1/claims/clm_0jrrbe6000012"))
        );
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static IEnumerable<string> Members(Answer answer) => answer.Json.AsObject().Select(member => member.Key);
}
