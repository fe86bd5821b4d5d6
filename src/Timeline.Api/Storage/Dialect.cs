using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using Timeline.Api.Hosting;

namespace Timeline.Api.Storage;

/// <summary>Everything in which SQLite and PostgreSQL differ; all other SQL is the same text on both.</summary>
public abstract partial class Dialect
{
    /// <summary>The folder of its migrations below <c>db/</c>.</summary>
    public abstract string Folder { get; }

    /// <summary>A connection, not yet open.</summary>
    /// <param name="create">Whether opening it makes the database file where that is missing.</param>
    public abstract DbConnection Connect(bool create);

    /// <summary>What every opened connection needs before its first statement.</summary>
    /// <param name="wait">How long a statement waits for a lock that another program holds.</param>
    public abstract void Prepare(DbConnection connection, TimeSpan wait);

    /// <summary>Begins a transaction that no second program can be in at the same time.</summary>
    public abstract string BeginMigration { get; }

    /// <summary>Begins a write, where beginning its transaction does not yet make those of other programs wait.</summary>
    public virtual string? TakeTurn => null;

    /// <summary>Begins a transaction whose statements all see one state of the data.</summary>
    public abstract string BeginRead { get; }

    /// <summary>Stops the connection's statements at the deadline, or lets them run where there is none.</summary>
    public abstract void SetDeadline(DbConnection connection, Deadline? deadline);

    /// <summary>The file that only one server may serve; null where the database is no file.</summary>
    public virtual string? ServedFile => null;

    /// <summary>Keys of the rows of a text table that hold every word; the last word as a prefix where asked.</summary>
    public abstract Sql TextMatches(string table, IReadOnlyList<string> words, bool prefix, bool hidden);

    /// <summary>How well the row of a text table fits, the best highest; <paramref name="key"/> is the column that names the row.</summary>
    public abstract Sql TextRank(string table, string key, IReadOnlyList<string> words, bool prefix);

    public abstract Sql StoreText(string table, long key, IReadOnlyList<string> words, IReadOnlyList<string> hidden);

    public abstract Sql DropText(string table, long key);

    public abstract Sql TableExists(string table);

    /// <summary>One bounded step of taking deleted words out of the database's files; true once none are left there.</summary>
    /// <param name="first">True for the first step of several.</param>
    public abstract bool Scrub(DbConnection connection, bool first);

    /// <summary>SQLite for a connection string with a data source, PostgreSQL for one with a host.</summary>
    public static Dialect For(string connectionString)
    {
        var keys = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return keys.ContainsKey("Host") || keys.ContainsKey("Server") ? new Postgres(connectionString) : new Sqlite(connectionString);
    }

    private sealed partial class Sqlite : Dialect
    {
        private const int MergedPages = 500;
        private const string WithoutCreating = ";Mode=ReadWrite";
        private static readonly Version Oldest = new(3, 51, 3);
        private readonly string _file;
        private readonly string _connectionString;

        public Sqlite(string text)
        {
            var settings = new SqliteConnectionStringBuilder(text);
            if (
                settings.DataSource.Trim() == ""
                || settings.Mode == SqliteOpenMode.Memory
                || settings.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            )
            {
                throw new SettingException(
                    "ConnectionStrings__Timeline names no file: in memory each connection would have a database of its own. Give 'Data Source=FILE'."
                );
            }

            if (settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
                throw new SettingException("ConnectionStrings__Timeline names a URI where a path is needed. Give 'Data Source=FILE'.");
            settings.DataSource = _file = FileLock.RealPath(settings.DataSource);
            // Pooling is ours: the store keeps its connections and their statements.
            settings.Pooling = false;
            // So is waiting for locks: SQLite itself does it, for as long as Prepare says.
            settings.DefaultTimeout = 1;
            _connectionString = settings.ConnectionString;
            using var connection = new SqliteConnection();
            var version = Version.Parse(connection.ServerVersion);
            if (version < Oldest)
                throw new SettingException($"SQLite {version} can lose committed writes; {Oldest} or newer is needed.");
        }

        public override string Folder => "sqlite";

        public override string BeginRead => "begin";

        public override string BeginMigration => "begin immediate";

        public override string? ServedFile => _file;

        public override DbConnection Connect(bool create) => new SqliteConnection(_connectionString + (create ? "" : WithoutCreating));

        public override void Prepare(DbConnection connection, TimeSpan wait) =>
            Run(
                connection,
                $"""
                pragma busy_timeout = {(long)
                    wait.TotalMilliseconds}; pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;
                pragma mmap_size = 1073741824; pragma temp_store = memory
                """
            );

        public override void SetDeadline(DbConnection connection, Deadline? deadline)
        {
            var handle = ((SqliteConnection)connection).Handle;
            if (deadline is null)
                raw.sqlite3_progress_handler(handle, 0, null, null);
            else
                raw.sqlite3_progress_handler(handle, 4000, _ => deadline.IsOver ? 1 : 0, null);
        }

        public override Sql TextMatches(string table, IReadOnlyList<string> words, bool prefix, bool hidden) =>
            $"select rowid from {Sql.Raw(table)} where {Sql.Raw(table)} match {Match(words, prefix, hidden)}";

        public override Sql TextRank(string table, string key, IReadOnlyList<string> words, bool prefix) =>
            $"(select -rank from {Sql.Raw(table)} where {Sql.Raw(table)} match {Match(words, prefix, false)} and rowid = {Sql.Raw(key)})";

        public override Sql StoreText(string table, long key, IReadOnlyList<string> words, IReadOnlyList<string> hidden) =>
            $"insert into {Sql.Raw(table)} (rowid, words, hidden) values ({key}, {string.Join(' ', words)}, {string.Join(' ', hidden)})";

        public override Sql DropText(string table, long key) => $"delete from {Sql.Raw(table)} where rowid = {key}";

        /// <summary>
        /// Deleted words stay in the segments of an FTS5 index until these are merged into one (fts5.html, 6.8 "merge"); other deleted
        /// content is overwritten at once (secure_delete), but older pages stay in the log until it is truncated.
        /// </summary>
        public override bool Scrub(DbConnection connection, bool first)
        {
            var isMerged = true;
            foreach (var table in TextTables)
            {
                var before = Number(connection, "select total_changes()");
                Run(connection, $"insert into {table} ({table}, rank) values ('merge', {(first ? -MergedPages : MergedPages)})");
                // A merge that finds nothing to do counts as one change (fts5.html, 6.8).
                isMerged &= !first && Number(connection, "select total_changes()") - before < 2;
            }

            return isMerged && Number(connection, "pragma wal_checkpoint(truncate)") == 0;
        }

        public override Sql TableExists(string table) => $"select count(*) from sqlite_master where type = 'table' and name = {table}";

        /// <summary>Each word as a quoted string, so that nothing in it is an operator of the query language.</summary>
        private static string Match(IReadOnlyList<string> words, bool prefix, bool hidden) =>
            (hidden ? "" : "words : (")
            + string.Join(" AND ", words.Select((word, i) => $"\"{word}\"" + (prefix && i == words.Count - 1 ? " *" : "")))
            + (hidden ? "" : ")");
    }

    private sealed partial class Postgres(string connectionString) : Dialect
    {
        public override string Folder => "postgres";

        public override string BeginRead => "begin isolation level repeatable read read only";

        /// <summary>Any number serves that other programs on the same database are unlikely to take.</summary>
        public override string BeginMigration => "begin; select pg_advisory_xact_lock(7413265018)";

        public override string? TakeTurn => "select 1 from database for update";

        public override DbConnection Connect(bool create) => new NpgsqlConnection(connectionString);

        public override void Prepare(DbConnection connection, TimeSpan wait) =>
            Run(connection, $"set standard_conforming_strings = on; set lock_timeout = {(long)wait.TotalMilliseconds}");

        public override void SetDeadline(DbConnection connection, Deadline? deadline) =>
            Run(connection, $"set statement_timeout = {(long)(deadline?.Limit.TotalMilliseconds ?? 0)}");

        public override Sql TextMatches(string table, IReadOnlyList<string> words, bool prefix, bool hidden) =>
            $"select key from {Sql.Raw(table)} where {Sql.Raw(hidden ? "words || hidden" : "words")} @@ {Query(words, prefix)}::tsquery";

        public override Sql TextRank(string table, string key, IReadOnlyList<string> words, bool prefix) =>
            $"(select ts_rank(words, {Query(words, prefix)}::tsquery) from {Sql.Raw(table)} where key = {Sql.Raw(key)})";

        public override Sql StoreText(string table, long key, IReadOnlyList<string> words, IReadOnlyList<string> hidden) =>
            $"insert into {Sql.Raw(table)} (key, words, hidden) values ({key}, {Vector(words)}::tsvector, {Vector(hidden)}::tsvector)";

        public override Sql DropText(string table, long key) => $"delete from {Sql.Raw(table)} where key = {key}";

        /// <summary>Dead rows hold what they held until they are vacuumed.</summary>
        public override bool Scrub(DbConnection connection, bool first)
        {
            Run(connection, $"vacuum article, claim, event, change, idempotency, {string.Join(", ", TextTables)}");
            return true;
        }

        public override Sql TableExists(string table) =>
            $"select count(*) from information_schema.tables where table_schema = current_schema() and table_name = {table}";

        private static string Query(IReadOnlyList<string> words, bool prefix) =>
            string.Join(" & ", words.Select((word, i) => $"'{word}'" + (prefix && i == words.Count - 1 ? ":*" : "")));

        /// <summary>Positions are capped by PostgreSQL at 16383.</summary>
        private static string Vector(IReadOnlyList<string> words) =>
            string.Join(' ', words.Select((word, i) => $"'{word}':{Math.Min(i + 1, 16383)}"));
    }

    private static readonly string[] TextTables = ["event_text", "claim_text", "article_text"];

    /// <summary>The first column of the first row.</summary>
    private static long Number(DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
