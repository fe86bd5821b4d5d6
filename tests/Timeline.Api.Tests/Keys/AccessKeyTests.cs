using System.Text;
using Timeline.Api.Keys;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Keys;

public class AccessKeyTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_key_ends_when_it_is_revoked_and_when_it_expires(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var (revoked, now) = (await admin.NewKey("admin"), admin.Timeline.Time.GetUtcNow());
        var store = admin.Timeline.Store;
        var expiring = await store.Write(
            "test",
            transaction => AccessKeys.Create(transaction, "for a day", ["admin"], now, now.AddDays(1))
        );
        foreach (var key in (string[])[revoked, expiring])
            Assert.Equal(200, await Reading(admin, key));

        await store.Write("test", transaction => AccessKeys.Revoke(transaction, revoked.Split('_')[1], now));
        Assert.Equal((401, 200), (await Reading(admin, revoked), await Reading(admin, expiring)));

        admin.Timeline.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((401, 200), (await Reading(admin, expiring), await Reading(admin, admin.Key)));
    }

    [Fact]
    public async Task Of_a_key_the_database_knows_only_a_hash()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var (id, secret) = admin.Key.Split('_') is [_, var name, var rest] ? (name, rest) : throw new InvalidOperationException(admin.Key);
        await admin.PostStory();

        var path = admin.Timeline.ConnectionString["Data Source=".Length..];
        var stored = string.Concat(((string[])[path, path + "-wal"]).Select(ReadShared));

        Assert.Equal(64, secret.Length);
        Assert.Contains(id, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, stored, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("key")]
    [InlineData("token")]
    [InlineData("access_token")]
    [InlineData("API_KEY")]
    public async Task A_key_in_an_address_is_refused_and_not_repeated(string parameter)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await admin.Timeline.Get($"/v1/events?{parameter}={admin.Key}");

        Assert.Equal((400, "key_in_query"), ((int)answer.Status, (string)answer.Json["errors"]![0]!["code"]!));
        Assert.DoesNotContain(admin.Key.Split('_')[2], answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tl_{id}_{secret}0")]
    [InlineData("tl_{id}_")]
    [InlineData("tl__{secret}")]
    [InlineData("tl_{id}")]
    [InlineData("tl_%_{secret}")]
    [InlineData("TL_{id}_{secret}")]
    [InlineData("tl_{id}_{secret}_")]
    [InlineData("tl_{id}_{hash}")]
    public async Task A_key_that_is_nearly_one_is_none(string form)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var (id, secret) = (admin.Key.Split('_')[1], admin.Key.Split('_')[2]);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

        Assert.Equal(200, await Reading(admin, admin.Key));
        Assert.Equal(401, await Reading(admin, form.Replace("{id}", id).Replace("{secret}", secret).Replace("{hash}", hash)));
    }

    private static async Task<int> Reading(AdminClient admin, string key) =>
        (int)(await admin.Timeline.Get("/v1/events?review=any", ("Authorization", $"Bearer {key}"))).Status;

    private static string ReadShared(string path)
    {
        if (!File.Exists(path))
            return "";
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }
}
