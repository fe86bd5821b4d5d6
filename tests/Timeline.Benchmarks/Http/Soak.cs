using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Timeline.Benchmarks.Data;

namespace Timeline.Benchmarks.Http;

/// <summary>
/// Reads of every guaranteed kind beside posting, reviewing and deleting articles, for minutes: whether memory and the write-ahead log
/// stay flat, nothing fails, no write is lost, and what is answered at the end is what <see cref="ExportedTimeline"/> makes of the export.
/// </summary>
public sealed class Soak : IDisposable
{
    private const int Port = 5831;
    private const int Connections = 16;
    private const int AddressesOfEach = 5_000;
    private const int Questions = 400;
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromMilliseconds(250);
    private readonly Random _random = new(17);
    private readonly HttpClient _public;
    private readonly HttpClient _editor;
    private readonly string _log;
    private readonly ServerProcess _product;

    /// <summary>What became of each article that was posted.</summary>
    private readonly Dictionary<string, Fate> _articles = [];

    private Soak(ServerProcess product, string key, string log)
    {
        _product = product;
        _log = log;
        _public = new HttpClient { BaseAddress = new Uri(product.Address) };
        _editor = new HttpClient { BaseAddress = new Uri(product.Address) };
        _editor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    private enum Fate
    {
        Proposed,
        Accepted,
        Rejected,
        Deleted,
    }

    /// <summary>Prints a line for each minute and what was found at the end; 0 where nothing failed and all is equal.</summary>
    /// <param name="database">A connection string of SQLite; the file is made and filled where it is missing.</param>
    /// <param name="period">How long each line is measured.</param>
    public static async Task<int> Run(string database, int events, int periods, TimeSpan period)
    {
        var path = database.Split('=', 2)[1];
        if (!File.Exists(path))
            BulkLoader.Fill(database, new MadeUpTimeline(events));
        var key = HttpComparison.CreateKey(database);
        using var product = await ServerProcess.StartProduct(database, Port);
        using var soak = new Soak(product, key, path + "-wal");
        var failed = await soak.ReadAndWrite(periods, period);
        failed += await soak.CountLostWrites();
        var exported = await ExportedTimeline.Read(soak._public);
        var (different, filled) = await exported.Compare(soak._public, Questions);
        Console.WriteLine($"\n{failed} failures; {soak._articles.Count} articles written.");
        Console.WriteLine($"{different} of {Questions} answers differ; {filled} hold events.");
        return failed + different == 0 ? 0 : 1;
    }

    public void Dispose()
    {
        _public.Dispose();
        _editor.Dispose();
    }

    private async Task<long> ReadAndWrite(int periods, TimeSpan period)
    {
        var (addresses, failed) = (WriteAddresses(), 0L);
        Console.WriteLine("\n| period | answers/s | private MB | log MB | articles |\n|---|---|---|---|---|");
        for (var i = 1; i <= periods; i++)
        {
            using var end = new CancellationTokenSource();
            var writing = Write(end.Token);
            var figures = await Task.Run(() => Load.Run(_product.Address, addresses, Connections, period.TotalSeconds));
            await end.CancelAsync();
            failed += figures.Failed + await writing;
            var log = new FileInfo(_log).Length >> 20;
            Console.WriteLine(
                FormattableString.Invariant($"| {i} | {figures.Rate:N0} | {_product.PrivateMegabytes} | {log} | {_articles.Count} |")
            );
        }

        File.Delete(addresses);
        return failed;
    }

    private string WriteAddresses()
    {
        var all = QuestionKind.Guaranteed.SelectMany(kind => Enumerable.Range(0, AddressesOfEach).Select(_ => kind.Address(_random)));
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, all.OrderBy(_ => _random.Next()).ToList());
        return file;
    }

    /// <summary>Writes until the end, and gives how many writes failed.</summary>
    private async Task<long> Write(CancellationToken end)
    {
        var failed = 0L;
        while (!end.IsCancellationRequested)
        {
            try
            {
                await WriteOnce();
            }
            catch (HttpRequestException exception)
            {
                Console.WriteLine($"A write failed: {exception.Message}");
                failed++;
            }

            await Task.Delay(BetweenWrites, CancellationToken.None);
        }

        return failed;
    }

    private Task WriteOnce() =>
        _random.Next(10) switch
        {
            < 4 => Post(Fate.Accepted),
            < 7 => Post(Fate.Proposed),
            7 => Decide(Fate.Accepted),
            8 => Decide(Fate.Rejected),
            _ => Delete(),
        };

    private async Task Post(Fate fate)
    {
        // New at each run, since the same article is stored once.
        var name = WriterBeside.NewName();
        var day = new DateOnly(2000, 1, 1).AddDays(_random.Next(9_000)).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        var article = new
        {
            title = $"The council of {name} meets",
            text = $"The council of Port {name} met on {day}. Ana Ruiz said plan {name} was approved on {day}.",
            published = "2025-03-05",
            language = "en",
        };
        var review = fate == Fate.Accepted ? "?review=accepted" : "";
        using var answer = await _editor.PostAsJsonAsync("/v1/articles" + review, article);
        answer.EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync());
        _articles[body.RootElement.GetProperty("article").GetProperty("id").GetString()!] = fate;
    }

    private async Task Decide(Fate fate)
    {
        if (Some(Fate.Proposed) is not { } id)
            return;
        var decision = new { decision = fate == Fate.Accepted ? "accepted" : "rejected" };
        using var answer = await _editor.PostAsJsonAsync($"/v1/articles/{id}/review", decision);
        answer.EnsureSuccessStatusCode();
        _articles[id] = fate;
    }

    private async Task Delete()
    {
        if (Some(Fate.Accepted) is not { } id)
            return;
        using var seen = await _editor.GetAsync($"/v1/articles/{id}");
        using var deletion = new HttpRequestMessage(HttpMethod.Delete, $"/v1/articles/{id}");
        deletion.Headers.IfMatch.Add(seen.EnsureSuccessStatusCode().Headers.ETag!);
        using var answer = await _editor.SendAsync(deletion);
        answer.EnsureSuccessStatusCode();
        _articles[id] = Fate.Deleted;
    }

    private string? Some(Fate fate) =>
        _articles.Where(pair => pair.Value == fate).Select(pair => pair.Key).OrderBy(_ => _random.Next()).FirstOrDefault();

    /// <summary>How many articles do not stand as the last write that was answered left them.</summary>
    private async Task<int> CountLostWrites()
    {
        var lost = 0;
        foreach (var (id, fate) in _articles)
        {
            using var article = await _public.GetAsync($"/v1/articles/{id}");
            using var events = JsonDocument.Parse(await _public.GetStringAsync($"/v1/events?article={id}"));
            var isShown = events.RootElement.GetProperty("items").GetArrayLength() > 0;
            var isAsWritten = fate switch
            {
                Fate.Accepted => article.StatusCode == HttpStatusCode.OK && isShown,
                Fate.Deleted => article.StatusCode == HttpStatusCode.Gone && !isShown,
                _ => article.StatusCode == HttpStatusCode.NotFound && !isShown,
            };
            if (!isAsWritten)
            {
                Console.WriteLine($"{id} was {fate}, and is answered with {(int)article.StatusCode}, events: {isShown}.");
                lost++;
            }
        }

        return lost;
    }
}
