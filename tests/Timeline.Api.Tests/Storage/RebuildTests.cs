using CsCheck;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Models;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>What is derived can be made again at any time.</summary>
public class RebuildTests(Databases databases)
{
    private const int Timelines = 12;

    private static readonly Gen<(ModelTimeline Told, (int Kind, int First, int Second)[] Edits)> Histories = Gen.Select(
        TimelineGenerator.Timelines,
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 999], Gen.Int[0, 999]).Array[0, 12]
    );

    [Theory]
    [OnEveryDatabase]
    public async Task A_rebuild_after_random_edits_finds_all_that_is_derived_as_it_was_kept(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await PropertyCheck.ForAll(
            Histories,
            async history =>
            {
                await ModelLoader.Replace(timeline, history.Told);
                foreach (var (edit, first, second) in history.Edits)
                    await timeline.Store.Write("test", transaction => Edit(transaction, edit, first, second));
                var kept = await DerivedRows.Read(timeline.ConnectionString);
                var versions = await Versions(timeline);

                var result = await Rebuild(timeline);

                Assert.Equal(kept, await DerivedRows.Read(timeline.ConnectionString));
                Assert.Equal(versions, await Versions(timeline));
                Assert.Equal((0L, 0L, 0L), (result.EventsPutRight, result.ActorsPutRight, result.ArticlesPutRight));
            },
            Timelines
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_is_wrong_is_put_right_and_each_event_of_which_something_differed_gets_one_change(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind, seeded: true);
        var kept = await DerivedRows.Read(timeline.ConnectionString);
        var versions = await Versions(timeline);
        var seq = (await timeline.Store.Read(snapshot => snapshot.State)).Seq;
        var wrong = await timeline.Store.Read(snapshot => snapshot.Query<long>($"select id from event order by id limit 4"));
        var clear = kind == DatabaseKind.Sqlite ? "insert into claim_text (claim_text) values ('delete-all')" : "delete from claim_text";
        await ModelLoader.Execute(
            timeline.ConnectionString,
            $"""
            update event set standing = 'denied', claim_count = 9, actors = '[]' where id = {wrong[0]};
            delete from event_term where event = {wrong[1]};
            update event set public = 0 where id = {wrong[2]};
            update claim set public = 0 where id = (select min(id) from claim where event = {wrong[3]});
            update actor set event_count = 99, public = 0 where id = (select min(id) from actor);
            update article set claim_count = 0 where id = (select min(id) from article);
            delete from event_json where id = {wrong[0]};
            update term_count set events = 77 where term = 'all';
            delete from term_count where term like 'actor:%';
            insert into event_term (term, public, start_day, end_day, event, length_class, time_key) values ('kind:call', 1, 0, 0, 1, 0, 0);
            {clear}
            """
        );

        var result = await Rebuild(timeline);

        // What was put right has a new version, and says so.
        string[] changedJson = [.. wrong.Select(id => $"json {id} ")];
        bool IsTheSame(string line) => !changedJson.Any(line.StartsWith);
        Assert.Equal(kept.Where(IsTheSame), (await DerivedRows.Read(timeline.ConnectionString)).Where(IsTheSame));
        Assert.Equal((4L, 1L, 1L), (result.EventsPutRight, result.ActorsPutRight, result.ArticlesPutRight));
        var changed = versions.Except(await Versions(timeline)).Select(line => long.Parse(line.Split(' ')[0]));
        Assert.Equal(wrong.Order(), changed.Order());
        var changes = await timeline.Store.Read(snapshot =>
            snapshot.Query<string>($"select thing || ' ' || change || ' ' || public from change where seq > {seq}")
        );
        Assert.Equal(Enumerable.Repeat("event changed 1", 4), changes);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Progress_is_told_for_each_kind_of_thing_up_to_the_last(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind, seeded: true);
        var told = new List<RebuildProgress>();

        var result = await timeline.Store.Write("test", transaction => transaction.RebuildReadModel(told.Add));

        var last = told.GroupBy(progress => progress.Stage).Select(stage => (stage.Key, stage.Last().Done, stage.Last().Total));
        Assert.Equal(
            [
                ("events", result.Events, result.Events),
                ("actors", result.Actors, result.Actors),
                ("articles", result.Articles, result.Articles),
            ],
            last
        );
    }

    private static Task<RebuildResult> Rebuild(RunningTimeline timeline) =>
        timeline.Store.Write("test", transaction => transaction.RebuildReadModel(_ => { }));

    private static Task<List<string>> Versions(RunningTimeline timeline) =>
        timeline.Store.Read(snapshot =>
            snapshot.Query<string>($"select id || ' ' || version || ' ' || seq || ' ' || updated_at from event order by id")
        );

    private static bool Edit(WriteTransaction transaction, int kind, int first, int second)
    {
        List<long> Ids(string table) => transaction.Snapshot.Query<long>($"select id from {Sql.Raw(table)} order by id");

        var (events, claims, articles) = (Ids("event"), Ids("claim"), Ids("article"));
        switch (kind)
        {
            case 0 when events.Count > 0:
                transaction.Review("event", Pick(events, first), second % 2 == 0 ? "accepted" : "rejected", null);
                break;
            case 1 when claims.Count > 0:
                transaction.Review("claim", Pick(claims, first), second % 2 == 0 ? "accepted" : "rejected", null);
                break;
            case 2 when events.Count > 0:
                Merge(transaction, Pick(events, first), Pick(events, second));
                break;
            case 3 when articles.Count > 0 && second % 3 == 0:
                transaction.DeleteArticle(Pick(articles, first));
                break;
            case 4 when articles.Count > 0:
                transaction.UpdateArticle(Renamed(Pick(articles, first), ((string[])["show", "quote", "keep", "none"])[second % 4]));
                break;
            case 5 when events.Count > 0:
                transaction.SetMachineTitle(Pick(events, first), "alpha gamma", null, null);
                break;
        }

        return true;
    }

    /// <summary>What is accepted does not go into what is not.</summary>
    private static void Merge(WriteTransaction transaction, long gone, long into)
    {
        var reviews = transaction.Snapshot.Query<string>(
            $"select review from event where id in ({gone}, {into}) order by case when id = {gone} then 0 else 1 end"
        );
        var isRefused = gone == into || (reviews[0] == "accepted" && reviews[1] != "accepted");
        if (!isRefused)
            transaction.MergeEvents(gone, into);
    }

    private static long Pick(List<long> ids, int number) => ids[number % ids.Count];

    private static ArticleRow Renamed(long id, string rights) =>
        new(
            id,
            "beta delta",
            null,
            null,
            null,
            null,
            "2024-01-01",
            0,
            "en",
            "00",
            rights,
            rights == "quote" ? new string('x', 60) : null,
            null
        );
}
