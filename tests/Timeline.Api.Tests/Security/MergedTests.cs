using System.Text.Json.Nodes;
using Timeline.Api.Tests.Posting;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Security;

/// <summary>What a reader is told of events that changed or went, as far as he could see them.</summary>
public class MergedTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task An_event_that_everybody_saw_leads_to_what_it_was_merged_into(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        Assert.Equal(201, (int)(await desk.Post("/v1/articles?review=accepted", Desk.Article())).Status);
        var ids = (await desk.Timeline.Get("/v1/events")).Ids;

        Assert.Equal(200, (int)(await desk.Post($"/v1/events/{ids[0]}/merge", new JsonObject { ["into"] = ids[1] })).Status);

        foreach (var path in (string[])["", "/claims"])
        {
            var moved = await desk.Timeline.Get($"/v1/events/{ids[0]}{path}");
            Assert.Equal(308, (int)moved.Status);
            Assert.EndsWith($"/v1/events/{ids[1]}{path}", moved.Header("Location"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_public_event_does_not_lead_to_a_draft_that_it_was_to_be_merged_into(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        Assert.Equal(201, (int)(await desk.Post("/v1/articles?review=accepted", Desk.Article())).Status);
        var open = (await desk.Timeline.Get("/v1/events")).Ids[0];
        var draft = (await DraftsOf(desk, await desk.Post("/v1/articles", Marked.Draft())))[0];

        await desk.Post($"/v1/events/{open}/merge", new JsonObject { ["into"] = draft });

        // Whether such a merge is refused or hides the event, nobody learns of the draft.
        var answer = await desk.Timeline.Get($"/v1/events/{open}");
        Assert.Equal(404, (int)(await desk.Timeline.Get($"/v1/events/{draft}")).Status);
        Assert.Contains((int)answer.Status, (int[])[200, 404, 410]);
        Assert.DoesNotContain(draft, answer.Text + answer.Header("Location"), StringComparison.Ordinal);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_claim_that_becomes_public_changes_the_version_and_the_tag_of_its_event(DatabaseKind kind)
    {
        await using var desk = await Desk.Open(databases, kind);
        Assert.Equal(201, (int)(await desk.Post("/v1/articles?review=accepted", Desk.Article())).Status);
        var drafted = (await desk.Post("/v1/articles", Marked.Draft())).Json["article"]!["id"];
        var told = (await desk.Get($"/v1/events?review=any&article={drafted}")).Items;
        var shared = told.First(found => (string)found["review"]! == "accepted");
        var path = $"/v1/events/{shared["id"]}";
        var before = await desk.Timeline.Get(path);
        Assert.Equal(1, (int)before.Json["articleCount"]!);

        Assert.Equal(200, (int)(await desk.Post($"/v1/articles/{drafted}/review", new JsonObject { ["decision"] = "accepted" })).Status);

        var after = await desk.Timeline.Get(path);
        Assert.Equal(2, (int)after.Json["articleCount"]!);
        Assert.True((int)after.Json["version"]! > (int)before.Json["version"]!);
        Assert.NotEqual(before.Header("ETag"), after.Header("ETag"));
    }

    /// <summary>The events that this article alone tells of.</summary>
    private static async Task<IReadOnlyList<string>> DraftsOf(Desk desk, Answer posted) =>
        (await desk.Get($"/v1/events?review=proposed&article={posted.Json["article"]!["id"]}")).Ids;
}
