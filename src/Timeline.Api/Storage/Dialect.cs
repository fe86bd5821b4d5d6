using System.Buffers;
using System.Data.Common;

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

    /// <summary>Begins a transaction whose statements all see one state of the data, none of them for longer than this.</summary>
    public abstract string BeginRead(Deadline deadline);

    /// <summary>Makes a statement of this connection stop once the condition holds, where nothing else would stop it.</summary>
    public abstract void StopWhen(DbConnection connection, Func<bool> isOver);

    /// <summary>A column that is never null, as a number.</summary>
    public virtual long ReadNumber(DbDataReader row, int column) => row.GetInt64(column);

    /// <summary>Writes the bytes of a column that is never null.</summary>
    public virtual void CopyBytes(DbDataReader row, int column, IBufferWriter<byte> target) =>
        target.Write(row.GetFieldValue<byte[]>(column));

    /// <summary>The file that only one server may serve; null where the database is no file.</summary>
    public virtual string? ServedFile => null;

    /// <summary>True where the rows of a cross join come in the order of its left side, so that they need not be sorted again.</summary>
    public virtual bool JoinsInOrder => false;

    /// <summary>Keys of the rows of a text table that hold every word; the last word as a prefix where asked.</summary>
    public abstract Sql TextMatches(string table, IReadOnlyList<string> words, bool prefix, bool hidden);

    /// <summary>
    /// The places (start_day, end_day, id, row_key) of the first events that everyone sees and that hold every word, in order, walked
    /// along the search index; null where that does not lie in order of time.
    /// </summary>
    /// <param name="keys">The least and the greatest time key.</param>
    /// <param name="rest">Conditions on the kept event <c>e</c>, each of which begins with <c>and</c>.</param>
    public virtual Sql? WalkEvents(
        IReadOnlyList<string> words,
        bool prefix,
        int? lengthClass,
        (long Low, long High) keys,
        Sql rest,
        bool ascending,
        int limit
    ) => null;

    /// <summary>How well the row of a text table fits, the best highest; <paramref name="key"/> is the column that names the row.</summary>
    public abstract Sql TextRank(string table, string key, IReadOnlyList<string> words, bool prefix);

    /// <param name="lengthClass">Of what lies in time; null for the rest.</param>
    public abstract Sql StoreText(string table, long key, IReadOnlyList<string> words, IReadOnlyList<string> hidden, long? lengthClass);

    public abstract Sql DropText(string table, long key);

    /// <summary>Empties a text table, whatever it holds.</summary>
    public abstract Sql ClearText(string table);

    public abstract Sql TableExists(string table);

    /// <summary>One bounded step of taking deleted words out of the database's files; true once none are left there.</summary>
    /// <param name="first">True for the first step of several.</param>
    public abstract bool Scrub(DbConnection connection, bool first);

    /// <summary>
    /// What to tell whoever asked: <see cref="BusyException"/>, <see cref="StorageFullException"/>, <see cref="UnavailableException"/>,
    /// or null where the statement itself is wrong, which is a bug.
    /// </summary>
    public abstract Exception? Failure(Exception exception);

    /// <summary>Why the database does not open, as a sentence for the person at the console.</summary>
    public abstract string Reason(Exception exception);

    /// <summary>SQLite for a connection string with a data source, PostgreSQL for one with a host.</summary>
    public static Dialect For(string connectionString)
    {
        var keys = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return keys.ContainsKey("Host") || keys.ContainsKey("Server") ? new Postgres(connectionString) : new Sqlite(connectionString);
    }

    internal static IReadOnlyList<string> TextTables { get; } = ["event_text", "claim_text", "article_text"];

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
