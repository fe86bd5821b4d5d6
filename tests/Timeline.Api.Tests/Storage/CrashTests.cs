using System.Net.Http.Headers;
using System.Net.Http.Json;
using Timeline.Api.Hosting;
using Timeline.Api.Keys;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

public class CrashTests
{
    private const int Rounds = 4;

    [Fact]
    public async Task Of_an_article_posted_while_the_server_is_killed_all_is_there_or_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("timeline-").FullName;
        var database = $"Data Source={Path.Combine(folder, "timeline.db")}";
        var key = await MakeKey(database);
        var acknowledged = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var server = await TimelineProcess.Start(database);
            server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var cancel = new CancellationTokenSource();
            var posting = PostUntilKilled(server.Client, round, acknowledged, cancel.Token);
            // Killed at some moment of a later article, never before the first is acknowledged.
            var before = acknowledged.Count;
            while (acknowledged.Count <= before + round && !posting.IsCompleted)
                await Task.Delay(7, TestContext.Current.CancellationToken);
            await Task.Delay(3 * round, TestContext.Current.CancellationToken);
            server.Kill();
            await cancel.CancelAsync();
            await posting;
        }

        using var store = Store.Open(new Settings { ConnectionString = database }.ToStoreOptions(), TimeProvider.System, serve: false);
        var (articles, claims, orphans) = await store.Read(
            snapshot =>
                (
                    snapshot.Query<string>($"select sha256 from article"),
                    snapshot.Query<long>($"select count(*) from claim group by article"),
                    snapshot.QueryNumber($"select count(*) from claim where event not in (select id from event)")
                ),
            TestContext.Current.CancellationToken
        );
        Assert.NotEmpty(acknowledged);
        Assert.Subset(articles.ToHashSet(), acknowledged.ToHashSet());
        Assert.Single(claims.Distinct());
        Assert.Equal((articles.Count, 0L), (claims.Count, orphans));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task PostUntilKilled(HttpClient client, int round, List<string> acknowledged, CancellationToken cancellation)
    {
        try
        {
            for (var i = 0; !cancellation.IsCancellationRequested; i++)
            {
                using var response = await client.PostAsJsonAsync(
                    "/v1/articles",
                    AdminClient.Article($"{AdminClient.Story} Round {round} of number {i}."),
                    cancellation
                );
                response.EnsureSuccessStatusCode();
                var answer = await ApiResponse.ReadAsync(response);
                acknowledged.Add((string)answer.Json["article"]!["sha256"]!);
            }
        }
        catch (Exception killed) when (killed is HttpRequestException or OperationCanceledException) { }
    }

    private static async Task<string> MakeKey(string database)
    {
        using var store = Store.Open(new Settings { ConnectionString = database }.ToStoreOptions(), TimeProvider.System, serve: false);
        return await store.Write(
            "test",
            transaction => AccessKeys.Create(transaction, "test", ["write"], TimeProvider.System.GetUtcNow(), null)
        );
    }
}
