using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Timeline.Api.Tests.Posting;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Security;

/// <summary>Nobody learns from any answer that there are drafts, let alone what is in them.</summary>
public partial class DraftLeakTests(Databases databases)
{
    private static readonly JsonObject Accept = new() { ["decision"] = "accepted" };

    [Theory]
    [OnEveryDatabase]
    public async Task Posting_drafts_changes_no_answer_and_no_tag_for_anyone_without_rights_to_them(DatabaseKind kind)
    {
        await using var desk = await Public(kind);
        var (writer, stranger) = (await desk.NewKey("write"), await desk.NewKey("write"));
        await Unchanged(desk, [null, stranger], () => PostDrafts(desk, writer));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Rejecting_drafts_changes_no_answer_and_no_tag(DatabaseKind kind)
    {
        await using var desk = await Public(kind);
        var drafts = await PostDrafts(desk, await desk.NewKey("write"));
        await Unchanged(desk, [null], async () =>
        {
            var decided = await desk.Post($"/v1/articles/{drafts[0]["article"]!["id"]}/review", new JsonObject { ["decision"] = "rejected", ["note"] = "Quobnote" });
            Assert.Equal(200, (int)decided.Status);
        });
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Merging_a_draft_into_a_draft_or_into_a_public_event_changes_no_answer_and_no_tag(DatabaseKind kind)
    {
        await using var desk = await Public(kind);
        var drafts = (await PostDrafts(desk, await desk.NewKey("write"))).SelectMany(Drafts).ToList();
        Assert.True(drafts.Count >= 3);
        await Unchanged(desk, [null], async () =>
        {
            foreach (var (from, into) in ((string, string)[])[(drafts[0], drafts[1]), (drafts[2], (await desk.Timeline.Get("/v1/events?q=dockers&limit=1")).Ids[0])])
                Assert.Equal(200, (int)(await desk.Post($"/v1/events/{from}/merge", new JsonObject { ["into"] = into })).Status);
        });
        // Whoever could see it is led to what it became; for everybody else it never was.
        Assert.Equal(404, (int)(await desk.Timeline.Get($"/v1/events/{drafts[2]}")).Status);
        Assert.Equal(308, (int)(await desk.Get($"/v1/events/{drafts[2]}?review=any")).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Showing_the_text_of_a_draft_and_deleting_it_changes_no_answer_and_no_tag(DatabaseKind kind)
    {
        await using var desk = await Public(kind);
        var drafts = await PostDrafts(desk, await desk.NewKey("write"));
        var path = $"/v1/articles/{drafts[0]["article"]!["id"]}";
        await Unchanged(desk, [null], async () =>
        {
            var tag = (await desk.Get(path + "?review=any")).Header("ETag")!;
            var shown = await desk.Send(HttpMethod.Patch, path, """{"textRights":"show"}""", ("If-Match", tag));
            Assert.Equal(200, (int)shown.Status);
        });
        await Unchanged(desk, [null], async () =>
        {
            var tag = (await desk.Get(path + "?review=any")).Header("ETag")!;
            Assert.Equal(204, (int)(await desk.Send(HttpMethod.Delete, path, "", ("If-Match", tag))).Status);
        });
        Assert.Equal((404, 410), ((int)(await desk.Timeline.Get(path)).Status, (int)(await desk.Get(path + "?review=any")).Status));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_id_of_a_draft_is_answered_as_one_that_never_was(DatabaseKind kind)
    {
        await using var desk = await Public(kind);
        var (writer, stranger) = (await desk.NewKey("write"), await desk.NewKey("write"));
        await PostDrafts(desk, writer);
        var open = Ids().Matches(await PublicText(desk)).Select(match => match.Value).ToHashSet();
        var hidden = Ids().Matches(await Marked.Seen(desk, "proposed", desk.Key)).Select(match => match.Value).Distinct().Where(id => !open.Contains(id)).ToList();
        Assert.True(hidden.Count > 6);

        // Of each kind two are enough: the same code answers for all.
        foreach (var id in hidden.Append("brenna-quobname").GroupBy(id => id[..4]).SelectMany(same => same.Take(2)))
        {
            var never = Never(id);
            foreach (var key in (string?[])[null, stranger])
            {
                var (known, unknown) = (await EveryReading.Read(desk.Timeline, await EveryReading.Naming(desk.Timeline, id), key), await EveryReading.Read(desk.Timeline, await EveryReading.Naming(desk.Timeline, never), key));
                Assert.NotEmpty(known);
                foreach (var (target, reading) in known)
                    Assert.Equal(Blotted(unknown[target.Replace(id, never)], never), Blotted(reading, id));
            }
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Drafts_that_share_articles_actors_events_and_days_with_public_things_show_in_no_answer(DatabaseKind kind)
    {
        await using var without = await Desk.Open(databases, kind);
        await using var with = await Desk.Open(databases, kind);
        await without.Timeline.Load(Marked.Lines(drafts: false));
        await with.Timeline.Load(Marked.Lines(drafts: true));
        Assert.Subset(Marked.In(await Marked.Seen(with, "any", with.Key), "").ToHashSet(), Marked.ImportWords.ToHashSet());
        var ids = Marked.Lines(drafts: true).Where(line => line.Length > 0).Select(line => (string)JsonNode.Parse(line)!["id"]!).ToList();
        var targets = (await EveryReading.Targets(with.Timeline, ids)).Where(target => !target.StartsWith("/v1/changes", StringComparison.Ordinal)).ToList();

        var (expected, actual) = (await EveryReading.Read(without.Timeline, targets), await EveryReading.Read(with.Timeline, targets));

        EveryReading.Same(Own(expected, without), Own(actual, with), "everybody");
        Assert.All(actual, answer => Assert.Empty(Marked.In(answer.Value.Body, answer.Key)));
    }

    /// <summary>A timeline with the sample and one article that everybody sees.</summary>
    private async Task<Desk> Public(DatabaseKind kind)
    {
        var desk = await Desk.Open(databases, kind, "--Timeline:Seed=true");
        Assert.Equal(201, (int)(await desk.Post("/v1/articles?review=accepted", Desk.Article())).Status);
        return desk;
    }

    /// <summary>Two articles of marked drafts; each as it was answered.</summary>
    private static async Task<IReadOnlyList<JsonNode>> PostDrafts(Desk desk, string key)
    {
        var (kept, shown) = (await desk.Post("/v1/articles", Marked.Draft(), ("Authorization", $"Bearer {key}")), await desk.Post("/v1/articles", Marked.Draft("show", " The quobharbour froze on 3 February 2025."), ("Authorization", $"Bearer {key}")));
        Assert.Equal((201, 201), ((int)kept.Status, (int)shown.Status));
        var seen = (await Marked.Seen(desk, "proposed", desk.Key)).ToLowerInvariant();
        Assert.All(Marked.Words, word => Assert.Contains(word, seen));
        return [kept.Json, shown.Json];
    }

    /// <summary>The ids of the events that are drafts.</summary>
    private static IEnumerable<string> Drafts(JsonNode posted) => posted["events"]!.AsArray().Where(found => ((string)found!["title"]!).Contains(Marked.Mark, StringComparison.OrdinalIgnoreCase)).Select(found => (string)found!["id"]!).Distinct();

    /// <summary>What these readers (by key; null: none) get is the same before and after, an hour later.</summary>
    private static async Task Unchanged(Desk desk, string?[] keys, Func<Task> act)
    {
        var targets = await EveryReading.Targets(desk.Timeline);
        var before = await Task.WhenAll(keys.Select(key => EveryReading.Read(desk.Timeline, targets, key)));
        desk.Timeline.Time.Advance(TimeSpan.FromHours(1));
        await act();
        for (var i = 0; i < keys.Length; i++)
        {
            var after = await EveryReading.Read(desk.Timeline, targets, keys[i]);
            // The tag of a view that is the caller's own may change with anything.
            var known = before[i].ToDictionary(pair => pair.Key, pair => pair.Key.Contains("review=") && after.TryGetValue(pair.Key, out var now) ? pair.Value with { ETag = now.ETag } : pair.Value);
            EveryReading.Same(known, after, keys[i] is null ? "everybody" : "a key that owns nothing");
            Assert.All(after, answer => Assert.Empty(Marked.In(answer.Value.ToString(), answer.Key)));
        }
    }

    private static async Task<string> PublicText(Desk desk) => string.Concat(await Task.WhenAll(Marked.Lists.Select(async list => (await desk.Timeline.Get($"/v1/{list}?limit=500")).Text)));

    /// <summary>An id like this one that nothing has.</summary>
    private static string Never(string id) => id[..^1] + (id[^1] == 'x' ? 'y' : 'x');

    private static string Blotted(Reading reading, string id) => reading.ToString().Replace(id, "ID");

    /// <summary>The answers without what is a server's own: its address, its tags, and cursors, which are signed.</summary>
    private static Dictionary<string, Reading> Own(IReadOnlyDictionary<string, Reading> readings, Desk desk) => readings.Where(pair => !pair.Key.Contains("cursor=")).ToDictionary(
        pair => pair.Key, pair => pair.Value with { ETag = null, Link = null, Body = NextCursor().Replace(pair.Value.Body, "").Replace(desk.Timeline.Client.BaseAddress!.Authority, "") });

    [GeneratedRegex("(evt|clm|art)_[0-9a-z]{13}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    [GeneratedRegex("\"nextCursor\":\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex NextCursor();
}
