using Timeline.Api.Domain;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

public class IdTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Ids_go_on_upwards_whatever_the_clock_shows_after_a_restart(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        var ids = new List<long>();
        foreach (var year in (int[])[2031, 2025, 1999, 2200, 1, 9999, 2026])
        {
            var now = new DateTimeOffset(year, 1, 2, 0, 0, 0, TimeSpan.Zero);
            await using var timeline = await RunningTimeline.Start(databases, kind, connectionString: database, now: now);
            ids.AddRange(
                await timeline.Store.Write("test", transaction => Enumerable.Range(0, 3).Select(_ => transaction.NextId("event")).ToList())
            );
        }

        Assert.Equal(ids.Order().Distinct(), ids);
        Assert.All(ids, id => Assert.True(Ids.TryParse(Ids.Event, Ids.Text(Ids.Event, id), out var read) && read == id));
        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_article_is_stored_and_found_whatever_the_clock_shows(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        foreach (var year in (int[])[1999, 2200, 2025])
        {
            admin.Timeline.Time.AdjustTime(new DateTimeOffset(year, 1, 2, 0, 0, 0, TimeSpan.Zero));

            var filed = await admin.PostStory($"{AdminClient.Story} That was told in {year}.");

            Assert.Equal(200, (int)(await admin.Get($"/v1/articles/{filed["article"]!["id"]}?review=any")).Status);
        }

        var ids = (await admin.Get("/v1/claims?review=any&limit=500")).Ids;
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_an_import_brings_moves_no_id_and_is_not_given_out_again_also_once_it_is_deleted(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        var first = await timeline.Store.Write("test", transaction => transaction.NextId("event"));
        timeline.Time.AdjustTime(timeline.Time.GetUtcNow().AddYears(-1));
        await timeline.Load([
            Article(long.MaxValue),
            Event(first + 1),
            Claim(1, first + 1, long.MaxValue),
            Article(1),
            Event(first + 2),
            Claim(first + 4, first + 2, 1),
        ]);
        await timeline.Store.Write(
            "test",
            transaction =>
            {
                transaction.DeleteArticle(long.MaxValue);
                return 0;
            }
        );

        var next = await timeline.Store.Write(
            "test",
            transaction => (transaction.NextId("event"), transaction.NextId("claim"), transaction.NextId("article"))
        );

        Assert.Equal((first + 3, first + 5, first + 6), next);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Two_programs_that_write_at_once_take_turns(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        var settings = new Settings { ConnectionString = database };
        using (var one = Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false))
        using (var other = Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false))
        {
            var ids = await Task.WhenAll(
                Enumerable
                    .Range(0, 40)
                    .Select(i =>
                        Task.Run(() =>
                            (i % 2 == 0 ? one : other).Write(
                                "test",
                                transaction =>
                                {
                                    var id = transaction.NextId("actor");
                                    transaction.Add(new ActorRow(id, $"somebody-{i}", "person", [$"Somebody {i}"]));
                                    return id;
                                }
                            )
                        )
                    )
            );

            Assert.Equal(40, ids.Distinct().Count());
            Assert.Equal(40, (await one.Read(snapshot => snapshot.State)).Seq);
        }

        forget();
    }

    private static string Article(long id) =>
        $$"""
            {"type":"article","id":"{{Ids.Text(
                Ids.Article,
                id
            )}}","title":"Told","published":"2025-01-01","language":"en","sha256":"{{id:x64}}"}
            """;

    private static string Event(long id) => $$"""{"type":"event","id":"{{Ids.Text(Ids.Event, id)}}","title":"It happened"}""";

    private static string Claim(long id, long about, long article)
    {
        var (claim, @event, told) = (Ids.Text(Ids.Claim, id), Ids.Text(Ids.Event, about), Ids.Text(Ids.Article, article));
        return $$"""{"type":"claim","id":"{{claim}}","event":"{{@event}}","article":"{{told}}","stance":"asserts"}""";
    }
}
