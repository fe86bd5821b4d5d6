using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Timeline.Api.Storage;

namespace Timeline.Api.Keys;

/// <summary>A key to write with, as stored: its secret only as a hash.</summary>
public sealed record AccessKey
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Of <c>write</c>, <c>review</c> and <c>admin</c>, which each include those before.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string CreatedAt { get; init; } = "";

    public string? ExpiresAt { get; init; }

    public string? RevokedAt { get; init; }
}

/// <summary>Keys: <c>tl_</c>, an id, and a secret of 256 random bits, which only its holder knows.</summary>
public static class AccessKeys
{
    /// <summary>The scopes, each of which includes those before it.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["write", "review", "admin"];

    private static readonly Sql Columns = Sql.Raw("id, name, scopes, created_at, expires_at, revoked_at");

    /// <summary>Stores a new key and returns the token, which cannot be had again.</summary>
    public static string Create(
        WriteTransaction transaction,
        string name,
        IReadOnlyList<string> scopes,
        DateTimeOffset now,
        DateTimeOffset? expires
    )
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        transaction.Execute(
            $"""
            insert into access_key (id, name, secret_sha256, scopes, created_at, expires_at)
            values ({id}, {name}, {Hash(secret)}, {JsonColumn.Write(scopes)}, {Instant(now)}, {(expires is { } end ? Instant(end) : null)})
            """
        );
        return $"tl_{id}_{secret}";
    }

    public static List<AccessKey> List(Snapshot snapshot) =>
        snapshot.Query<AccessKey>($"select {Columns} from access_key order by created_at, id");

    /// <summary>False where there is no such key in force.</summary>
    public static bool Revoke(WriteTransaction transaction, string id, DateTimeOffset now)
    {
        var inForce =
            transaction.Snapshot.Query<AccessKey>($"select {Columns} from access_key where id = {id} and revoked_at is null").Count > 0;
        transaction.Execute($"update access_key set revoked_at = {Instant(now)} where id = {id} and revoked_at is null");
        return inForce;
    }

    /// <summary>The key of this token; null where it is malformed, unknown, revoked or expired.</summary>
    public static AccessKey? Find(Snapshot snapshot, string token, DateTimeOffset now)
    {
        if (token.Split('_') is not ["tl", var id, var secret])
            return null;
        return snapshot.QuerySingleOrDefault<AccessKey>(
            $"""
            select {Columns} from access_key
            where id = {id} and secret_sha256 = {Hash(secret)} and revoked_at is null
              and (expires_at is null or expires_at > {Instant(now)})
            """
        );
    }

    /// <summary>How much a scope allows: a higher one includes a lower one.</summary>
    public static int RankOf(string scope) => Scopes.ToList().IndexOf(scope);

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
