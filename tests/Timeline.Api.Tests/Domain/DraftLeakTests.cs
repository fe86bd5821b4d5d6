using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Timeline.Api.Tests.Fuzzing;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Domain;

/// <summary>Nobody learns from any answer that there are drafts, let alone what is in them.</summary>
public partial class DraftLeakTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Posting_drafts_changes_no_answer_and_no_tag_for_anyone_without_rights_to_them(DatabaseKind kind)
    {
        await using var admin = await Public(kind);
        var (writer, stranger) = (await admin.NewKey("write"), await admin.NewKey("write"));
        await Unchanged(admin, [null, stranger], () => PostDrafts(admin, writer));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Rejecting_drafts_changes_no_answer_and_no_tag(DatabaseKind kind)
    {
        await using var admin = await Public(kind);
        var drafts = await PostDrafts(admin, await admin.NewKey("write"));
        await Unchanged(
            admin,
            [null],
            async () =>
            {
                var rejection = new JsonObject { ["decision"] = "rejected", ["note"] = "Quobnote" };
                Assert.Equal(200, (int)(await admin.Post($"/v1/articles/{drafts[0]}/review", rejection)).Status);
            }
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Merging_a_draft_into_a_draft_or_into_a_public_event_changes_no_answer_and_no_tag(DatabaseKind kind)
    {
        await using var admin = await Public(kind);
        await PostDrafts(admin, await admin.NewKey("write"));
        var drafts = (await admin.Get("/v1/events?review=proposed&q=quob*")).Ids;
        var open = (await admin.Timeline.Get("/v1/events?q=dockers")).Ids[0];
        Assert.True(drafts.Count >= 3);
        await Unchanged(
            admin,
            [null],
            async () =>
            {
                foreach (var (from, into) in ((string, string)[])[(drafts[0], drafts[1]), (drafts[2], open)])
                    Assert.Equal(200, (int)(await admin.Post($"/v1/events/{from}/merge", new JsonObject { ["into"] = into })).Status);
            }
        );
        // Whoever could see it is led to what it became; for everybody else it never was.
        Assert.Equal(404, (int)(await admin.Timeline.Get($"/v1/events/{drafts[2]}")).Status);
        Assert.Equal(308, (int)(await admin.Get($"/v1/events/{drafts[2]}?review=any")).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Showing_the_text_of_a_draft_and_deleting_it_changes_no_answer_and_no_tag(DatabaseKind kind)
    {
        await using var admin = await Public(kind);
        var path = $"/v1/articles/{(await PostDrafts(admin, await admin.NewKey("write")))[0]}";
        await Unchanged(
            admin,
            [null],
            async () =>
            {
                var shown = await admin.Send(HttpMethod.Patch, path, """{"textRights":"show"}""", ("If-Match", await Tag(admin, path)));
                Assert.Equal(200, (int)shown.Status);
            }
        );
        await Unchanged(
            admin,
            [null],
            async () => Assert.Equal(204, (int)(await admin.Send(HttpMethod.Delete, path, "", ("If-Match", await Tag(admin, path)))).Status)
        );
        Assert.Equal((404, 410), ((int)(await admin.Timeline.Get(path)).Status, (int)(await admin.Get(path + "?review=any")).Status));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_id_of_a_draft_is_answered_as_one_that_never_was(DatabaseKind kind)
    {
        await using var admin = await Public(kind);
        var stranger = await admin.NewKey("write");
        await PostDrafts(admin, await admin.NewKey("write"));
        var open = Ids().Matches(await PublicText(admin)).Select(match => match.Value).ToHashSet();
        var seen = Ids().Matches(await CanaryDrafts.ReadEverything(admin, "proposed", admin.Key)).Select(match => match.Value).Distinct();
        var hidden = seen.Where(id => !open.Contains(id)).Append("brenna-quobname").ToList();
        Assert.True(hidden.Count > 6);

        // Of each kind two are enough: the same code answers for all.
        foreach (var id in hidden.GroupBy(id => id[..4]).SelectMany(same => same.Take(2)))
        {
            foreach (var key in (string?[])[null, stranger])
            {
                var never = id[..^1] + (id[^1] == 'x' ? 'y' : 'x');
                var known = await ApiCrawler.Fetch(admin.Timeline, await ApiCrawler.ListTargetsNaming(admin.Timeline, id), key);
                var unknown = await ApiCrawler.Fetch(admin.Timeline, await ApiCrawler.ListTargetsNaming(admin.Timeline, never), key);
                Assert.NotEmpty(known);
                ApiCrawler.AssertSame(Without(never, unknown), Without(id, known), $"whoever knows the id {id}");
            }
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Drafts_that_share_articles_actors_events_and_days_with_public_things_show_in_no_answer(DatabaseKind kind)
    {
        await using var without = await AdminClient.Open(databases, kind);
        await using var with = await AdminClient.Open(databases, kind);
        await without.Timeline.LoadAndAnalyze(CanaryDrafts.ImportLines(drafts: false));
        await with.Timeline.LoadAndAnalyze(CanaryDrafts.ImportLines(drafts: true));
        Assert.Subset(
            CanaryDrafts.FindWords(await CanaryDrafts.ReadEverything(with, "any", with.Key), "").ToHashSet(),
            CanaryDrafts.ImportWords.ToHashSet()
        );
        var ids = CanaryDrafts.ImportLines(drafts: true).Select(line => (string)JsonNode.Parse(line)!["id"]!).ToList();
        // Two databases count their changes each for itself; the change feed is held by the tests before.
        var all = await ApiCrawler.ListTargets(with.Timeline, ids);
        var targets = all.Where(target => !target.StartsWith("/v1/changes", StringComparison.Ordinal)).ToList();

        var (expected, actual) = (await ApiCrawler.Fetch(without.Timeline, targets), await ApiCrawler.Fetch(with.Timeline, targets));

        ApiCrawler.AssertSame(Own(expected, without), Own(actual, with), "everybody");
        Assert.All(actual, answer => Assert.Empty(CanaryDrafts.FindWords(answer.Value.Body, answer.Key)));
    }

    /// <summary>A timeline with the sample and one article that everybody sees.</summary>
    private async Task<AdminClient> Public(DatabaseKind kind)
    {
        var admin = await AdminClient.Open(databases, kind, "--Timeline:Seed=true");
        Assert.Equal(201, (int)(await admin.Post("/v1/articles?review=accepted", AdminClient.Article())).Status);
        return admin;
    }

    /// <summary>Two articles of marked drafts; their ids.</summary>
    private static async Task<IReadOnlyList<string>> PostDrafts(AdminClient admin, string key)
    {
        var ids = new List<string>();
        foreach (
            var draft in (JsonObject[])
                [CanaryDrafts.CreateArticle(), CanaryDrafts.CreateArticle("show", " The quobharbour froze on 3 February 2025.")]
        )
        {
            var posted = await admin.Post("/v1/articles", draft, ("Authorization", $"Bearer {key}"));
            Assert.Equal(201, (int)posted.Status);
            ids.Add((string)posted.Json["article"]!["id"]!);
        }

        Assert.Superset(
            CanaryDrafts.Words.ToHashSet(),
            CanaryDrafts.FindWords(await CanaryDrafts.ReadEverything(admin, "proposed", admin.Key), "").ToHashSet()
        );
        return ids;
    }

    /// <summary>What these readers (by key; null: none) get is the same before and after, an hour later.</summary>
    private static async Task Unchanged(AdminClient admin, string?[] keys, Func<Task> act)
    {
        var targets = await ApiCrawler.ListTargets(admin.Timeline);
        var before = new List<IReadOnlyDictionary<string, ResponseSnapshot>>();
        foreach (var key in keys)
            before.Add(await ApiCrawler.Fetch(admin.Timeline, targets, key));
        admin.Timeline.Time.Advance(TimeSpan.FromHours(1));
        await act();
        foreach (var (key, known) in keys.Zip(before))
        {
            var after = await ApiCrawler.Fetch(admin.Timeline, targets, key);
            ApiCrawler.AssertSame(Shared(known), Shared(after), key is null ? "everybody" : "a key that owns nothing");
            Assert.All(after, answer => Assert.Empty(CanaryDrafts.FindWords(answer.Value.ToString(), answer.Key)));
        }
    }

    /// <summary>The readings, without the tags of a view that is the caller's own: these may change with anything.</summary>
    private static Dictionary<string, ResponseSnapshot> Shared(IReadOnlyDictionary<string, ResponseSnapshot> readings) =>
        readings.ToDictionary(pair => pair.Key, pair => pair.Key.Contains("review=") ? pair.Value with { ETag = null } : pair.Value);

    /// <summary>The readings of a server without what is its own: its address, its tags, and cursors, which are signed.</summary>
    private static Dictionary<string, ResponseSnapshot> Own(IReadOnlyDictionary<string, ResponseSnapshot> readings, AdminClient admin)
    {
        var address = admin.Timeline.Client.BaseAddress!.Authority;
        return readings.Where(pair => !pair.Key.Contains("cursor=")).ToDictionary(pair => pair.Key, pair => Plain(pair.Value));

        ResponseSnapshot Plain(ResponseSnapshot reading) =>
            reading with
            {
                ETag = null,
                Link = null,
                Body = OwnNumbers().Replace(reading.Body, "").Replace(address, ""),
            };
    }

    private static Dictionary<string, ResponseSnapshot> Without(string id, IReadOnlyDictionary<string, ResponseSnapshot> readings) =>
        readings.ToDictionary(pair => pair.Key.Replace(id, "ID"), pair => pair.Value with { Body = pair.Value.Body.Replace(id, "ID") });

    private static async Task<string> PublicText(AdminClient admin) =>
        string.Concat(
            await Task.WhenAll(CanaryDrafts.Lists.Select(async list => (await admin.Timeline.Get($"/v1/{list}?limit=500")).Text))
        );

    private static async Task<string> Tag(AdminClient admin, string path) => (await admin.Get(path + "?review=any")).Header("ETag")!;

    [GeneratedRegex("(evt|clm|art)_[0-9a-z]{13}", RegexOptions.NonBacktracking)]
    private static partial Regex Ids();

    /// <summary>What belongs to one database: the signed place of the next page, and the number of the last change.</summary>
    [GeneratedRegex("\"nextCursor\":\"[^\"]*\"|\"seq\":[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex OwnNumbers();
}
