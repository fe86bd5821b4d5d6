using System.Text;
using Npgsql;
using Timeline.Api.Domain;
using Timeline.Api.Tests.Fuzzing;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>What is withdrawn or deleted is gone: from every answer, from every table, and from the files of the database.</summary>
public class ErasureTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Once_the_change_log_says_erased_no_word_of_a_deleted_article_is_left(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var (id, key) = await PostAccepted(admin);
        Assert.Equal(CanaryDrafts.TextWords, await Stored(admin, kind));

        await Act(admin, id, HttpMethod.Delete, "");

        await Erased(admin, id);
        await NothingIsLeft(admin, kind, key, CanaryDrafts.TextWords);
        Assert.Empty(
            CanaryDrafts.FindWords((await admin.Timeline.Get("/v1/events")).Text + (await admin.Timeline.Get("/v1/articles")).Text, "")
        );
        Assert.Equal(410, (int)(await admin.Timeline.Get($"/v1/articles/{id}")).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Once_the_change_log_says_erased_no_word_of_a_text_that_was_withdrawn_is_left(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var (id, key) = await PostAccepted(admin);

        await Act(admin, id, HttpMethod.Patch, """{"textRights":"none"}""");

        await Erased(admin, id);
        // A title may hold a few words of the text, whatever the rights to it, but none of a sentence that tells of nothing.
        await NothingIsLeft(admin, kind, key, [CanaryDrafts.TextWords[^1]]);
        Assert.Equal(200, (int)(await admin.Timeline.Get($"/v1/articles/{id}")).Status);
    }

    /// <summary>A marked article, accepted by a reviewer; its id, and the Idempotency-Key that it was posted under.</summary>
    private static async Task<(string Id, string Key)> PostAccepted(AdminClient admin)
    {
        var posted = await admin.Post("/v1/articles?review=accepted", CanaryDrafts.CreateArticle("show"), ("Idempotency-Key", "once"));
        Assert.Equal(201, (int)posted.Status);
        Assert.NotEmpty(CanaryDrafts.FindWords((await admin.Timeline.Get("/v1/events")).Text, ""));
        return ((string)posted.Json["article"]!["id"]!, "once");
    }

    private static async Task Act(AdminClient admin, string id, HttpMethod method, string body)
    {
        var tag = (await admin.Get($"/v1/articles/{id}?review=any")).Header("ETag")!;
        var done = await admin.Send(method, $"/v1/articles/{id}", body, ("If-Match", tag));
        Assert.InRange((int)done.Status, 200, 204);
    }

    /// <summary>Waits until the change log tells that the article's words are gone.</summary>
    private static async Task Erased(AdminClient admin, string article)
    {
        Assert.True(Ids.TryParse(Ids.Article, article, out var id));
        await Eventually.Equal(
            true,
            () =>
                admin.Timeline.Store.Read(snapshot =>
                    snapshot.QueryNumber($"select count(*) from change where thing = 'article' and id = {id} and change = 'erased'") > 0
                )
        );
    }

    /// <summary>None of these words is in anything that the administrator can read, in what is stored, or in the repeated answer.</summary>
    private static async Task NothingIsLeft(AdminClient admin, DatabaseKind kind, string key, IReadOnlyList<string> words)
    {
        foreach (var (target, reading) in await ApiCrawler.Fetch(admin.Timeline, await ApiCrawler.ListTargets(admin.Timeline), admin.Key))
            Assert.True(!CanaryDrafts.FindWords(reading.Body, target).Intersect(words).Any(), $"{target} still holds it: {reading.Body}");
        Assert.Empty(CanaryDrafts.FindWords(await CanaryDrafts.ReadEverything(admin, "any", admin.Key), "").Intersect(words));
        Assert.Empty((await Stored(admin, kind)).Intersect(words));
        var again = await admin.Post("/v1/articles?review=accepted", CanaryDrafts.CreateArticle("show"), ("Idempotency-Key", key));
        Assert.Empty(CanaryDrafts.FindWords(again.Text, "").Intersect(words));
    }

    /// <summary>The words of which a part that is theirs alone is stored: in the files of SQLite, in the rows of PostgreSQL.</summary>
    private static async Task<IEnumerable<string>> Stored(AdminClient admin, DatabaseKind kind)
    {
        var stored = kind == DatabaseKind.Sqlite ? InFiles(admin) : await InRows(admin);
        return CanaryDrafts.TextWords.Where(word =>
            stored.Contains(word[CanaryDrafts.Prefix.Length..], StringComparison.OrdinalIgnoreCase)
        );
    }

    private static string InFiles(AdminClient admin)
    {
        var path = admin.Timeline.ConnectionString["Data Source=".Length..];
        using var bytes = new MemoryStream();
        foreach (var file in (string[])[path, path + "-wal"])
        {
            if (File.Exists(file))
            {
                using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                stream.CopyTo(bytes);
            }
        }

        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static async Task<string> InRows(AdminClient admin)
    {
        await using var connection = new NpgsqlConnection(admin.Timeline.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = await Query(connection, "select table_name from information_schema.tables where table_schema = 'public'");
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(await Query(connection, $"select t::text from \"{table}\" t"));
        return string.Join('\n', rows);
    }

    private static async Task<List<string>> Query(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return rows;
    }
}
