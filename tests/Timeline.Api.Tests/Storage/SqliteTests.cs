using Microsoft.Data.Sqlite;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

public class SqliteTests(Databases databases)
{
    [Fact]
    public async Task Every_opened_connection_writes_ahead_and_waits_for_the_disk()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        var together = new Barrier(4);

        var readers = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                        timeline.Store.Read(snapshot =>
                        {
                            Assert.True(together.SignalAndWait(TimeSpan.FromMinutes(1)));
                            return Pragmas(snapshot);
                        })
                    )
                )
        );
        var writer = await timeline.Store.Write("test", transaction => Pragmas(transaction.Snapshot));

        Assert.All([.. readers, writer], pragmas => Assert.Equal(("wal", 2L), pragmas));
    }

    [Fact]
    public void SQLite_is_not_older_than_the_version_that_mended_the_loss_of_writes()
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
            var refused = await Assert.ThrowsAsync<SettingException>(() =>
                RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database)
            );

            Assert.StartsWith("ConnectionStrings__Timeline: ", refused.Message, StringComparison.Ordinal);
            Assert.Contains("is already served by another Timeline", refused.Message, StringComparison.Ordinal);
        }

        await using (await RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database)) { }
        forget();
    }

    [Theory]
    [InlineData("link.db", "link.db->timeline.db")]
    [InlineData("link/timeline.db", "link->.")]
    [InlineData("one/two.db", "one/two.db->../further/link.db further/link.db->../timeline.db")]
    [InlineData("in/link/../two.db", "in/link->. in/two.db->../timeline.db")]
    public async Task A_second_server_is_refused_also_where_it_comes_by_symbolic_links(string way, string links)
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        var home = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database).DataSource)!;
        foreach (var (link, target) in links.Split(' ').Select(pair => pair.Split("->")).Select(pair => (pair[0], pair[1])))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(home, link))!);
            File.CreateSymbolicLink(Path.Combine(home, link), target);
        }

        var linked = $"Data Source={Path.Combine(home, way)}";
        await using (await RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database))
        {
            var refused = await Assert.ThrowsAsync<SettingException>(() =>
                RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: linked)
            );

            Assert.Contains("is already served by another Timeline", refused.Message, StringComparison.Ordinal);
        }

        await using (await RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: linked)) { }
        forget();
    }

    [Fact]
    public void Links_that_lead_round_in_circles_stop_the_start_in_clear_words()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        var home = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database).DataSource)!;
        File.CreateSymbolicLink(Path.Combine(home, "one"), "two/x");
        File.CreateSymbolicLink(Path.Combine(home, "two"), "one/y");

        var settings = new Settings { ConnectionString = $"Data Source={home}/one/timeline.db" };

        var refused = Assert.Throws<SettingException>(() => Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: true));

        Assert.Contains("lead in a circle", refused.Message, StringComparison.Ordinal);
        forget();
    }

    [Fact]
    public async Task A_command_may_read_and_write_beside_a_server()
    {
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        using (
            var command = Store.Open(
                new Settings { ConnectionString = timeline.ConnectionString }.ToStoreOptions(),
                timeline.Time,
                serve: false
            )
        )
        {
            await command.Write(
                "command",
                transaction =>
                {
                    transaction.Add(new ActorRow(1, "somebody", "person", ["Some Body"]));
                    return 0;
                }
            );
        }

        Assert.Equal(1, (await timeline.Store.Read(snapshot => snapshot.State)).Seq);
    }

    private static (string, long) Pragmas(Snapshot snapshot) =>
        (snapshot.Query<string>($"pragma journal_mode")[0], snapshot.QueryNumber($"pragma synchronous"));
}
