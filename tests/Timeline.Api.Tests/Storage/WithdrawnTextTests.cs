using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Models;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>What is withdrawn or deleted goes: from every table at once, and then from the files.</summary>
public class WithdrawnTextTests(Databases databases)
{
    /// <summary>Words that no other text holds.</summary>
    private const string MarkedText =
        "Harbour master Quillfeather Zanzotto closed the vermilion quay on 5 May 2024. "
        + "\"The xylograph pontoon is unsafe,\" Mr Zanzotto said. Mayor Ana Ruiz denied that the pontoon was unsafe.";

    private static readonly string[] Marks = ["vermilion", "xylograph"];

    [Theory]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    public async Task The_words_of_a_text_that_is_deleted_or_withdrawn_are_in_no_table(DatabaseKind kind, bool deletes)
    {
        if (kind == DatabaseKind.Postgres)
            PostgresServer.SkipWhereAbsent();
        await using var admin = await AdminClient.Open(databases, kind);
        var path = await PostMarked(admin);
        Assert.NotEmpty(await Holding(admin));

        await Take(admin, path, deletes);

        Assert.Empty(await Holding(admin));
        foreach (var mark in Marks)
        {
            foreach (var list in (string[])["events", "claims", "articles"])
                Assert.Empty((await admin.Get($"/v1/{list}?review=any&q={mark}")).Items);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_answer_that_was_remembered_gives_no_erased_words_again(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var first = await admin.Post("/v1/articles", AdminClient.Article(MarkedText), ("Idempotency-Key", "a"));
        await Take(admin, first.Header("Location")!, deletes: false);

        var again = await admin.Post("/v1/articles", AdminClient.Article(MarkedText), ("Idempotency-Key", "a"));

        Assert.Equal((201, first.Header("Location")), ((int)again.Status, again.Header("Location")));
        Assert.All(Marks, mark => Assert.DoesNotContain(mark, again.Text, StringComparison.Ordinal));
        await Take(admin, first.Header("Location")!, deletes: true);
        Assert.Equal(410, (int)(await admin.Post("/v1/articles", AdminClient.Article(MarkedText), ("Idempotency-Key", "a"))).Status);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_event_that_stays_keeps_no_title_of_the_words_of_a_deleted_article(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var first = (
            await admin.PostStory("The city council of Halden gladly met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget.")
        )["article"]!["id"];
        await admin.PostStory(
            "The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget again.",
            "2025-03-15"
        );
        var shared = Assert.Single((await admin.Get("/v1/events?review=any")).Items, item => (int)item["articleCount"]! == 2);
        Assert.Contains("gladly", (string)shared["title"]!, StringComparison.Ordinal);

        await Take(admin, $"/v1/articles/{first}", deletes: true);

        var left = (await admin.Get($"/v1/events/{shared["id"]}?review=any")).Json;
        Assert.StartsWith("Meeting", (string)left["title"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("gladly", (string)left["title"]!, StringComparison.Ordinal);
        Assert.Equal("machine", (string)left["titleFrom"]!);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_erasure_that_a_stop_interrupted_goes_on_at_the_next_start(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        Store.Open(new Settings { ConnectionString = database }.ToStoreOptions(), TimeProvider.System, serve: false).Dispose();
        await ModelLoader.Execute(database, "insert into erasure (article) values (7)");

        await using (var timeline = await RunningTimeline.Start(databases, kind, connectionString: database))
        {
            await Erased(timeline);
            Assert.Equal(0, await timeline.Store.Read(snapshot => snapshot.QueryNumber($"select count(*) from erasure")));
        }

        forget();
    }

    private static async Task<string> PostMarked(AdminClient admin)
    {
        var answer = await admin.Post("/v1/articles", AdminClient.Article(MarkedText), ("Idempotency-Key", "marked"));
        Assert.Equal(201, (int)answer.Status);
        return answer.Header("Location")!;
    }

    /// <summary>Deletes the article, or takes the right to its text away.</summary>
    private static async Task Take(AdminClient admin, string path, bool deletes)
    {
        var tag = ("If-Match", (await admin.Get(path + "?review=any")).Header("ETag")!);
        var answer = deletes
            ? await admin.Send(HttpMethod.Delete, path, "", tag)
            : await admin.Send(HttpMethod.Patch, path, """{"textRights": "none"}""", tag);
        Assert.InRange((int)answer.Status, 200, 204);
    }

    private static Task Erased(RunningTimeline timeline) =>
        Eventually.Equal(
            true,
            () => timeline.Store.Read(snapshot => snapshot.QueryNumber($"select count(*) from change where change = 'erased'") > 0)
        );

    /// <summary>The columns of tables that hold one of the marks.</summary>
    private static Task<List<string>> Holding(AdminClient admin) =>
        admin.Timeline.Store.Read(snapshot =>
        {
            var columns =
                snapshot.Dialect.Folder == "sqlite"
                    ? snapshot.Query<string>(
                        $"""
                        select t.name || '.' || c.name from sqlite_master t join pragma_table_info(t.name) c
                        where t.type = 'table' and t.name not like '%!_text%' escape '!'
                        """
                    )
                    : snapshot.Query<string>(
                        $"select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'"
                    );
            return columns.Where(column => Marks.Any(mark => snapshot.QueryNumber(CountHolding(column, mark)) > 0)).ToList();
        });

    private static Sql CountHolding(string column, string mark)
    {
        var (table, name) = column.Split('.') is [var first, var second] ? (first, second) : throw new ArgumentException(column);
        var like = $"%{mark}%";
        return $"select count(*) from {Sql.Raw(table)} where lower(cast({Sql.Raw('"' + name + '"')} as text)) like {like}";
    }
}
