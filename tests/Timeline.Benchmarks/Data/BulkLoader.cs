using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Hosting;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Benchmarks.Data;

/// <summary>
/// Fills a new database with a made-up timeline past the program's own write path, with all that it would derive; a rebuild finds
/// nothing to put right, which the benchmarks check in small.
/// </summary>
public sealed class BulkLoader : IDisposable
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

    private void WriteEvent(MadeUpEvent told)
    {
        var (id, claim) = (++_id, ++_id);
        var days = DateRange.FromDate(told.Date);
        var seq = AppendCreated("event", id);
        var precision = Vocabulary.PrecisionName(told.Date.Precision);
        IReadOnlyList<Participant> participants =
        [
            .. told.Actors.Select(number => new Participant($"actor-{number}", $"Actor {number}", ["subject"])),
        ];
        var kept = new Event
        {
            Key = id,
            Title = told.Title,
            TitleFrom = "person",
            Summary = told.Summary,
            Kind = "other",
            Date = told.Date.ToString(),
            StartDay = days.Start,
            EndDay = days.End,
            Precision = precision,
            Extent = "within",
            DateFrom = "person",
            Standing = "attributed",
            Review = "accepted",
            Actors = participants,
            ClaimCount = 1,
            ArticleCount = 1,
            Version = 1,
            CreatedAt = At,
            UpdatedAt = At,
        };
        var textKey = ReadModel.TextKey(days.Start, seq);
        Table(
                "event",
                "public, start_day, end_day, id, length_class, title, summary, kind, tags, date, precision, approximate, uncertain, extent, "
                    + "alternatives, review, text_key, standing, actors, claim_count, article_count, title_from, date_from, json, "
                    + Columns
            )
            .Write([
                .. (object[])[1L, days.Start, days.End, id, (long)days.LengthClass, told.Title, told.Summary, "other", "[]"],
                .. (object[])[kept.Date, precision, 0L, 0L, "within", "[]", "accepted", textKey, "attributed"],
                .. (object[])[JsonColumn.Write(participants), 1L, 1L, "person", "person"],
                .. (object[])[JsonSerializer.SerializeToUtf8Bytes(kept, Json.Options), 1L, At, At, seq, "benchmark"],
            ]);
        for (var i = 0; i < told.Actors.Count; i++)
            Table("event_actor", "event, actor, role, position").Write(id, ActorId(told.Actors[i]), "subject", (long)i);
        WriteTerms(told, id, days, precision);
        WriteWords("event_text", textKey, told.Title + " " + told.Summary, days.LengthClass);
        WriteClaim(told, id, claim);
    }

    private void WriteTerms(MadeUpEvent told, long id, DateRange days, string precision)
    {
        IEnumerable<string> terms =
        [
            FilterTerm.Kind("other"),
            FilterTerm.Standing("attributed"),
            FilterTerm.Stance("asserts"),
            FilterTerm.Article(ArticleId(told.Article)),
            FilterTerm.Precision(precision),
            .. told.Actors.Select(number => FilterTerm.Actor(ActorId(number))),
        ];
        foreach (var term in terms)
        {
            Table("event_term", "term, public, start_day, end_day, event, length_class")
                .Write(term, 1L, days.Start, days.End, id, (long)days.LengthClass);
            if (FilterTerm.IsCounted(term))
                Count(term, FilterTerm.IsCountedByMonth(term) ? days.WidenedToMonth() : days);
        }

        Count(FilterTerm.Every, days);
        foreach (var number in told.Actors)
            _eventsOfActor[number]++;
        _eventsOfArticle[told.Article]++;
    }

    private void Count(string term, DateRange days) => _counts[(term, days)] = _counts.GetValueOrDefault((term, days)) + 1;

    private void WriteClaim(MadeUpEvent told, long @event, long id)
    {
        var (seq, nowhere) = (AppendCreated("claim", id), DateRange.Undated);
        Table(
                "claim",
                "id, event, article, speaker_name, stance, direct, start_day, end_day, length_class, approximate, uncertain, extent, "
                    + "alternatives, quote_spans, review, public, "
                    + Columns
            )
            .Write([
                .. (object[])[id, @event, ArticleId(told.Article), "Somebody", "asserts", 0L, nowhere.Start, nowhere.End],
                .. (object[])[(long)nowhere.LengthClass, 0L, 0L, "within", "[]", "[]", "accepted", 1L, 1L, At, At, seq, "benchmark"],
            ]);
        WriteWords("claim_text", id, "");
    }

    private void WriteWords(string table, long key, string text, int? lengthClass = null)
    {
        var words = TextFolding.Words(text);
        if (!IsSqlite)
            Table(table, "key, words, hidden").Write(key, string.Join(' ', words.Select((word, i) => $"'{word}':{i + 1}")), "");
        else if (lengthClass is { } length)
            Table(table, "rowid, words, hidden, length").Write(key, string.Join(' ', words), "", "c" + length);
        else
            Table(table, "rowid, words, hidden").Write(key, string.Join(' ', words), "");
    }

    private long AppendCreated(string thing, long id)
    {
        Table("change", "seq, thing, id, version, change, who, at, public").Write(++_seq, thing, id, 1L, "created", "benchmark", At, 1L);
        return _seq;
    }

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
