using System.Data.Common;
using Npgsql;

namespace Timeline.Api.Storage;

/// <content>PostgreSQL.</content>
public abstract partial class Dialect
{
    private sealed class Postgres(string connectionString) : Dialect
    {
        // Planning a long statement takes longer than running it, so what is asked again is kept prepared on its connection.
        private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = StatementCache.Capacity,
            AutoPrepareMinUsages = 2,
        }.ConnectionString;

        public override string Folder => "postgres";

        public override string BeginRead(Deadline deadline) =>
            $"begin isolation level repeatable read read only; set local statement_timeout = {(long)deadline.Limit.TotalMilliseconds}";

        /// <summary>Any number serves that other programs on the same database are unlikely to take.</summary>
        public override string BeginMigration => "begin; select pg_advisory_xact_lock(7413265018)";

        public override string? TakeTurn => "select 1 from database for update";

        public override DbConnection Connect(bool create) => new NpgsqlConnection(_connectionString);

        public override void Prepare(DbConnection connection, TimeSpan wait) =>
            Run(connection, $"set standard_conforming_strings = on; set lock_timeout = {(long)wait.TotalMilliseconds}");

        /// <summary>The server itself keeps the time.</summary>
        public override void StopWhen(DbConnection connection, Func<bool> isOver) { }

        public override Sql TextMatches(string table, IReadOnlyList<string> words, bool prefix, bool hidden) =>
            $"select key from {Sql.Raw(table)} where {Sql.Raw(hidden ? "words || hidden" : "words")} @@ {Query(words, prefix)}::tsquery";

        public override Sql TextRank(string table, string key, IReadOnlyList<string> words, bool prefix) =>
            $"(select ts_rank(words, {Query(words, prefix)}::tsquery) from {Sql.Raw(table)} where key = {Sql.Raw(key)})";

        public override Sql StoreText(
            string table,
            long key,
            IReadOnlyList<string> words,
            IReadOnlyList<string> hidden,
            long? lengthClass
        ) => $"insert into {Sql.Raw(table)} (key, words, hidden) values ({key}, {Vector(words)}::tsvector, {Vector(hidden)}::tsvector)";

        public override Sql DropText(string table, long key) => $"delete from {Sql.Raw(table)} where key = {key}";

        public override Sql ClearText(string table) => $"delete from {Sql.Raw(table)}";

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

        /// <summary>
        /// By SQLSTATE and its classes (PostgreSQL, Appendix A); what is not an answer of the server is a connection that broke.
        /// </summary>
        public override Exception? Failure(Exception exception) =>
            exception switch
            {
                PostgresException { SqlState: "57014" or "55P03" or "40001" or "40P01" } => new BusyException(),
                PostgresException { SqlState: PostgresErrorCodes.DiskFull } => new StorageFullException(),
                PostgresException { SqlState: "25006" or "42501" or "XX001" or "XX002" } => new UnavailableException(Reason(exception)),
                PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] } => new UnavailableException(
                    Reason(exception)
                ),
                PostgresException { SqlState: ['5', '3' or '7' or '8', ..] } => new UnavailableException(Reason(exception)),
                PostgresException => null,
                NpgsqlException { InnerException: TimeoutException } => new BusyException(),
                NpgsqlException => new UnavailableException(Reason(exception)),
                _ => null,
            };

        public override string Reason(Exception exception) =>
            exception switch
            {
                PostgresException refused => $"the server answers: {refused.MessageText}.",
                NpgsqlException { InnerException: { } inner } => $"the server cannot be reached: {inner.Message}",
                _ => exception.Message,
            };
    }
}
