using System.Reflection;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Models;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

public class StoreTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task All_of_an_answer_is_read_from_one_state_of_the_data(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);

        var (before, after) = await timeline.Store.Read(snapshot =>
        {
            var seen = snapshot.State.Seq;
            Task.Run(() => timeline.Store.Write("test", Add)).Wait(TestContext.Current.CancellationToken);
            return (seen, snapshot.State.Seq);
        });

        Assert.Equal(before, after);
        Assert.Equal(before + 1, (await timeline.Store.Read(snapshot => snapshot.State)).Seq);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_read_past_its_deadline_is_busy_and_the_next_one_is_answered(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        var settings = new Settings
        {
            ConnectionString = database,
            ReadDeadline = 0.3,
            Readers = 1,
        };
        using (var store = Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false))
        {
            for (var i = 0; i < 3; i++)
            {
                await Assert.ThrowsAsync<BusyException>(() =>
                    store.Read(snapshot =>
                        snapshot.QueryNumber(
                            $"with recursive endless(n) as (select 1 union all select n + 1 from endless) select count(*) from endless"
                        )
                    )
                );
                await Eventually.Reads(1, store, snapshot => snapshot.QueryNumber($"select 1"));
            }
        }

        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_read_of_many_short_statements_is_busy_too_once_its_deadline_is_over(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        var statements = 0;

        await Assert.ThrowsAsync<BusyException>(() =>
            timeline.Store.Read(snapshot =>
            {
                for (; statements < 100; statements++)
                {
                    snapshot.QueryNumber($"select 1");
                    timeline.Time.Advance(TimeSpan.FromSeconds(1));
                }

                return 0;
            })
        );

        Assert.Equal(6, statements);
        Assert.Equal(1, await timeline.Store.Read(snapshot => snapshot.QueryNumber($"select 1")));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_slow_request_ends_with_its_deadline_or_its_client_and_the_only_reader_is_free_again(DatabaseKind kind)
    {
        string[] settings = ["--Timeline:Readers=1", "--Timeline:ReadDeadline=0.5"];
        await using var timeline = await RunningTimeline.Start(databases, kind, seeded: true, settings: settings);
        await ModelLoader.Execute(
            timeline.ConnectionString,
            $"""
            alter table actor rename to known_actor;
            create view actor as select * from known_actor
            where (with recursive endless(n) as (select 1 union all select n from endless) select count(*) from endless) > 0
            """
        );
        for (var i = 0; i < 3; i++)
        {
            var slow = timeline.Get("/v1/actors");
            // SQLite is stopped by the program's clock, which stands still in tests.
            while (await Task.WhenAny(slow, Task.Delay(50)) != slow)
                timeline.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal((503, "busy"), ((int)(await slow).Status, (string)ProblemShape.Check(await slow)["code"]!));
            Assert.Equal(200, (int)(await timeline.Get("/v1/articles")).Status);

            using var gone = new CancellationTokenSource();
            var left = timeline.Client.GetAsync("/v1/actors", gone.Token);
            await Task.Delay(100, TestContext.Current.CancellationToken);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
            await Eventually.Equal(200, async () => (int)(await timeline.Get("/v1/articles")).Status);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_read_that_throws_keeps_its_connection_unless_the_database_failed(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        var settings = new Settings { ConnectionString = database, ReadDeadline = 0.3 };
        using (var store = Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false))
        {
            var first = await store.Read(Behind);

            await Assert.ThrowsAsync<InvalidOperationException>(() => store.Read<int>(_ => throw new InvalidOperationException()));
            await Assert.ThrowsAsync<OperationCanceledException>(() => store.Read<int>(_ => throw new OperationCanceledException()));
            await Assert.ThrowsAsync<BusyException>(() =>
                store.Read(snapshot =>
                    snapshot.QueryNumber(
                        $"with recursive endless(n) as (select 1 union all select n from endless) select count(*) from endless"
                    )
                )
            );
            Assert.Same(first, await store.Read(Behind));

            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                store.Read(snapshot => snapshot.QueryNumber($"select nothing from nowhere"))
            );
            Assert.NotSame(first, await store.Read(Behind));
        }

        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_reader_that_finds_no_free_place_by_the_deadline_is_told_so(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        var settings = new Settings
        {
            ConnectionString = database,
            ReadDeadline = 0.1,
            Readers = 1,
        };
        using (var store = Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false))
        {
            var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
            var first = Task.Run(() =>
                store.Read(_ =>
                {
                    held.SetResult();
                    release.Task.Wait(TestContext.Current.CancellationToken);
                    return 0;
                })
            );
            await held.Task;

            await Assert.ThrowsAsync<BusyException>(() => store.Read(_ => 0));
            release.SetResult();
            await first;
            await Eventually.Reads(7, store, _ => 7);
        }

        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_write_that_fails_leaves_nothing(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            timeline.Store.Write<int>(
                "test",
                transaction =>
                {
                    Add(transaction);
                    throw new InvalidOperationException();
                }
            )
        );

        Assert.Equal(
            (0, 0, 0),
            await timeline.Store.Read(snapshot =>
                (
                    snapshot.State.Seq,
                    snapshot.QueryNumber($"select count(*) from change"),
                    snapshot.QueryNumber($"select count(*) from actor")
                )
            )
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Every_change_is_appended_with_its_number_its_thing_its_version_and_who(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);

        await timeline.Store.Write("somebody", Add);

        Assert.Equal(
            ["1 actor 7 1 created somebody 2025-03-01T12:00:00.000Z"],
            await timeline.Store.Read(snapshot =>
                snapshot.Query<string>(
                    $"select seq || ' ' || thing || ' ' || id || ' ' || version || ' ' || change || ' ' || who || ' ' || at from change"
                )
            )
        );
    }

    private static object Behind(Snapshot snapshot) =>
        typeof(Snapshot)
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(field => field.FieldType == typeof(Connection))
            .GetValue(snapshot)!;

    private static int Add(WriteTransaction transaction)
    {
        transaction.Add(new ActorRow(7, "somebody", "person", ["Some Body"]));
        return 0;
    }
}
