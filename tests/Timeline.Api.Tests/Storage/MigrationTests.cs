using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Models;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

public class MigrationTests(Databases databases)
{
    [Fact]
    public void Both_databases_have_migrations_of_the_same_names()
    {
        static IEnumerable<string> Names(string folder) =>
            Directory.GetFiles(SourceTree.Path("db", folder)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

        Assert.NotEmpty(Names("sqlite"));
        Assert.Equal(Names("sqlite"), Names("postgres"));
    }

    [Fact]
    public async Task Tables_columns_and_indexes_are_the_same_on_SQLite_and_PostgreSQL_full_text_aside()
    {
        PostgresServer.SkipWhereAbsent();
        await using var sqlite = await RunningTimeline.Start(databases, DatabaseKind.Sqlite);
        await using var postgres = await RunningTimeline.Start(databases, DatabaseKind.Postgres);

        var (columns, indexes) = await sqlite.Store.Read(DatabaseSchema.Read);
        var (otherColumns, otherIndexes) = await postgres.Store.Read(DatabaseSchema.Read);

        Assert.Contains("event start_day integer not null", columns);
        Assert.Contains("event_running", indexes);
        Assert.Equal(columns, otherColumns);
        Assert.Equal(indexes, otherIndexes);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_migration_that_fails_leaves_nothing_behind(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        var settings = new Settings { ConnectionString = database };
        // The name of a table that the first migration makes last but one, so that others are made before it fails.
        await ModelLoader.Execute(database, "create table claim_text (taken integer)");

        var refused = Assert.Throws<SettingException>(() => Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false));
        Assert.StartsWith("ConnectionStrings__Timeline: ", refused.Message, StringComparison.Ordinal);
        await ModelLoader.Execute(database, "drop table claim_text");
        using (var store = Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false))
            Assert.Equal(0, (await store.Read(snapshot => snapshot.State)).Seq);
        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_database_that_is_newer_than_the_program_is_refused_in_clear_words(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        var settings = new Settings { ConnectionString = database };
        Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false).Dispose();
        await ModelLoader.Execute(database, "insert into migration (number, name, applied_at) values (9999, '9999_future', 'then')");

        var refused = Assert.Throws<SettingException>(() => Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false));

        Assert.StartsWith(
            "ConnectionStrings__Timeline: the database is at migration 9999, newer than this program",
            refused.Message,
            StringComparison.Ordinal
        );
        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Opening_again_changes_nothing_and_keeps_the_databases_id(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind, seeded: true);
        var before = await timeline.Store.Read(snapshot => snapshot.State);

        var settings = new Settings { ConnectionString = timeline.ConnectionString };
        using var second = Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve: false);
        Assert.Equal(before, await second.Read(snapshot => snapshot.State));
    }
}

/// <summary>What a database consists of, in words that both share.</summary>
internal static class DatabaseSchema
{
    /// <summary>
    /// The columns as "table column type nullability" by name, and the names of the indexes; full text is each database's own.
    /// </summary>
    public static (List<string> Columns, List<string> Indexes) Read(Snapshot snapshot) =>
        snapshot.Dialect.Folder == "sqlite"
            ? (
                snapshot.Query<string>(
                    $"""
                    select t.name || ' ' || c.name || ' ' || lower(c.type)
                      || case when c."notnull" = 1 or c.pk > 0 then ' not null' else '' end
                    from sqlite_master t join pragma_table_info(t.name) c
                    where t.type = 'table' and t.name not like '%!_text%' escape '!' and t.name not in ('migration', 'sqlite_sequence')
                    order by t.name, c.name
                    """
                ),
                snapshot.Query<string>(
                    $"""
                    select name from sqlite_master
                    where type = 'index' and name not like 'sqlite_autoindex%' and name not like '%!_text!_%' escape '!' order by name
                    """
                )
            )
            : (
                snapshot.Query<string>(
                    $"""
                    select table_name || ' ' || column_name || ' '
                      || case data_type when 'bigint' then 'integer' when 'double precision' then 'real'
                        when 'bytea' then 'blob' else data_type end
                      || case is_nullable when 'NO' then ' not null' else '' end
                    from information_schema.columns
                    where table_schema = 'public' and table_name not like '%!_text' escape '!' and table_name <> 'migration'
                    order by table_name collate "C", column_name collate "C"
                    """
                ),
                snapshot.Query<string>(
                    $"""
                    select indexname::text from pg_indexes
                    where schemaname = 'public' and indexname not like '%!_pkey' escape '!' and indexname not like '%!_text!_%' escape '!'
                    order by indexname::text collate "C"
                    """
                )
            );
}
