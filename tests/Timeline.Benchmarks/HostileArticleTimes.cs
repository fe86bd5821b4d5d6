using System.Diagnostics;
using System.Net.Http.Json;
using Timeline.Api.Hosting;
using Timeline.Api.Http;
using Timeline.Api.Tests.Ingestion;

namespace Timeline.Benchmarks;

/// <summary>Time against length for articles written to keep a parser busy, over HTTP, as a Markdown table.</summary>
internal static class HostileArticleTimes
{
    private static readonly int[] Lengths = [1_000, 10_000, 100_000, 400_000, 1_000_000];

    /// <summary>Runs every shape at every length that its form may have; with <paramref name="once"/> the shortest alone.</summary>
    public static async Task<int> Run(bool once)
    {
        var folder = Directory.CreateTempSubdirectory("timeline-").FullName;
        var database = $"--ConnectionStrings:Timeline=Data Source={Path.Combine(folder, "timeline.db")}";
        await using var app = await Server.Build(["--urls", "http://127.0.0.1:0", database, "--Timeline:Seed=false"], TimeProvider.System);
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        // The first reading loads the dictionaries.
        await Measure(client, HostileShape.All[^1], Lengths[0]);
        Console.WriteLine("| shape | form | length | status | ms | bytes |\n|---|---|---|---|---|---|");
        foreach (var shape in HostileShape.All)
        {
            foreach (var length in once ? Lengths[..1] : Lengths)
            {
                if (shape.Form != "text" || length <= 400_000)
                    Console.WriteLine(await Measure(client, shape, length));
            }
        }

        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task<string> Measure(HttpClient client, HostileShape shape, int length)
    {
        var content = shape.CreateText(length);
        var watch = Stopwatch.StartNew();
        var article = new Dictionary<string, string> { ["published"] = "2025-03-14", [shape.Form] = content };
        using var answer = await client.PostAsJsonAsync("/v1/extractions", article, Json.Options);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var (status, took) = ((int)answer.StatusCode, watch.ElapsedMilliseconds);
        return $"| {shape.Name} | {shape.Form} | {content.Length:N0} | {status} | {took:N0} | {body.Length:N0} |";
    }
}
