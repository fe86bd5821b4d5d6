using Microsoft.Data.Sqlite;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Stored;

public class SqliteTests(Databases databases)
{
    [Fact]
    public async Task Every_opened_connection_writes_ahead_and_waits_for_the_disk()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        var together = new Barrier(4);

        var readers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => timeline.Store.Read(snapshot =>
        {
            Assert.True(together.SignalAndWait(TimeSpan.FromMinutes(1)));
            return Pragmas(snapshot);
        }))));
        var writer = await timeline.Store.Write("test", ledger => Pragmas(ledger.Now));

        Assert.All([.. readers, writer], pragmas => Assert.Equal(("wal", 2L), pragmas));
    }

    [Fact]
    public void SQLite_is_one_that_loses_no_committed_write()
    {
        using var connection = new SqliteConnection();

        Assert.True(Version.Parse(connection.ServerVersion) >= new Version(3, 51, 3), connection.ServerVersion);
    }

    [Fact]
    public async Task A_second_server_on_the_same_file_is_refused_in_clear_words_until_the_first_ends()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        await using (await RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database))
        {
            var refused = await Assert.ThrowsAsync<SettingException>(() => RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database));

            Assert.StartsWith("ConnectionStrings__Timeline: ", refused.Message, StringComparison.Ordinal);
            Assert.Contains("is already served by another Timeline", refused.Message, StringComparison.Ordinal);
        }

        await using (await RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database)) { }
        forget();
    }

    [Fact]
    public async Task A_command_may_read_and_write_beside_a_server()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        using (var command = Store.Open(new Settings { ConnectionString = timeline.ConnectionString }, timeline.Time, serve: false))
            await command.Write("command", ledger =>
            {
                ledger.Add(new ActorRow(1, "somebody", "person", ["Some Body"]));
                return 0;
            });

        Assert.Equal(1, (await timeline.Store.Read(snapshot => snapshot.State)).Seq);
    }

    private static (string, long) Pragmas(Snapshot snapshot) => (snapshot.Query<string>($"pragma journal_mode")[0], snapshot.Number($"pragma synchronous"));
}
