using System.Collections.Concurrent;
using Timeline.Api.Tests.Running;

[assembly: AssemblyFixture(typeof(Databases))]

namespace Timeline.Api.Tests.Running;

/// <summary>Makes empty databases for all tests, and keeps one running timeline with the sample in it for those that only read.</summary>
public sealed class Databases : IAsyncDisposable
{
    private static int created;
    private readonly PostgresServer _postgres = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("timeline-tests-");
    private readonly ConcurrentDictionary<(DatabaseKind, string), Lazy<Task<RunningTimeline>>> _seeded = new();

    /// <summary>The connection string of a new, empty database, and what removes it.</summary>
    public (string ConnectionString, Action Forget) Create(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var database = _postgres.CreateDatabase();
            return (database, () => _postgres.DropDatabase(database));
        }

        var one = _folder.CreateSubdirectory($"{Interlocked.Increment(ref created)}");
        return ($"Data Source={Path.Combine(one.FullName, "timeline.db")}", () => one.Delete(recursive: true));
    }

    /// <summary>A timeline that holds the sample; shared, so nobody may write to it.</summary>
    public Task<RunningTimeline> Seeded(DatabaseKind kind, string environment = "Production") =>
        _seeded.GetOrAdd((kind, environment), key => new(() => RunningTimeline.Start(this, key.Item1, seeded: true, key.Item2))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var timeline in _seeded.Values)
            await (await timeline.Value).DisposeAsync();
        _postgres.Dispose();
        _folder.Delete(recursive: true);
    }
}
