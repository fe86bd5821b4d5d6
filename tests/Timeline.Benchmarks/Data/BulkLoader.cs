using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Timeline.Api.Domain;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;

namespace Timeline.Benchmarks.Data;

/// <summary>
/// Fills a new database with a made-up timeline past the program's own write path, with all that it would derive; a rebuild finds
/// nothing to put right, which the benchmarks check in small.
/// </summary>
public sealed partial class BulkLoader : IDisposable
{
    private const long FirstId = 200_000_000_000 << 22;
    private const string At = "2026-07-01T00:00:00.000Z";
    private const string Published = "2026-07-01";
    private const string Columns = "version, created_at, updated_at, seq, owner";
    private readonly string _connectionString;
    private readonly DbConnection _connection;
    private readonly Dictionary<(string Term, DateRange Days), long> _counts = [];
    private readonly long[] _eventsOfActor = new long[MadeUpTimeline.Actors + 1];
    private readonly long[] _eventsOfArticle = new long[MadeUpTimeline.Articles + 1];
    private readonly Dictionary<string, RowWriter> _tables = [];
    private long _seq;
    private long _id = FirstId;

    private BulkLoader(string connectionString)
    {
        _connectionString = connectionString;
        _connection = connectionString.StartsWith("Host", StringComparison.Ordinal)
            ? new NpgsqlConnection(connectionString)
            : new SqliteConnection(connectionString + ";Pooling=false");
    }

    private bool IsSqlite => _connection is SqliteConnection;

    /// <summary>Makes the database, its indexes last.</summary>
    public static void Fill(string connectionString, MadeUpTimeline timeline)
    {
        Store.Open(new Settings { ConnectionString = connectionString }.ToStoreOptions(), TimeProvider.System, serve: false).Dispose();
        using var loader = new BulkLoader(connectionString);
        loader.Fill(timeline);
    }

    public void Dispose() => _connection.Dispose();

    private void Fill(MadeUpTimeline timeline)
    {
        _connection.Open();
        if (IsSqlite)
            Run("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -500000; begin");
        var indexes = DropIndexes();
        WriteArticles();
        WriteActors();
        foreach (var told in timeline.Events())
            WriteEvent(told);
        foreach (var ((term, days), events) in _counts.OrderBy(pair => pair.Key.Term, StringComparer.Ordinal))
            Table("term_count", "term, start_day, end_day, events").Write(term, days.Start, days.End, events);
        foreach (var table in _tables.Values)
            table.Dispose();
        WriteSourceCounts();
        Run($"update database set seq = {_seq}, public_seq = {_seq}, last_id = {_id}, read_model = {ReadModel.Version}");
        indexes.ForEach(Run);
        Run(IsSqlite ? "commit; pragma journal_mode = wal" : "analyze");
    }

    private void WriteArticles()
    {
        var articles = Table(
            "article",
            $"id, title, published, published_day, language, sha256, text_rights, title_from, public, event_count, claim_count, {Columns}"
        );
        for (var number = 1; number <= MadeUpTimeline.Articles; number++)
        {
            var (id, title, hash) = (++_id, $"Article {number}", number.ToString("x64"));
            var seq = AppendCreated("article", id);
            articles.Write(id, title, Published, 20_635L, "en", hash, "none", "person", 1L, 0L, 0L, 1L, At, At, seq, "benchmark");
            WriteWords("article_text", id, title);
        }
    }

    private void WriteActors()
    {
        var actors = Table("actor", $"id, slug, name, kind, public, event_count, claim_count, {Columns}");
        for (var number = 1L; number <= MadeUpTimeline.Actors; number++)
        {
            var (id, name) = (++_id, $"Actor {number}");
            var seq = AppendCreated("actor", id);
            actors.Write(id, $"actor-{number}", name, "person", 0L, 0L, 0L, 1L, At, At, seq, "benchmark");
            Table("alias", "folded, actor, position, name").Write(TextFolding.Name(name), id, 0L, name);
        }
    }

    private static long ArticleId(int number) => FirstId + number;

    private static long ActorId(int number) => FirstId + MadeUpTimeline.Articles + number;

    private void WriteSourceCounts()
    {
        for (var number = 1; number <= MadeUpTimeline.Actors; number++)
        {
            var events = _eventsOfActor[number];
            Run($"update actor set event_count = {events}, public = {(events > 0 ? 1 : 0)} where id = {ActorId(number)}");
        }

        for (var number = 1; number <= MadeUpTimeline.Articles; number++)
        {
            var events = _eventsOfArticle[number];
            var isPublic = events > 0 ? 1 : 0;
            Run($"update article set event_count = {events}, claim_count = {events}, public = {isPublic} where id = {ArticleId(number)}");
        }
    }

    /// <summary>Indexes of many rows are made faster than they grow.</summary>
    private List<string> DropIndexes()
    {
        var (made, query) = (
            new List<(string Name, string Text)>(),
            IsSqlite
                ? "select name, sql from sqlite_master where type = 'index' and sql is not null"
                : """
                select indexname, indexdef from pg_indexes where schemaname = current_schema()
                  and indexname not in (select conname from pg_constraint)
                """
        );
        using (var command = _connection.CreateCommand())
        {
            command.CommandText = query;
            using var reader = command.ExecuteReader();
            while (reader.Read())
                made.Add((reader.GetString(0), reader.GetString(1)));
        }

        made.ForEach(index => Run($"drop index {index.Name}"));
        return [.. made.Select(index => index.Text)];
    }

    private RowWriter Table(string table, string columns)
    {
        if (!_tables.TryGetValue(table, out var writer))
            _tables[table] = writer = RowWriter.Create(_connectionString, _connection, table, columns);
        return writer;
    }

    private void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
