using Timeline.Api.Ingestion;
using Timeline.Api.Keys;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>What is done to the database before the server listens.</summary>
public static class StartUp
{
    /// <summary>The first schema, under which titles of machines were not bounded by the rights to their text.</summary>
    private const int SchemaWithoutBoundTitles = 1;

    public static async Task Run(Store store, bool seed, TimeProvider time)
    {
        if (store.MigratedFrom == SchemaWithoutBoundTitles)
            await store.Write("upgrade", MachineTitleUpdate.BoundAll);
        await RebuildIfOlder(store);
        if (seed)
            await SeedIfEmpty(store);
        await PrintFirstKey(store, time);
    }

    /// <summary>A database that an earlier program wrote lacks some of what this one keeps to read from.</summary>
    private static Task<bool> RebuildIfOlder(Store store) =>
        store.Write(
            "upgrade",
            transaction =>
            {
                var isOlder = transaction.Snapshot.QueryNumber($"select read_model from database") < ReadModel.Version;
                if (isOlder && transaction.Snapshot.State.Seq > 0)
                    Console.Error.WriteLine("An earlier program wrote this database. What follows from it is made again, once.");
                if (isOlder)
                    transaction.RebuildReadModel(_ => { });
                return isOlder;
            }
        );

    private static Task<bool> SeedIfEmpty(Store store) =>
        store.Write(
            "seed",
            transaction =>
            {
                var isEmpty = transaction.Snapshot.State.Seq == 0;
                if (isEmpty)
                    ImportReader.Load(transaction, File.ReadLines(Path.Combine(AppContext.BaseDirectory, "db", "seed", "timeline.ndjson")));
                return isEmpty;
            }
        );

    /// <summary>A database without any key gets one for its administrator, shown this once.</summary>
    private static async Task PrintFirstKey(Store store, TimeProvider time)
    {
        var token = await store.Write(
            "setup",
            transaction =>
                transaction.Snapshot.QueryNumber($"select count(*) from access_key") > 0
                    ? null
                    : AccessKeys.Create(transaction, "first admin", ["admin"], time.GetUtcNow(), null)
        );
        if (token is not null)
            Console.WriteLine($"This is the admin key of this timeline. It is shown once, so keep it:\n  {token}");
    }
}
