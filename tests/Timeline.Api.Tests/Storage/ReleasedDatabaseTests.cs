using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

public class ReleasedDatabaseTests(Databases databases)
{
    [Fact]
    public async Task A_file_of_the_released_schema_is_read_with_what_its_articles_tell_and_what_its_merge_moved()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        ReleasedDatabase.Unpack(database);

        await using (var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database))
        {
            Assert.Equal(2, timeline.Store.MigratedFrom);
            var events = (await timeline.Get("/v1/events?limit=500&include=claims")).Items;
            var sources = events
                .GroupBy(item => (string)item["dateFrom"]!)
                .ToDictionary(group => group.Key, group => group.Select(item => (string)item["id"]!).ToList());
            // The sample was typed; of what was read, the event that two articles tell of keeps the date that it had.
            Assert.Contains(ReleasedDatabase.Merged, sources["person"]);
            Assert.Equal(4, sources["claims"].Count);
            foreach (var item in events)
            {
                foreach (var claim in item["claims"]!.AsArray())
                {
                    var isTold = (string)item["dateFrom"]! == "claims";
                    Assert.Equal(isTold, claim!["tells"] is not null);
                    Assert.Equal(isTold ? (string?)item["date"] : null, (string?)claim["tells"]?["date"]);
                    Assert.Equal(isTold ? (string?)item["phrase"] : null, (string?)claim["tells"]?["phrase"]);
                }
            }

            var (claims, participants, kept) = await timeline.Store.Read(snapshot =>
                (
                    snapshot.QueryNumber(
                        $"""
                        select count(*) from merged_claim m join claim c on c.id = m.claim
                        where m.part = 'event' and m.version = c.version - 1 and c.origin is not null
                        """
                    ),
                    snapshot.QueryNumber($"select count(*) from merged_participant where origin = 0 and added = 0"),
                    snapshot.QueryNumber($"select count(*) from proposed_actor")
                )
            );
            Assert.Equal((1L, 1L, 1L), (claims, participants, kept));
        }

        forget();
    }

    [Fact]
    public async Task A_rebuild_of_a_file_of_the_released_schema_finds_nothing_wrong()
    {
        var (database, forget) = databases.Create(DatabaseKind.Sqlite);
        ReleasedDatabase.Unpack(database);

        await using (var timeline = await RunningTimeline.Start(databases, DatabaseKind.Sqlite, connectionString: database))
        {
            var result = await timeline.Store.Write("test", transaction => transaction.RebuildReadModel(_ => { }));

            Assert.True(result.Events > 30);
            Assert.Equal((0L, 0L, 0L), (result.EventsPutRight, result.ActorsPutRight, result.ArticlesPutRight));
        }

        forget();
    }
}
