using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>A database that goes away, or that others hold, while it is served.</summary>
public class OutageTests(Databases databases)
{
    [Fact]
    public async Task A_database_file_that_is_deleted_is_missed_and_not_made_anew_and_served_again_once_it_is_back()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var (file, aside) = (FileOf(admin), Directory.CreateDirectory(FileOf(admin) + ".aside").FullName);
        Move(Path.GetDirectoryName(file)!, aside);
        admin.Timeline.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("503 unavailable 5", Describe(await Post(admin, 1)));
        Assert.Equal("503 unavailable 5", Describe(await admin.Get("/health/ready")));
        Assert.Equal("503 unavailable 5", Describe(await admin.Get("/v1/events")));
        Assert.False(File.Exists(file));

        Move(aside, Path.GetDirectoryName(file)!);
        admin.Timeline.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (int)(await admin.Get("/health/ready")).Status);
        Assert.Equal(201, (int)(await Post(admin, 1)).Status);
        Assert.Equal(200, (int)(await admin.Get("/v1/events")).Status);
    }

    [Fact]
    public async Task Another_database_in_the_place_of_the_one_served_is_not_taken_for_it()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        await using var other = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        Move(Path.GetDirectoryName(FileOf(admin))!, Directory.CreateDirectory(FileOf(admin) + ".aside").FullName);
        using (var from = new SqliteConnection(other.Timeline.ConnectionString + ";Pooling=false"))
        using (var to = new SqliteConnection(admin.Timeline.ConnectionString + ";Pooling=false"))
        {
            from.Open();
            from.BackupDatabase(to);
        }

        admin.Timeline.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("503 unavailable 5", Describe(await admin.Get("/health/ready")));
        Assert.Equal("503 unavailable 5", Describe(await Post(admin, 1)));
    }

    [Fact]
    public async Task A_database_file_that_is_overwritten_is_unavailable()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        foreach (
            var file in Directory
                .GetFiles(Path.GetDirectoryName(FileOf(admin))!, "*.db*")
                .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        )
        {
            using var stream = File.Open(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            stream.Write(Enumerable.Repeat((byte)'?', (int)stream.Length).ToArray());
        }

        Assert.Equal("503 unavailable 5", Describe(await admin.Get("/health/ready")));
        Assert.Equal("503 unavailable 5", Describe(await admin.Get("/v1/events")));
        Assert.Equal("503 unavailable 5", Describe(await Post(admin, 1)));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task While_another_program_writes_a_write_is_busy_and_reads_are_answered(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind, "--Timeline:WriteDeadline=0.2");
        await using (await Holding(admin, kind == DatabaseKind.Sqlite ? "begin immediate" : "begin; select 1 from database for update"))
        {
            Assert.Equal("503 busy 1", Describe(await Post(admin, 1)));
            Assert.Equal(200, (int)(await admin.Get("/v1/events")).Status);
        }

        await Eventually.Equal("201", async () => Describe(await Post(admin, 1)));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task While_another_program_holds_all_of_the_database_reads_are_busy_too(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind, "--Timeline:WriteDeadline=0.2", "--Timeline:ReadDeadline=0.2");
        var hold =
            kind == DatabaseKind.Sqlite
                ? "pragma locking_mode = exclusive; begin exclusive; delete from idempotency; commit"
                : "begin; lock table database, event, article in access exclusive mode";
        await using (await Holding(admin, hold))
        {
            Assert.Equal("503 busy 1", Describe(await Post(admin, 1)));
            Assert.Equal("503 busy 1", Describe(await admin.Get("/v1/events")));
        }

        await Eventually.Equal("200", async () => Describe(await admin.Get("/v1/events")));
        await Eventually.Equal("201", async () => Describe(await Post(admin, 1)));
    }

    [Fact]
    public async Task A_PostgreSQL_that_restarts_under_load_is_served_again_without_a_restart_of_the_server()
    {
        PostgresServer.SkipWhereAbsent();
        using var postgres = new PostgresServer();
        var database = postgres.CreateDatabase();
        await using var timeline = await RunningTimeline.Start(databases, DatabaseKind.Postgres, seeded: true, connectionString: database);
        await using var admin = await AdminClient.OpenAt(timeline);
        using var end = new CancellationTokenSource();
        var load = Enumerable.Range(0, 6).Select(i => Task.Run(() => Load(admin, i, end.Token))).ToList();

        await Until(admin, "200");
        postgres.Down();
        await Until(admin, "503 unavailable 5");
        Assert.Equal("503 unavailable 5", Describe(await Post(admin, 100)));
        timeline.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("503 unavailable 5", Describe(await admin.Get("/health/ready")));
        postgres.Up();
        await Until(admin, "200");
        timeline.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (int)(await admin.Get("/health/ready")).Status);
        await end.CancelAsync();

        Assert.Equal(["200", "201", "503 unavailable 5"], (await Task.WhenAll(load)).SelectMany(told => told).Distinct().Order());
        for (var i = 0; i < 20; i++)
            Assert.Equal(200, (int)(await admin.Get("/v1/events?limit=1")).Status);
        Assert.Equal(201, (int)(await Post(admin, 101)).Status);
    }

    /// <summary>What PostgreSQL answers to a write, as a trigger raises it, and what becomes of it.</summary>
    [Theory]
    [InlineData("53100", "507 storage_full -")]
    [InlineData("25006", "503 unavailable 5")]
    [InlineData("58030", "503 unavailable 5")]
    [InlineData("57P01", "503 unavailable 5")]
    [InlineData("40001", "503 busy 1")]
    public async Task What_PostgreSQL_cannot_do_is_told_by_what_hinders_it(string state, string told)
    {
        PostgresServer.SkipWhereAbsent();
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Postgres);
        await using (
            await Holding(
                admin,
                $"""
                create function refuse() returns trigger language plpgsql as
                  $$ begin raise exception 'no' using errcode = '{state}'; end $$;
                create trigger refused before insert on article for each row execute function refuse()
                """
            )
        )
        {
            Assert.Equal(told, Describe(await Post(admin, 1)));
        }

        await using (await Holding(admin, "drop trigger refused on article"))
            Assert.Equal(201, (int)(await Post(admin, 1)).Status);
    }

    [Fact]
    public async Task On_a_full_disk_a_write_is_refused_and_reading_goes_on_and_with_room_again_it_is_written()
    {
        if (TimelineProcess.CannotMount is { } reason)
            Assert.Skip(reason);
        var folder = Directory.CreateTempSubdirectory("timeline-").FullName;
        using var server = await TimelineProcess.StartOnSmallDisk(folder, size: 12, ballast: 8, $"Data Source={folder}/timeline.db");
        server.Client.DefaultRequestHeaders.Add("Authorization", $"Bearer {server.Key}");
        var last = await Fill(server.Client);

        Assert.Equal("507 storage_full -", Describe(last));
        Assert.Equal(200, (int)(await Get(server.Client, "/v1/articles?review=any")).Status);
        Assert.Equal(200, (int)(await Get(server.Client, "/health/ready")).Status);
        File.Delete($"/proc/{server.Id}/root{folder}/ballast");
        Assert.Equal(201, (int)(await PostLong(server.Client, 1000)).Status);

        server.Kill();
        Directory.Delete(folder);
    }

    /// <summary>Posts long articles until one is refused.</summary>
    private static async Task<ApiResponse> Fill(HttpClient client)
    {
        for (var i = 0; ; i++)
        {
            if (await PostLong(client, i) is { Status: not HttpStatusCode.Created } refused)
                return refused;
        }
    }

    private static async Task<ApiResponse> PostLong(HttpClient client, int number)
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{number} {i}\n\n"));
        using var response = await client.PostAsJsonAsync("/v1/articles", AdminClient.Article(text));
        return await ApiResponse.ReadAsync(response);
    }

    private static async Task<ApiResponse> Get(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return await ApiResponse.ReadAsync(response);
    }

    private static async Task<List<string>> Load(AdminClient admin, int number, CancellationToken end)
    {
        var told = new List<string>();
        for (var i = 0; !end.IsCancellationRequested; i++)
            told.Add(Describe(number == 0 ? await Post(admin, i) : await admin.Get($"/v1/events?limit={number}")));
        return told;
    }

    /// <summary>Asks until the answer is this.</summary>
    private static async Task Until(AdminClient admin, string told)
    {
        while (Describe(await admin.Get("/v1/events?limit=2")) != told)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    private static Task<ApiResponse> Post(AdminClient admin, int number) =>
        admin.Post("/v1/articles", AdminClient.Article($"{AdminClient.Story} Number {number}."));

    /// <summary>The status; of a problem also its code and when to come back.</summary>
    private static string Describe(ApiResponse answer) =>
        (int)answer.Status < 300
            ? $"{(int)answer.Status}"
            : $"{(int)answer.Status} {ProblemShape.Check(answer)["code"]} {answer.Header("Retry-After") ?? "-"}";

    private static string FileOf(AdminClient admin) => new SqliteConnectionStringBuilder(admin.Timeline.ConnectionString).DataSource;

    private static void Move(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
            File.Move(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>A connection of another program that has run this; disposing of it ends what it holds.</summary>
    private static async Task<DbConnection> Holding(AdminClient admin, string statements)
    {
        var database = admin.Timeline.ConnectionString + ";Pooling=false";
        var isPostgres = database.StartsWith("Host", StringComparison.Ordinal);
        DbConnection connection = isPostgres ? new NpgsqlConnection(database) : new SqliteConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statements;
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
