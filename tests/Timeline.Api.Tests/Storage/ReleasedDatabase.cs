using System.IO.Compression;
using Microsoft.Data.Sqlite;

namespace Timeline.Api.Tests.Storage;

/// <summary>
/// A SQLite file that the program wrote when its last migration was 0002: the sample, two posted articles of which the first is
/// accepted, and a draft of the second merged into an event of the first.
/// </summary>
internal static class ReleasedDatabase
{
    /// <summary>The event that a draft was merged into.</summary>
    public const string Merged = "evt_0scgp70wwa6hs";

    public static void Unpack(string connectionString)
    {
        using var packed = typeof(ReleasedDatabase).Assembly.GetManifestResourceStream("schema-0002.db.gz")!;
        using var plain = new GZipStream(packed, CompressionMode.Decompress);
        using var file = File.Create(new SqliteConnectionStringBuilder(connectionString).DataSource);
        plain.CopyTo(file);
    }
}
