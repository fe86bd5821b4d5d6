using System.Net;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Merges;

/// <summary>What becomes of events that are merged, and what each reader is told of them.</summary>
public class MergeTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task An_event_that_everybody_saw_leads_to_what_it_was_merged_into(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        Assert.Equal(201, (int)(await admin.Post("/v1/articles?review=accepted", AdminClient.Article())).Status);
        var ids = (await admin.Timeline.Get("/v1/events")).Ids;

        Assert.Equal(200, (int)(await admin.Post($"/v1/events/{ids[0]}/merge", new JsonObject { ["into"] = ids[1] })).Status);

        foreach (var path in (string[])["", "/claims"])
        {
            var moved = await admin.Timeline.Get($"/v1/events/{ids[0]}{path}");
            Assert.Equal(308, (int)moved.Status);
            Assert.EndsWith($"/v1/events/{ids[1]}{path}", moved.Header("Location"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_merge_moves_the_claims_and_the_event_that_goes_leads_to_the_one_that_stays(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var ids = (await admin.PostStory())["events"]!.AsArray().Select(found => (string)found!["id"]!).Take(3).ToList();
        var before = await admin.Get($"/v1/events?review=any&count=true");

        var (going, staying) = (await Claims(ids[0]), await Claims(ids[1]));
        Assert.NotEmpty(going);
        var merged = await admin.Post($"/v1/events/{ids[0]}/merge", new JsonObject { ["into"] = ids[1] });

        Assert.Equal(HttpStatusCode.OK, merged.Status);
        Assert.Equal((int)before.Json["total"]! - 1, (int)(await admin.Get("/v1/events?review=any&count=true")).Json["total"]!);
        Assert.Equal(going.Concat(staying).Order(), (await Claims(ids[1])).Order());
        foreach (var claim in going)
            Assert.Equal(ids[1], (string)(await admin.Get($"/v1/claims/{claim}?review=any")).Json["event"]!);
        var moved = await admin.Get($"/v1/events/{ids[0]}/claims?review=any&limit=1");
        Assert.Equal((308, $"/v1/events/{ids[1]}/claims?review=any&limit=1"), ((int)moved.Status, moved.Header("Location")));
        Assert.Equal(404, (int)(await admin.Timeline.Get($"/v1/events/{ids[0]}")).Status);
        Assert.Equal(ids[1], (string)(await admin.Post($"/v1/events/{ids[2]}/merge", new JsonObject { ["into"] = ids[0] })).Json["id"]!);

        async Task<IReadOnlyList<string>> Claims(string id) => (await admin.Get($"/v1/events/{id}/claims?review=any")).Ids;
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_public_event_does_not_lead_to_a_draft_that_it_was_to_be_merged_into(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        Assert.Equal(201, (int)(await admin.Post("/v1/articles?review=accepted", AdminClient.Article())).Status);
        var open = (await admin.Timeline.Get("/v1/events")).Ids[0];
        var draft = (await DraftsOf(admin, await admin.Post("/v1/articles", CanaryDrafts.CreateArticle())))[0];

        await admin.Post($"/v1/events/{open}/merge", new JsonObject { ["into"] = draft });

        // Whether such a merge is refused or hides the event, nobody learns of the draft.
        var answer = await admin.Timeline.Get($"/v1/events/{open}");
        Assert.Equal(404, (int)(await admin.Timeline.Get($"/v1/events/{draft}")).Status);
        Assert.Contains((int)answer.Status, (int[])[200, 404, 410]);
        Assert.DoesNotContain(draft, answer.Text + answer.Header("Location"), StringComparison.Ordinal);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_claim_that_becomes_public_changes_the_version_and_the_tag_of_its_event(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        Assert.Equal(201, (int)(await admin.Post("/v1/articles?review=accepted", AdminClient.Article())).Status);
        var drafted = (await admin.Post("/v1/articles", CanaryDrafts.CreateArticle())).Json["article"]!["id"];
        var told = (await admin.Get($"/v1/events?review=any&article={drafted}")).Items;
        var shared = told.First(found => (string)found["review"]! == "accepted");
        var path = $"/v1/events/{shared["id"]}";
        var before = await admin.Timeline.Get(path);
        Assert.Equal(1, (int)before.Json["articleCount"]!);

        Assert.Equal(200, (int)(await admin.Post($"/v1/articles/{drafted}/review", new JsonObject { ["decision"] = "accepted" })).Status);

        var after = await admin.Timeline.Get(path);
        Assert.Equal(2, (int)after.Json["articleCount"]!);
        Assert.True((int)after.Json["version"]! > (int)before.Json["version"]!);
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
    }

    /// <summary>The events that this article alone tells of.</summary>
    private static async Task<IReadOnlyList<string>> DraftsOf(AdminClient admin, ApiResponse posted) =>
        (await admin.Get($"/v1/events?review=proposed&article={posted.Json["article"]!["id"]}")).Ids;
}
