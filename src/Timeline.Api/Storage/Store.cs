using System.Collections.Concurrent;

namespace Timeline.Api.Storage;

/// <summary>
/// The only way to the database. Readers run side by side, each on a snapshot and on a connection of its own whose prepared
/// statements are kept; writers pass one gate, one transaction each.
/// </summary>
public sealed class Store : IDisposable
{
    private readonly Settings settings;
    private readonly TimeProvider time;
    private readonly FileStream? served;
    private readonly ConcurrentBag<Connection> idle = [];
    private readonly SemaphoreSlim readers;
    private readonly SemaphoreSlim writer = new(1);
    private readonly SemaphoreSlim erasures = new(0);

    private Store(Settings settings, TimeProvider time, FileStream? served)
    {
        this.settings = settings;
        this.time = time;
        this.served = served;
        Dialect = Dialect.For(settings.ConnectionString);
        readers = new SemaphoreSlim(settings.Readers);
    }

    public Dialect Dialect { get; }

    /// <summary>The number of the last migration that the database had when it was opened; 0 for a new one.</summary>
    public long MigratedFrom { get; private set; }

    /// <summary>Opens the database and brings it to this program's schema; <see cref="SettingException"/> where it is newer, unreachable, or served by another program.</summary>
    public static Store Open(Settings settings, TimeProvider time, bool serve)
    {
        var store = new Store(settings, time, serve ? Serve(Dialect.For(settings.ConnectionString).ServedFile) : null);
        try
        {
            using var connection = store.Connect();
            store.MigratedFrom = Migrations.Apply(connection, store.Dialect, time);
            return store;
        }
        catch (Exception exception)
        {
            store.Dispose();
            if (exception is SettingException) throw;
            throw new SettingException($"ConnectionStrings__Timeline: the database does not open: {exception.Message}");
        }
    }

    /// <summary>Answers from one snapshot of the data; <see cref="BusyException"/> when no reader is free, or the answer not there, by the deadline.</summary>
    public async Task<T> Read<T>(Func<Snapshot, T> read, CancellationToken cancellation = default)
    {
        if (!await readers.WaitAsync(settings.ReadDeadline, cancellation)) throw new BusyException();
        Connection? connection = null;
        try
        {
            connection = idle.TryTake(out var kept) ? kept : Connect();
            var answer = connection.Read(read, settings.ReadDeadline, time);
            idle.Add(connection);
            return answer;
        }
        catch (Exception exception) when (connection is not null)
        {
            connection.Dispose();
            if (Dialect.IsTimeout(exception)) throw new BusyException();
            throw;
        }
        finally
        {
            readers.Release();
        }
    }

    /// <summary>Runs one transaction, which is on disk when this returns; an exception leaves nothing of it.</summary>
    public async Task<T> Write<T>(string who, Func<Ledger, T> write, CancellationToken cancellation = default)
    {
        if (!await writer.WaitAsync(settings.WriteDeadline, cancellation)) throw new BusyException();
        try
        {
            using var connection = Connect();
            var erases = false;
            var answer = connection.Write(who, ledger =>
            {
                var written = write(ledger);
                erases = ledger.Erases;
                return written;
            }, time);
            if (erases) erasures.Release();
            return answer;
        }
        catch (Exception exception) when (Dialect.IsFull(exception))
        {
            throw new StorageFullException();
        }
        finally
        {
            writer.Release();
        }
    }

    /// <summary>Returns when a write has taken words away, or when the time is over.</summary>
    internal Task WaitForErasure(TimeSpan atMost, CancellationToken cancellation) => erasures.WaitAsync(atMost, cancellation);

    /// <summary>One step of taking deleted words out of the files, in turn with writes; true once none are left there.</summary>
    internal async Task<bool> Scrub(bool first, CancellationToken cancellation)
    {
        await writer.WaitAsync(cancellation);
        try
        {
            using var connection = Connect();
            return connection.Scrub(first);
        }
        finally
        {
            writer.Release();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var connection)) connection.Dispose();
        readers.Dispose();
        writer.Dispose();
        erasures.Dispose();
        if (served is not null)
        {
            served.Dispose();
            File.Delete(served.Name);
        }
    }

    private Connection Connect() => new(Dialect);

    /// <summary>Two servers on one file would each believe its own cache and its own locks, so the first one keeps a lock that the second meets.</summary>
    private static FileStream? Serve(string? file)
    {
        if (file is null) return null;
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not DirectoryNotFoundException)
        {
            throw new SettingException($"ConnectionStrings__Timeline: {file} is already served by another Timeline; stop it, or give this one a database of its own.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"ConnectionStrings__Timeline: {file} cannot be opened: {exception.Message}");
        }
    }
}

/// <summary>No answer by the deadline; the caller may try again.</summary>
public sealed class BusyException() : Exception("Busy past the deadline.");

/// <summary>The disk is full: nothing was written, reading goes on.</summary>
public sealed class StorageFullException() : Exception("The disk is full.");
