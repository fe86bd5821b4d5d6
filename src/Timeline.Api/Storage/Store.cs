using System.Data.Common;

namespace Timeline.Api.Storage;

/// <summary>
/// The only way to the database. Readers run side by side, each on a snapshot and on a connection of its own whose prepared
/// statements are kept; writers pass one gate, one transaction each. A database that goes away and comes back is found again.
/// </summary>
public sealed class Store : IDisposable
{
    /// <summary>How long erasing waits for a reader of an old state before writes get their turn again.</summary>
    private static readonly TimeSpan ScrubPatience = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan WholeDeadline = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CheckedFor = TimeSpan.FromSeconds(1);
    private readonly Settings settings;
    private readonly TimeProvider time;
    private readonly FileLock? served;
    private readonly Connections connections;
    private readonly SemaphoreSlim readers;
    private readonly SemaphoreSlim writer = new(1);
    private readonly SemaphoreSlim erasures = new(0);
    private readonly SemaphoreSlim wholes = new(2);
    private readonly SemaphoreSlim checking = new(1);
    private (long At, Exception? Failure)? found;

    private Store(Settings settings, TimeProvider time, Dialect dialect, FileLock? served)
    {
        this.settings = settings;
        this.time = time;
        this.served = served;
        Dialect = dialect;
        readers = new SemaphoreSlim(settings.Readers);
        using var connection = new Connection(dialect, settings.WriteDeadline, create: true);
        MigratedFrom = Migrations.Apply(connection, dialect, time);
        connections = new Connections(dialect, Connections.Identify(connection), settings.ReadDeadline);
        // What a stop interrupted goes on.
        if (connection.Query<long>($"select count(*) from erasure")[0] > 0)
            erasures.Release();
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
    public static Store Open(Settings settings, TimeProvider time, bool serve)
    {
        var dialect = Dialect.For(settings.ConnectionString);
        var served = serve && dialect.ServedFile is { } file ? FileLock.Take(file) : null;
        try
        {
            return new Store(settings, time, dialect, served);
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
        Read(read, settings.ReadDeadline, cancellation);

    private async Task<T> Read<T>(Func<Snapshot, T> read, TimeSpan limit, CancellationToken cancellation)
    {
        if (!await readers.WaitAsync(settings.ReadDeadline, cancellation))
            throw new BusyException();
        try
        {
            return Read(connections.BeginRead(new Deadline(time, limit, cancellation)), read);
        }
        catch (Exception exception) when (exception is BusyException || Dialect.Failure(exception) is not null)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Dialect.Failure(exception) ?? exception;
        }
        finally
        {
            readers.Release();
        }
    }

    /// <summary>
    /// Reads all of the data, as of one moment, for as long as that takes within <see cref="WholeDeadline"/>; <see cref="BusyException"/>
    /// where two others do so and none of them is done by the deadline of a read.
    /// </summary>
    public async Task<T> ReadWhole<T>(Func<Snapshot, T> read, CancellationToken cancellation)
    {
        if (!await wholes.WaitAsync(settings.ReadDeadline, cancellation))
            throw new BusyException();
        try
        {
            return await Read(read, WholeDeadline, cancellation);
        }
        finally
        {
            wholes.Release();
        }
    }

    /// <summary>
    /// Runs one transaction, which is on disk when this returns; an exception leaves nothing of it, except that a connection that
    /// breaks while it commits leaves open whether it did.
    /// </summary>
    public async Task<T> Write<T>(string who, Func<Ledger, T> write, CancellationToken cancellation = default)
    {
        if (!await writer.WaitAsync(settings.WriteDeadline, cancellation))
            throw new BusyException();
        try
        {
            using var connection = connections.Open(settings.WriteDeadline);
            var erases = false;
            var answer = connection.Write(
                who,
                ledger =>
                {
                    var written = write(ledger);
                    erases = ledger.Erases;
                    return written;
                },
                time
            );
            if (erases)
                erasures.Release();
            return answer;
        }
        catch (DbException exception) when (Dialect.Failure(exception) is { } failure)
        {
            throw failure;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Returns when a write has taken words away that may still lie in the files.</summary>
    internal Task WaitForErasure(CancellationToken cancellation) => erasures.WaitAsync(cancellation);

    /// <summary>One step of taking deleted words out of the files, in turn with writes; true once none are left there.</summary>
    internal async Task<bool> Scrub(bool first, CancellationToken cancellation)
    {
        await writer.WaitAsync(cancellation);
        try
        {
            using var connection = connections.Open(ScrubPatience);
            return connection.Scrub(first);
        }
        catch (DbException exception) when (Dialect.Failure(exception) is BusyException)
        {
            return false;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Fails as reading would where a connection made now does not reach the database. Tried once a second at most, whoever asks.</summary>
    public async Task Check(CancellationToken cancellation)
    {
        if (!await checking.WaitAsync(settings.ReadDeadline, cancellation))
            throw new BusyException();
        try
        {
            if (found is not { } last || time.GetElapsedTime(last.At) >= CheckedFor)
                found = last = (time.GetTimestamp(), Try());
            if (last.Failure is { } failure)
                throw failure;
        }
        finally
        {
            checking.Release();
        }
    }

    public void Dispose()
    {
        connections.Dispose();
        readers.Dispose();
        writer.Dispose();
        erasures.Dispose();
        wholes.Dispose();
        checking.Dispose();
        served?.Dispose();
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
            connections.EndRead(connection, sound);
        }
    }

    private Exception? Try()
    {
        try
        {
            connections.Open(settings.ReadDeadline).Dispose();
            return null;
        }
        catch (Exception exception) when (exception is BusyException or UnavailableException)
        {
            return exception;
        }
    }
}
