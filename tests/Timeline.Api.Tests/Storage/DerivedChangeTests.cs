using System.Text.Json.Nodes;
using Timeline.Api.Domain;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>Which changes are changes of what everyone sees.</summary>
public class DerivedChangeTests(Databases databases)
{
    private const string Met = "The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget.";

    [Theory]
    [OnEveryDatabase]
    public async Task A_draft_leaves_the_tags_of_what_everyone_sees_as_they_were(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var id = await Accepted(admin, Met);
        string[] paths =
        [
            "/v1/events",
            "/v1/claims",
            "/v1/actors",
            "/v1/articles",
            "/v1/facets",
            "/v1/charts/histogram",
            "/v1/feeds/events.ics",
            $"/v1/events/{id}",
        ];
        var before = await Tags(admin, paths);

        var draft = await admin.PostStory($"{Met} It met again.", "2025-03-15");
        Assert.Equal(2, (int)(await admin.Get($"/v1/events/{id}?review=any")).Json["claimCount"]!);
        Assert.Equal(before, await Tags(admin, paths));
        await admin.Post($"/v1/articles/{draft["article"]!["id"]}/review", new JsonObject { ["decision"] = "rejected" });
        Assert.Equal(before, await Tags(admin, paths));

        await Accepted(admin, "The harbour of Halden was closed on 6 March 2025, Mayor Ana Ruiz said.");
        var after = await Tags(admin, paths);
        Assert.All(before.Zip(after).SkipLast(1), pair => Assert.NotEqual(pair.First, pair.Second));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_standing_that_another_articles_claim_changes_is_a_new_version_of_the_event(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var id = await Accepted(admin, Met);
        var before = await admin.Timeline.Get($"/v1/events/{id}");
        var sequence = await Sequence(admin, id);
        admin.Timeline.Time.Advance(TimeSpan.FromMinutes(1));

        var denial = await Deny(admin, id);
        Assert.Equal(before.Text, (await admin.Timeline.Get($"/v1/events/{id}")).Text);
        await admin.Post($"/v1/claims/{denial}/review", new JsonObject { ["decision"] = "accepted" });

        var after = (await admin.Timeline.Get($"/v1/events/{id}")).Json;
        Assert.Equal(("reported", "disputed"), ((string)before.Json["standing"]!, (string)after["standing"]!));
        Assert.Equal((int)before.Json["version"]! + 1, (int)after["version"]!);
        Assert.NotEqual((string)before.Json["updatedAt"]!, (string)after["updatedAt"]!);
        Assert.Equal(sequence + 1, await Sequence(admin, id));
        Assert.Equal(id, (await admin.Timeline.Get("/v1/events?sort=-updated&limit=1")).Ids.Single());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Merging_a_draft_into_a_public_event_publishes_none_of_its_actors_until_its_claims_are_accepted(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var id = await Accepted(admin, Met);
        var before = await admin.Timeline.Get($"/v1/events/{id}");
        var draft = (
            await admin.PostStory("Ferry owner Quillfeather Zanzotto met Mayor Ana Ruiz on 5 March 2025 in Halden.", "2025-03-15")
        )["events"]!
            .AsArray()
            .Select(found => (string)found!["id"]!)
            .First();
        Assert.Contains("Zanzotto", (await admin.Get($"/v1/events/{draft}?review=any")).Text, StringComparison.Ordinal);

        Assert.Equal(200, (int)(await admin.Post($"/v1/events/{draft}/merge", new JsonObject { ["into"] = id })).Status);

        var merged = await admin.Timeline.Get($"/v1/events/{id}");
        Assert.Equal((before.Text, before.Header("ETag")), (merged.Text, merged.Header("ETag")));
        Assert.Empty((await admin.Timeline.Get("/v1/actors?q=quillfeather*")).Items);
        Assert.Equal(404, (int)(await admin.Timeline.Get($"/v1/events/{draft}")).Status);

        var claims = (await admin.Get($"/v1/events/{id}/claims?review=proposed")).Items.Select(claim => claim["id"]!.DeepClone());
        await admin.Post("/v1/reviews", new JsonObject { ["decision"] = "accepted", ["claims"] = new JsonArray([.. claims]) });
        Assert.Contains("Zanzotto", (await admin.Timeline.Get($"/v1/events/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_accepted_event_does_not_vanish_in_a_draft(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var id = await Accepted(admin, Met);
        var draft = (await admin.PostStory())["events"]!.AsArray().Select(found => (string)found!["id"]!).First();

        var answer = await admin.Post($"/v1/events/{id}/merge", new JsonObject { ["into"] = draft });

        Assert.Equal((409, "conflict"), ((int)answer.Status, (string)answer.Json["code"]!));
        Assert.Equal(200, (int)(await admin.Timeline.Get($"/v1/events/{id}")).Status);
    }

    /// <summary>Posts an article and accepts all of it; gives the id of its first event.</summary>
    private static async Task<string> Accepted(AdminClient admin, string text)
    {
        var read = await admin.PostStory(text);
        Assert.Equal(
            200,
            (int)(await admin.Post($"/v1/articles/{read["article"]!["id"]}/review", new JsonObject { ["decision"] = "accepted" })).Status
        );
        return (string)read["events"]!.AsArray()[0]!["id"]!;
    }

    /// <summary>Another article, in which somebody denies the event, as a proposal; gives the claim's id.</summary>
    private static async Task<string> Deny(AdminClient admin, string @event)
    {
        const long article = 7;
        const long claim = 8;
        Assert.True(Ids.TryParse(Ids.Event, @event, out var about));
        var day = Edtf.Day.FromYearMonthDay(2025, 3, 15).Number;
        await admin.Timeline.Store.Write(
            "test",
            transaction =>
            {
                transaction.Add(
                    new ArticleRow(article, "No meeting", null, null, null, null, "2025-03-15", day, "en", "00", "keep", null, null)
                );
                transaction.Add(
                    new ClaimRow(
                        claim,
                        about,
                        article,
                        null,
                        "A clerk",
                        null,
                        null,
                        "denies",
                        "denied",
                        false,
                        null,
                        StatedDate.Unknown,
                        null,
                        null,
                        null,
                        null,
                        [],
                        "proposed"
                    )
                );
                return true;
            }
        );
        return Ids.Text(Ids.Claim, claim);
    }

    private static async Task<List<string?>> Tags(AdminClient admin, string[] paths)
    {
        var tags = new List<string?>();
        foreach (var path in paths)
            tags.Add((await admin.Timeline.Get(path)).Header("ETag"));
        return tags;
    }

    private static async Task<int> Sequence(AdminClient admin, string id)
    {
        var lines = (await admin.Timeline.Get("/v1/feeds/events.ics")).Text.Split("\r\n").ToList();
        var start = lines.IndexOf($"UID:{id}");
        var entry = lines[lines.FindLastIndex(start, line => line == "BEGIN:VEVENT")..lines.FindIndex(start, line => line == "END:VEVENT")];
        return int.Parse(entry.Single(line => line.StartsWith("SEQUENCE:", StringComparison.Ordinal))["SEQUENCE:".Length..]);
    }
}
