using System.Data.Common;

namespace Timeline.Api.Storage;

/// <summary>
/// The only way to the database. Readers run side by side, each on a snapshot and on a connection of its own whose prepared
/// statements are kept; writers pass one gate, one transaction each. A database that goes away and comes back is found again.
/// </summary>
public sealed partial class Store : IDisposable
{
    private static readonly TimeSpan WholeDeadline = TimeSpan.FromMinutes(10);
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private readonly FileLock? _served;
    private readonly ConnectionPool _connections;
    private readonly SemaphoreSlim _readers;
    private readonly SemaphoreSlim _writer = new(1);
    private readonly SemaphoreSlim _erasures = new(0);
    private readonly SemaphoreSlim _wholes = new(2);
    private readonly SemaphoreSlim _checking = new(1);

    private Store(StoreOptions options, TimeProvider time, Dialect dialect, FileLock? served)
    {
        _options = options;
        _time = time;
        _served = served;
        Dialect = dialect;
        _readers = new SemaphoreSlim(options.Readers);
        using var connection = new Connection(dialect, options.WriteDeadline, create: true);
        MigratedFrom = Migrations.Apply(connection, dialect, time);
        _connections = new ConnectionPool(dialect, ConnectionPool.Identify(connection), options.ReadDeadline);
        // What a stop interrupted goes on.
        if (connection.Query<long>($"select count(*) from erasure")[0] > 0)
            _erasures.Release();
        CursorKey = Convert.FromHexString(connection.Query<string>($"select cursor_key from database")[0]);
    }

    public Dialect Dialect { get; }

    /// <summary>The number of the last migration that the database had when it was opened; 0 for a new one.</summary>
    public long MigratedFrom { get; }

    /// <summary>The secret of this database that signs cursors.</summary>
    public byte[] CursorKey { get; }

    /// <summary>
    /// Opens the database and brings it to this program's schema; <see cref="SettingException"/> where it is newer, unreachable,
    /// read-only, or served by another program.
    /// </summary>
    public static Store Open(StoreOptions options, TimeProvider time, bool serve)
    {
        var dialect = Dialect.For(options.ConnectionString);
        var served = serve && dialect.ServedFile is { } file ? FileLock.Take(file) : null;
        try
        {
            return new Store(options, time, dialect, served);
        }
        catch (Exception exception)
        {
            served?.Dispose();
            if (exception is SettingException)
                throw;
            throw new SettingException($"ConnectionStrings__Timeline: the database does not open: {dialect.Reason(exception)}");
        }
    }

    /// <summary>
    /// Answers from one snapshot of the data; <see cref="BusyException"/> when no reader is free, or the answer not there, by the
    /// deadline, <see cref="UnavailableException"/> when the database is not there.
    /// </summary>
    public Task<T> Read<T>(Func<Snapshot, T> read, CancellationToken cancellation = default) =>
        Read(read, _options.ReadDeadline, cancellation);

    private async Task<T> Read<T>(Func<Snapshot, T> read, TimeSpan limit, CancellationToken cancellation)
    {
        if (!await _readers.WaitAsync(_options.ReadDeadline, cancellation))
            throw new BusyException();
        try
        {
            return Read(_connections.BeginRead(new Deadline(_time, limit, cancellation)), read);
        }
        catch (Exception exception) when (exception is BusyException || Dialect.Failure(exception) is not null)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Dialect.Failure(exception) ?? exception;
        }
        finally
        {
            _readers.Release();
        }
    }

    /// <summary>
    /// Reads all of the data, as of one moment, for as long as that takes within <see cref="WholeDeadline"/>;
    /// <see cref="BusyException"/> where two others do so and none of them is done by the deadline of a read.
    /// </summary>
    public async Task<T> ReadFile<T>(Func<Snapshot, T> read, CancellationToken cancellation)
    {
        if (!await _wholes.WaitAsync(_options.ReadDeadline, cancellation))
            throw new BusyException();
        try
        {
            return await Read(read, WholeDeadline, cancellation);
        }
        finally
        {
            _wholes.Release();
        }
    }

    /// <summary>
    /// Runs one transaction, which is on disk when this returns; an exception leaves nothing of it, except that a connection that
    /// breaks while it commits leaves open whether it did.
    /// </summary>
    public async Task<T> Write<T>(string who, Func<WriteTransaction, T> write, CancellationToken cancellation = default)
    {
        if (!await _writer.WaitAsync(_options.WriteDeadline, cancellation))
            throw new BusyException();
        try
        {
            using var connection = _connections.Open(_options.WriteDeadline);
            var erases = false;
            var answer = connection.Write(
                who,
                transaction =>
                {
                    var written = write(transaction);
                    erases = transaction.HasErasures;
                    return written;
                },
                _time,
                _options.RenderEvents
            );
            if (erases)
                _erasures.Release();
            return answer;
        }
        catch (DbException exception) when (Dialect.Failure(exception) is { } failure)
        {
            throw failure;
        }
        finally
        {
            _writer.Release();
        }
    }

    public void Dispose()
    {
        _connections.Dispose();
        _readers.Dispose();
        _writer.Dispose();
        _erasures.Dispose();
        _wholes.Dispose();
        _checking.Dispose();
        _served?.Dispose();
    }

    /// <summary>Reads, and keeps the connection unless what went wrong may have broken it.</summary>
    private T Read<T>(Connection connection, Func<Snapshot, T> read)
    {
        var sound = false;
        try
        {
            var answer = read(new Snapshot(connection));
            sound = true;
            return answer;
        }
        catch (Exception exception)
        {
            sound = exception is not DbException || Dialect.Failure(exception) is BusyException;
            throw;
        }
        finally
        {
            _connections.EndRead(connection, sound);
        }
    }
}
