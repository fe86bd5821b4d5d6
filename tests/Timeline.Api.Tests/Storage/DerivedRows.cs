using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Timeline.Api.Tests.Storage;

/// <summary>All that a database keeps and that follows from the rest, as lines that can be compared.</summary>
internal static class DerivedRows
{
    private static readonly string[] TextTables = ["event_text", "claim_text", "article_text"];

    private static readonly string[] Queries =
    [
        Columns("event", "id", "public", "standing", "claim_count", "article_count", "actors"),
        Columns("term_count", "term", "start_day", "end_day", "events"),
        Columns("event_term", "event", "term", "public", "start_day", "end_day", "length_class", "time_key"),
        Columns("claim", "id", "public", "quote_granted"),
        Columns("actor", "id", "public", "event_count", "claim_count"),
        Columns("article", "id", "public", "event_count", "claim_count"),
    ];

    public static async Task<List<string>> Read(string database)
    {
        var isPostgres = database.StartsWith("Host", StringComparison.Ordinal);
        await using DbConnection connection = isPostgres
            ? new NpgsqlConnection(database)
            : new SqliteConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        var lines = new List<string>();
        var words = TextTables.Select(table => isPostgres ? PostgresWords(table) : SqliteWords(table));
        foreach (var query in Queries.Append(isPostgres ? PostgresJson : SqliteJson).Concat(words))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = query;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                lines.Add(reader.GetString(0));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private const string SqliteJson =
        "select 'json ' || id || ' ' || time_key || ' ' || start_day || ' ' || end_day || cast(json as text) from event_json";

    private const string PostgresJson =
        "select 'json ' || id || ' ' || time_key || ' ' || start_day || ' ' || end_day || convert_from(json, 'UTF8') from event_json";

    private static string Columns(string table, params string[] columns) =>
        $"select '{table} ' || {string.Join(" || ' ' || ", columns)} from {table}";

    /// <summary>The index itself, by the table that FTS5 shows it as; the words are not stored beside it.</summary>
    private static string SqliteWords(string table) =>
        $"""
            create virtual table temp.{table}_words using fts5vocab(main, {table}, instance);
            select '{table} ' || doc || ' ' || col || ' ' || offset || ' ' || term from temp.{table}_words
            """;

    private static string PostgresWords(string table) =>
        $"select '{table} ' || key || ' ' || words::text || ' ' || hidden::text from {table}";
}
