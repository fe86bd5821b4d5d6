using System.Data.Common;
using Dapper;

namespace Timeline.Api.Storage;

/// <summary>One open connection and the statements prepared on it.</summary>
public sealed class Connection : IDisposable
{
    private readonly DbConnection _connection;
    private readonly StatementCache _statements;
    private readonly SqlText _text = new();
    private DbTransaction? _transaction;
    private Deadline? _deadline;

    static Connection()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        JsonColumn.Register();
    }

    /// <param name="wait">How long a statement waits for a lock that another program holds.</param>
    /// <param name="create">Whether the database file is made where it is missing.</param>
    public Connection(Dialect dialect, TimeSpan wait, bool create = false)
    {
        Dialect = dialect;
        _connection = dialect.Connect(create);
        _statements = new StatementCache(_connection);
        try
        {
            _connection.Open();
            dialect.Prepare(_connection, wait);
            dialect.StopWhen(_connection, () => _deadline is { IsOver: true });
        }
        catch (DbException)
        {
            Dispose();
            throw;
        }
    }

    public Dialect Dialect { get; }

    /// <summary>Begins a transaction of reads, which see one state of the data, and fail when the deadline is over.</summary>
    public void BeginRead(Deadline until)
    {
        _deadline = until;
        Execute(Sql.Raw(Dialect.BeginRead(until)));
    }

    public void EndRead()
    {
        _deadline = null;
        Execute(Sql.Raw("rollback"));
    }

    /// <summary>Runs the write in one transaction and commits it with its change numbers.</summary>
    public T Write<T>(string who, Func<WriteTransaction, T> write, TimeProvider time, EventRenderer render)
    {
        _transaction = _connection.BeginTransaction();
        try
        {
            if (Dialect.TakeTurn is { } turn)
                Run(turn);
            var transaction = new WriteTransaction(this, who, time, render);
            var answer = write(transaction);
            transaction.Complete();
            _transaction.Commit();
            return answer;
        }
        finally
        {
            _transaction.Dispose();
            _transaction = null;
        }
    }

    /// <summary>
    /// All rows, mapped by Dapper: columns to members of the same name, underscores aside; a single column as a number or text.
    /// </summary>
    public List<T> Query<T>(Sql sql)
    {
        using var reader = PreparedCommand(sql).ExecuteReader();
        var parse = typeof(T).IsPrimitive || typeof(T) == typeof(string) ? row => row.GetFieldValue<T>(0) : reader.GetRowParser<T>();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(parse(reader));
        return rows;
    }

    /// <summary>All rows, each made by this function.</summary>
    public List<T> Query<T>(Sql sql, RowReader<T> fromRow)
    {
        var rows = new List<T>();
        ForEach(sql, row => rows.Add(fromRow(row)));
        return rows;
    }

    /// <summary>Does this with each row, in order.</summary>
    public void ForEach(Sql sql, RowAction action)
    {
        using var reader = PreparedCommand(sql).ExecuteReader();
        while (reader.Read())
            action(new Row(Dialect, reader));
    }

    /// <summary>The first row as a JSON object, its columns as they are stored.</summary>
    public string QueryJson(Sql sql)
    {
        using var reader = PreparedCommand(sql).ExecuteReader();
        reader.Read();
        return JsonColumn.Write(
            Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i))
        );
    }

    /// <summary>The number of rows changed.</summary>
    public int Execute(Sql sql) => PreparedCommand(sql).ExecuteNonQuery();

    /// <inheritdoc cref="Dialect.Scrub"/>
    public bool Scrub(bool first) => Dialect.Scrub(_connection, first);

    public void Run(string text)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = _transaction;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        try
        {
            _statements.Dispose();
            _connection.Dispose();
        }
        catch (DbException)
        {
            // What is broken may fail to end in order; it has ended all the same.
        }
    }

    private DbCommand PreparedCommand(Sql sql)
    {
        // Between statements too: many short ones take as long as a long one.
        if (_deadline is { IsOver: true })
            throw new BusyException();
        _text.Set(sql);
        var command = _statements.Find(_text);
        command.Transaction = _transaction;
        return command;
    }
}
