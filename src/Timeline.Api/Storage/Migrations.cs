using System.Globalization;
using System.Security.Cryptography;

namespace Timeline.Api.Storage;

/// <summary>
/// Brings a database to this program's schema: numbered SQL files from <c>db/sqlite</c> or <c>db/postgres</c>, in one transaction.
/// </summary>
public static class Migrations
{
    /// <summary>
    /// Applies what is missing, once also where several programs start together, and gives the number of the last migration that was
    /// there; <see cref="SettingException"/> where the database has migrations that this program does not know.
    /// </summary>
    public static long Apply(Connection connection, Dialect dialect, TimeProvider time)
    {
        connection.Run(dialect.BeginMigration);
        connection.Run("create table if not exists migration (number bigint primary key, name text not null, applied_at text not null)");
        var applied = connection.Query<long>($"select coalesce(max(number), 0) from migration")[0];
        var files = Files(dialect);
        if (applied > files.Count)
        {
            throw new SettingException(
                $"ConnectionStrings__Timeline: the database is at migration {applied}, newer than this program, which knows {files.Count}. "
                    + "Use the program that wrote it, or a newer one."
            );
        }

        foreach (var (number, name, text) in files.Where(file => file.Number > applied))
        {
            connection.Run(text);
            if (number == 1)
                connection.Execute($"insert into database (id, seq) values ({NewId()}, 0)");
            var at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
            connection.Execute($"insert into migration (number, name, applied_at) values ({number}, {name}, {at})");
        }

        // SQLite begins to write without complaint where it may only read: a write tells.
        connection.Run("update database set seq = seq");
        connection.Run("commit");
        return applied;
    }

    /// <summary>The migrations in order, numbered from 1 without gaps.</summary>
    public static List<(long Number, string Name, string Text)> Files(Dialect dialect) =>
        Directory
            .GetFiles(Path.Combine(AppContext.BaseDirectory, "db", dialect.Folder), "*.sql")
            .Order(StringComparer.Ordinal)
            .Select(file =>
                (long.Parse(Path.GetFileName(file).AsSpan(0, 4)), Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))
            )
            .ToList();

    private static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
}
