using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Timeline.Benchmarks.Data;

/// <summary>Writes rows into one table, as fast as its database takes them.</summary>
public abstract class RowWriter : IDisposable
{
    public abstract void Write(params object?[] row);

    public abstract void Dispose();

    /// <param name="connection">SQLite: the one that all tables are written through.</param>
    public static RowWriter Create(string connectionString, DbConnection connection, string table, string columns) =>
        connection is SqliteConnection sqlite ? new Inserts(sqlite, table, columns) : new Copy(connectionString, table, columns);

    /// <summary>A prepared statement.</summary>
    private sealed class Inserts : RowWriter
    {
        private readonly SqliteCommand _insert;

        public Inserts(SqliteConnection connection, string table, string columns)
        {
            _insert = connection.CreateCommand();
            var names = columns.Split(',').Select((_, i) => "@p" + i).ToList();
            _insert.CommandText = $"insert into {table} ({columns}) values ({string.Join(", ", names)})";
            names.ForEach(name => _insert.Parameters.Add(new SqliteParameter { ParameterName = name }));
        }

        public override void Write(params object?[] row)
        {
            for (var i = 0; i < row.Length; i++)
                _insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            _insert.ExecuteNonQuery();
        }

        public override void Dispose() => _insert.Dispose();
    }

    /// <summary>COPY in its text format, on a connection of its own.</summary>
    private sealed class Copy : RowWriter
    {
        private readonly NpgsqlConnection _connection;
        private readonly TextWriter _lines;

        public Copy(string connectionString, string table, string columns)
        {
            _connection = new NpgsqlConnection(connectionString);
            _connection.Open();
            _lines = _connection.BeginTextImport($"copy {table} ({columns}) from stdin");
        }

        public override void Write(params object?[] row)
        {
            for (var i = 0; i < row.Length; i++)
            {
                if (i > 0)
                    _lines.Write('\t');
                _lines.Write(Field(row[i]));
            }

            _lines.Write('\n');
        }

        public override void Dispose()
        {
            _lines.Dispose();
            _connection.Dispose();
        }

        private static string Field(object? value) =>
            value switch
            {
                null => @"\N",
                byte[] bytes => @"\\x" + Convert.ToHexStringLower(bytes),
                string text => text.Replace(@"\", @"\\", StringComparison.Ordinal),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            };
    }
}
