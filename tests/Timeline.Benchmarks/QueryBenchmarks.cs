using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Benchmarks;

/// <summary>Whole requests against a running server with 20,000 events of all precisions, over loopback.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls the clean-up.")]
public class QueryBenchmarks
{
    private const int Events = 20_000;
    private HttpClient _client = new();
    private WebApplication? _app;
    private string _folder = "";

    [Params("from=1990-03&to=1990-05", "actor=actor-7&from=1990&to=1999", "q=word7", "standing=attributed&from=2000-01-01&to=2000-01-31")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public async Task Start()
    {
        _folder = Directory.CreateTempSubdirectory("timeline-").FullName;
        _app = await Server.Build(
            [
                "--urls",
                "http://127.0.0.1:0",
                $"--ConnectionStrings:Timeline=Data Source={Path.Combine(_folder, "timeline.db")}",
                "--Timeline:Seed=false",
            ],
            TimeProvider.System
        );
        await _app.Services.GetRequiredService<Store>().Write("benchmark", Fill);
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    [Benchmark]
    public async Task<int> Page() => (await _client.GetByteArrayAsync($"/v1/events?{Query}")).Length;

    [GlobalCleanup]
    public async Task Stop()
    {
        _client.Dispose();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static int Fill(WriteTransaction transaction)
    {
        var random = new Random(1);
        var article = transaction.NextId("article");
        transaction.Add(
            new ArticleRow(
                article,
                "Made up",
                null,
                null,
                null,
                null,
                "2026-01-01",
                Day.FromYearMonthDay(2026, 1, 1).Number,
                "en",
                new string('0', 64),
                "none",
                null,
                null
            )
        );
        var actors = Enumerable
            .Range(0, 200)
            .Select(i => new ActorRow(transaction.NextId("actor"), $"actor-{i}", "person", [$"Actor {i}"]))
            .ToList();
        actors.ForEach(transaction.Add);
        for (var i = 0; i < Events; i++)
        {
            var day = Day.FromYearMonthDay(1950 + random.Next(76), 1 + random.Next(12), 1 + random.Next(28));
            var date = random.Next(10) switch
            {
                < 7 => EdtfDate.OfDay(day),
                < 9 => EdtfDate.OfMonth(day.Year, day.Month),
                _ => EdtfDate.OfYear(day.Year),
            };
            var id = transaction.NextId("event");
            transaction.Add(
                new EventRow(
                    id,
                    $"Title word{random.Next(500)} word{random.Next(500)}",
                    null,
                    "other",
                    [],
                    new StatedDate(date, "within", null, null, []),
                    "accepted",
                    [(actors[random.Next(random.Next(1, actors.Count))].Id, ["subject"])]
                )
            );
            transaction.Add(
                new ClaimRow(
                    transaction.NextId("claim"),
                    id,
                    article,
                    null,
                    "Somebody",
                    null,
                    null,
                    "asserts",
                    null,
                    false,
                    null,
                    StatedDate.Unknown,
                    null,
                    null,
                    null,
                    null,
                    [],
                    "accepted"
                )
            );
        }

        return Events;
    }
}
