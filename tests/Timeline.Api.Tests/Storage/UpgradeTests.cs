using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Models;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>A database that an earlier program wrote.</summary>
public class UpgradeTests(Databases databases)
{
    private const string Long = "The town council of Halden met Mayor Ana Ruiz in the old customs house";

    [Theory]
    [OnEveryDatabase]
    public async Task A_database_of_the_first_schema_gets_owners_and_bounded_titles_and_loses_the_words_in_its_history(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        await Write(kind, database);

        await using (var timeline = await RunningTimeline.Start(databases, kind, connectionString: database))
        {
            var told = (await timeline.Get("/v1/events")).Items.Single();
            Assert.Equal(("The town council of Halden met Mayor Ana…", "machine"), ((string)told["title"]!, (string)told["titleFrom"]!));
            Assert.Empty((await timeline.Get("/v1/events?q=customs")).Items);
            var (owners, history, known) = await timeline.Store.Read(snapshot =>
                (
                    snapshot.Query<string>(
                        $"select owner from event union all select owner from claim union all select owner from article"
                    ),
                    snapshot.Query<string>($"select before from change where before is not null and thing <> 'event'"),
                    snapshot.QueryNumber($"select count(*) from change where public = 1 and thing = 'event' and id = 2")
                )
            );
            Assert.Equal(["key:a", "key:a", "key:a"], owners);
            Assert.All(history, before => Assert.DoesNotContain("customs", before, StringComparison.Ordinal));
            Assert.True(known > 0);
        }

        forget();
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_database_of_the_second_schema_gets_what_articles_tell_and_what_its_merges_moved(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        await Write(kind, database);
        var schema = await File.ReadAllTextAsync(Schema(kind, "0002_ownership.sql"));
        const string before = """{"id":9,"event":9,"actors":"[{\"id\":\"ana\",\"name\":\"Ana\",\"roles\":[\"subject\",\"speaker\"]}]"}""";
        await ModelLoader.Execute(
            database,
            $"""
            {schema};
            insert into migration (number, name, applied_at) values (2, '0002_ownership', 'then');
            insert into actor (id, slug, name, kind, version, created_at, updated_at, seq)
              values (7, 'ana', 'Ana', 'person', 1, 't', 't', 5);
            insert into change (seq, thing, id, version, change, who, at, before, into_id) values
              (6, 'claim', 3, 4, 'moved', 'key:a', 't', '{before}', null), (7, 'event', 9, 2, 'merged', 'key:a', 't', '{before}', 2)
            """
        );

        using (var store = Store.Open(new Settings { ConnectionString = database }.ToStoreOptions(), TimeProvider.System, serve: false))
        {
            var (dates, claims, participants) = await store.Read(snapshot =>
                (
                    snapshot.Query<string>(
                        $"""
                        select e.date_from || ' ' || c.tells_extent from claim c join event e
                        on e.id = c.event and c.tells_start_day = e.start_day and c.tells_end_day = e.end_day and c.tells_length_class = 0
                        """
                    ),
                    snapshot.Query<string>($"select seq || ' ' || claim || ' ' || part || ' ' || version from merged_claim"),
                    snapshot.Query<string>(
                        $"""
                        select seq || ' ' || event || ' ' || origin || ' ' || actor || ' ' || role || ' ' || position || ' ' || added
                        from merged_participant order by position
                        """
                    )
                )
            );
            Assert.Equal(["claims within"], dates);
            Assert.Equal(["7 3 event 3"], claims);
            Assert.Equal(["7 9 0 7 subject 0 0", "7 9 0 7 speaker 1 0"], participants);
        }

        forget();
    }

    private static string Schema(DatabaseKind kind, string migration) =>
        SourceTree.Path("db", kind == DatabaseKind.Sqlite ? "sqlite" : "postgres", migration);

    /// <summary>An article under <c>keep</c> that a key posted, with an accepted event, as the first schema held it.</summary>
    private static async Task Write(DatabaseKind kind, string database)
    {
        var schema = await File.ReadAllTextAsync(Schema(kind, "0001_timeline.sql"));
        var text = string.Concat(Enumerable.Repeat(Long + ". ", 9));
        var day = Edtf.Day.FromYearMonthDay(2025, 3, 14).Number;
        var words =
            kind == DatabaseKind.Sqlite
                ? "insert into event_text (rowid, words, hidden) values (5, 'customs', '')"
                : "insert into event_text (key, words, hidden) values (5, 'customs', '')";
        await ModelLoader.Execute(
            database,
            $"""
            create table migration (number bigint primary key, name text not null, applied_at text not null);
            {schema};
            insert into migration (number, name, applied_at) values (1, '0001_timeline', 'then');
            insert into database (id, seq) values ('first', 5);
            insert into article (id, title, published, published_day, language, sha256, text_rights, text,
              version, created_at, updated_at, seq, public, event_count, claim_count)
              values (1, 'Council', '2025-03-14', {day}, 'en', '00', 'keep', '{text}', 2, 't', 't', 5, 1, 1, 1);
            insert into event (public, start_day, end_day, id, length_class, title, kind, tags, approximate, uncertain,
              extent, alternatives, review, version, created_at, updated_at,
              seq, text_key, standing, claim_count, article_count)
              values (1, {day}, {day}, 2, 0, '{Long}', 'meeting', '[]', 0, 0, 'within', '[]',
                'accepted', 2, 't', 't', 4, 5, 'reported', 1, 1);
            insert into claim (id, event, article, stance, direct, start_day, end_day, length_class,
              approximate, uncertain, extent, alternatives, quote_exact, quote_spans, review,
              version, created_at, updated_at, seq, public)
              values (3, 2, 1, 'asserts', 0, 3300000, 3300000, 0, 0, 0, 'within', '[]', '{Long}', '[]', 'accepted', 1, 't', 't', 3, 1);
            insert into change (seq, thing, id, version, change, who, at, before) values
              (1, 'article', 1, 1, 'created', 'key:a', 't', null), (2, 'event', 2, 1, 'created', 'key:a', 't', null),
              (3, 'claim', 3, 1, 'created', 'key:a', 't', null),
              (4, 'event', 2, 2, 'accepted', 'key:b', 't', '{"{"}"id":2,"title":"{Long}","public":0{"}"}'),
              (5, 'article', 1, 2, 'changed', 'key:b', 't', '{"{"}"id":1,"text":"{Long}","public":1{"}"}');
            {words}
            """
        );
    }
}
