using System.Collections.Concurrent;
using System.Data.Common;

namespace Timeline.Api.Storage;

/// <summary>
/// Connections to one database, which is found again where it went away and came back. Those that have read are kept with their
/// prepared statements, as long as nothing may have broken them.
/// </summary>
/// <param name="database">The id of the database, which may be another one by the time that a connection is made.</param>
/// <param name="wait">How long a reading connection waits for a lock that another program holds.</param>
public sealed class ConnectionPool(Dialect dialect, string database, TimeSpan wait) : IDisposable
{
    private readonly ConcurrentBag<Connection> _idle = [];

    /// <summary>The id of the database behind this connection; empty where its table has no row.</summary>
    public static string Identify(Connection connection) => connection.Query<string>($"select id from database") is [var id] ? id : "";

    /// <summary>
    /// A new connection to this database, and to no other that now stands in its place; <see cref="BusyException"/> where another
    /// program holds all of it, <see cref="UnavailableException"/> where it cannot be reached.
    /// </summary>
    /// <param name="patience">How long it waits for a lock that another program holds.</param>
    public Connection Open(TimeSpan patience)
    {
        try
        {
            return OpenIdentified(patience);
        }
        catch (UnavailableException)
        {
            // What was opened before leads to where the database was; the driver's own pool may have handed out one of those.
            Dispose();
            return OpenIdentified(patience);
        }
    }

    /// <summary>A connection in a transaction of reads: one that was kept, where it still holds, or a new one.</summary>
    public Connection BeginRead(Deadline deadline)
    {
        while (_idle.TryTake(out var kept))
        {
            if (TryBeginRead(kept, deadline))
                return kept;
        }

        var fresh = Open(wait);
        return TryBeginRead(fresh, deadline) ? fresh : throw new UnavailableException("the connection broke as it was made.");
    }

    /// <summary>Ends the transaction, and keeps the connection unless what went wrong may have broken it.</summary>
    public void EndRead(Connection connection, bool isSound)
    {
        try
        {
            if (isSound)
            {
                connection.EndRead();
                _idle.Add(connection);
                return;
            }
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            // The answer is there; only the connection is not.
        }

        connection.Dispose();
    }

    /// <summary>Closes what is kept; more may be opened after.</summary>
    public void Dispose()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    private bool TryBeginRead(Connection connection, Deadline deadline)
    {
        try
        {
            connection.BeginRead(deadline);
            return true;
        }
        catch (DbException exception)
        {
            connection.Dispose();
            if (dialect.Failure(exception) is BusyException busy)
                throw busy;
            return false;
        }
    }

    private Connection OpenIdentified(TimeSpan patience)
    {
        Connection? connection = null;
        try
        {
            connection = new Connection(dialect, patience);
            return Identify(connection) == database ? connection : throw new UnavailableException("another database stands in its place.");
        }
        catch (Exception exception)
        {
            connection?.Dispose();
            // A database without the table is not the one that was opened.
            if (exception is DbException)
                throw dialect.Failure(exception) ?? new UnavailableException(dialect.Reason(exception));
            throw;
        }
    }
}
