using System.Data.Common;
using Dapper;

namespace Timeline.Api.Storage;

/// <summary>One open connection and the statements prepared on it.</summary>
public sealed class Connection : IDisposable
{
    private const int KeptStatements = 200;
    private readonly DbConnection connection;
    private readonly Dictionary<string, DbCommand> statements = [];
    private DbTransaction? transaction;
    private Deadline? deadline;

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
        connection = dialect.Connect(create);
        try
        {
            connection.Open();
            dialect.Prepare(connection, wait);
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
        Dialect.SetDeadline(connection, until);
        Run(Dialect.BeginRead);
        deadline = until;
    }

    public void EndRead()
    {
        deadline = null;
        Run("rollback");
        // After the transaction, since PostgreSQL takes no statement in one that failed.
        Dialect.SetDeadline(connection, null);
    }

    /// <summary>Runs the write in one transaction and commits it with its change numbers.</summary>
    public T Write<T>(string who, Func<Ledger, T> write, TimeProvider time)
    {
        transaction = connection.BeginTransaction();
        try
        {
            if (Dialect.TakeTurn is { } turn)
                Run(turn);
            var ledger = new Ledger(this, who, time);
            var answer = write(ledger);
            ledger.Close();
            transaction.Commit();
            return answer;
        }
        finally
        {
            transaction.Dispose();
            transaction = null;
        }
    }

    /// <summary>All rows, mapped by Dapper: columns to members of the same name, underscores aside; a single column as a number or text.</summary>
    public List<T> Query<T>(Sql sql)
    {
        using var reader = Command(sql).ExecuteReader();
        var parse = typeof(T).IsPrimitive || typeof(T) == typeof(string) ? row => row.GetFieldValue<T>(0) : reader.GetRowParser<T>();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(parse(reader));
        return rows;
    }

    /// <summary>The first row as a JSON object, its columns as they are stored.</summary>
    public string Json(Sql sql)
    {
        using var reader = Command(sql).ExecuteReader();
        reader.Read();
        return JsonColumn.Write(
            Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i))
        );
    }

    /// <summary>The number of rows changed.</summary>
    public int Execute(Sql sql) => Command(sql).ExecuteNonQuery();

    /// <inheritdoc cref="Dialect.Scrub"/>
    public bool Scrub(bool first) => Dialect.Scrub(connection, first);

    public void Run(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        try
        {
            Forget();
            connection.Dispose();
        }
        catch (DbException)
        {
            // What is broken may fail to end in order; it has ended all the same.
        }
    }

    private DbCommand Command(Sql sql)
    {
        // Between statements too: many short ones take as long as a long one.
        if (deadline is { IsOver: true })
            throw new BusyException();
        var (text, parameters) = sql.Render();
        if (!statements.TryGetValue(text, out var command))
        {
            if (statements.Count >= KeptStatements)
                Forget();
            statements[text] = command = connection.CreateCommand();
            command.CommandText = text;
            for (var i = 0; i < parameters.Count; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "p" + i;
                command.Parameters.Add(parameter);
            }
        }

        command.Transaction = transaction;
        for (var i = 0; i < parameters.Count; i++)
            command.Parameters[i].Value = parameters[i] ?? DBNull.Value;
        return command;
    }

    private void Forget()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }
}
