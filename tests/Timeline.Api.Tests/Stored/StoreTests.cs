using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Stored;

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
        var settings = new Settings { ConnectionString = database, ReadDeadline = TimeSpan.FromMilliseconds(300), Readers = 1 };
        using (var store = Store.Open(settings, TimeProvider.System, serve: false))
        {
            for (var i = 0; i < 3; i++)
            {
                await Assert.ThrowsAsync<BusyException>(() => store.Read(snapshot =>
                    snapshot.Number($"with recursive endless(n) as (select 1 union all select n + 1 from endless) select count(*) from endless")));
                Assert.Equal(1, await store.Read(snapshot => snapshot.Number($"select 1")));
            }
        }

        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_reader_that_finds_no_free_place_by_the_deadline_is_told_so(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        using (var store = Store.Open(new Settings { ConnectionString = database, ReadDeadline = TimeSpan.FromMilliseconds(100), Readers = 1 }, TimeProvider.System, serve: false))
        {
            var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
            var first = Task.Run(() => store.Read(_ =>
            {
                held.SetResult();
                release.Task.Wait(TestContext.Current.CancellationToken);
                return 0;
            }));
            await held.Task;

            await Assert.ThrowsAsync<BusyException>(() => store.Read(_ => 0));
            release.SetResult();
            await first;
            Assert.Equal(7, await store.Read(_ => 7));
        }

        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_write_that_fails_leaves_nothing(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);

        await Assert.ThrowsAsync<InvalidOperationException>(() => timeline.Store.Write<int>("test", ledger =>
        {
            Add(ledger);
            throw new InvalidOperationException();
        }));

        Assert.Equal((0, 0, 0), await timeline.Store.Read(snapshot => (snapshot.State.Seq, snapshot.Number($"select count(*) from change"), snapshot.Number($"select count(*) from actor"))));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Every_change_is_appended_with_its_number_its_thing_its_version_and_who(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);

        await timeline.Store.Write("somebody", Add);

        Assert.Equal(["1 actor 7 1 created somebody 2025-03-01T12:00:00.000Z"], await timeline.Store.Read(snapshot =>
            snapshot.Query<string>($"select seq || ' ' || thing || ' ' || id || ' ' || version || ' ' || change || ' ' || who || ' ' || at from change")));
    }

    private static int Add(Ledger ledger)
    {
        ledger.Add(new ActorRow(7, "somebody", "person", ["Some Body"]));
        return 0;
    }
}
