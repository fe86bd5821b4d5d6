using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Timeline.Api.Storage;

/// <content>What the databases answer where they cannot do what they are told.</content>
public abstract partial class Dialect
{
    /// <summary>
    /// What to tell whoever asked: <see cref="BusyException"/>, <see cref="StorageFullException"/>, <see cref="UnavailableException"/>,
    /// or null where the statement itself is wrong, which is a bug.
    /// </summary>
    public abstract Exception? Failure(Exception exception);

    /// <summary>Why the database does not open, as a sentence for the person at the console.</summary>
    public abstract string Reason(Exception exception);

    private partial class Sqlite
    {
        public override Exception? Failure(Exception exception) =>
            (exception as SqliteException)?.SqliteErrorCode switch
            {
                raw.SQLITE_INTERRUPT or raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new BusyException(),
                raw.SQLITE_FULL => new StorageFullException(),
                raw.SQLITE_PERM or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => new UnavailableException(
                    Reason(exception)
                ),
                raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_PROTOCOL => new UnavailableException(Reason(exception)),
                _ => null,
            };

        public override string Reason(Exception exception) =>
            (exception as SqliteException)?.SqliteErrorCode switch
            {
                raw.SQLITE_NOTADB => $"{_file} is not a SQLite database.",
                raw.SQLITE_CORRUPT => $"{_file} is damaged. Restore it from a backup.",
                raw.SQLITE_READONLY => $"this program may not write {_file}, or not its folder.",
                raw.SQLITE_PERM or raw.SQLITE_CANTOPEN => CannotOpen(),
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{_file} is locked by another program.",
                raw.SQLITE_FULL => $"the disk of {_file} is full.",
                raw.SQLITE_IOERR => $"{_file} cannot be read or written: the disk fails, or the file was cut off.",
                _ => exception.Message,
            };

        private string CannotOpen()
        {
            if (Directory.Exists(_file))
                return $"{_file} is a folder.";
            if (Path.GetDirectoryName(_file) is { } folder && !Directory.Exists(folder))
                return $"there is no folder {folder}.";
            if (File.Exists(_file))
                return $"this program may not read and write {_file} and its folder.";
            return $"{_file} is not there, and this program cannot make it.";
        }
    }

    private partial class Postgres
    {
        /// <summary>By SQLSTATE and its classes (PostgreSQL, Appendix A); what is no answer of the server is a connection that broke.</summary>
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
