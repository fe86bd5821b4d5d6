using System.Buffers;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Timeline.Api.Storage;

/// <content>SQLite.</content>
public abstract partial class Dialect
{
    private sealed partial class Sqlite : Dialect
    {
        /// <summary>So many steps of SQLite's virtual machine take well below a millisecond.</summary>
        private const int StepsBetweenLooks = 4000;

        /// <summary>SQLITE_CONFIG_MEMSTATUS.</summary>
        private const int MemoryStatistics = 9;
        private const string WithoutCreating = ";Mode=ReadWrite";
        private static readonly Version Oldest = new(3, 51, 3);
        private readonly string _file;
        private readonly string _connectionString;

        static Sqlite()
        {
            // Every allocation would pass a lock of the whole process, for statistics that nobody reads (malloc.html, section 3.2). It is
            // to be said before the first connection is opened; later SQLite leaves it as it is.
            Batteries_V2.Init();
            _ = raw.sqlite3_config(MemoryStatistics, 0);
        }

        public Sqlite(string text)
        {
            var settings = new SqliteConnectionStringBuilder(text);
            if (
                settings.DataSource.Trim() == ""
                || settings.Mode == SqliteOpenMode.Memory
                || settings.DataSource.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            )
            {
                throw new SettingException(
                    "ConnectionStrings__Timeline names no file: in memory each connection would have a database of its own. "
                        + "Give 'Data Source=FILE'."
                );
            }

            if (settings.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
                throw new SettingException("ConnectionStrings__Timeline names a URI where a path is needed. Give 'Data Source=FILE'.");
            settings.DataSource = _file = FileLock.RealPath(settings.DataSource);
            // Pooling is ours: the store keeps its connections and their statements.
            settings.Pooling = false;
            // So is waiting for locks: SQLite itself does it, for as long as Prepare says.
            settings.DefaultTimeout = 1;
            _connectionString = settings.ConnectionString;
            using var connection = new SqliteConnection();
            var version = Version.Parse(connection.ServerVersion);
            if (version < Oldest)
                throw new SettingException($"SQLite {version} can lose committed writes; {Oldest} or newer is needed.");
        }

        public override string Folder => "sqlite";

        public override string BeginRead(Deadline deadline) => "begin";

        public override string BeginMigration => "begin immediate";

        public override string? ServedFile => _file;

        /// <summary>Joins are nested loops, and the left side of a cross join is the outer one (optoverview.html, 7.1).</summary>
        public override bool JoinsInOrder => true;

        /// <summary>Straight from SQLite, since the provider asks it for the type of each column first.</summary>
        public override long ReadNumber(DbDataReader row, int column) => raw.sqlite3_column_int64(((SqliteDataReader)row).Handle, column);

        /// <inheritdoc cref="ReadNumber"/>
        public override void CopyBytes(DbDataReader row, int column, IBufferWriter<byte> target) =>
            target.Write(raw.sqlite3_column_blob(((SqliteDataReader)row).Handle, column));

        public override DbConnection Connect(bool create) => new SqliteConnection(_connectionString + (create ? "" : WithoutCreating));

        /// <summary>
        /// Without mmap_size: SQLite unmaps the file at each change that another connection makes, so that beside a writer every page of
        /// it faults anew, which costs more than the copies that mapping saves.
        /// </summary>
        public override void Prepare(DbConnection connection, TimeSpan wait)
        {
            var milliseconds = (long)wait.TotalMilliseconds;
            Run(
                connection,
                $"""
                pragma busy_timeout = {milliseconds}; pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = full;
                pragma secure_delete = on; pragma temp_store = memory
                """
            );
        }

        public override void StopWhen(DbConnection connection, Func<bool> isOver) =>
            raw.sqlite3_progress_handler(((SqliteConnection)connection).Handle, StepsBetweenLooks, _ => isOver() ? 1 : 0, null);

        public override Sql TableExists(string table) => $"select count(*) from sqlite_master where type = 'table' and name = {table}";

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
}
