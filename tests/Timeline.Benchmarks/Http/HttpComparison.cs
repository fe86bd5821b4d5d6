using System.Diagnostics;
using Timeline.Benchmarks.Data;

namespace Timeline.Benchmarks.Http;

/// <summary>How a comparison is run.</summary>
/// <param name="Database">A connection string; made and filled where a SQLite file is missing.</param>
/// <param name="Seconds">Of load in each round, for each server.</param>
/// <param name="WarmUp">Seconds of load before the first round of a case; 0 for none.</param>
public sealed record ComparisonOptions(string Database, int Events, int Rounds, double Seconds, double WarmUp, int Connections);

/// <summary>
/// The product against bare Kestrel that sends the same bytes, and against a peer in Node, case by case, each round one after the
/// other. No address repeats in a case but in those that say <i>kept</i>, and beside the others an article is posted each second.
/// </summary>
public sealed class HttpComparison(ComparisonOptions options)
{
    private const int Addresses = 400_000;
    private const int RepeatedAddresses = 40;
    private const int ProductPort = 5811;
    private const int BarePort = 5812;
    private const int PeerPort = 5813;
    private readonly string _folder = Directory.CreateTempSubdirectory("timeline-http-").FullName;

    /// <summary>Runs all cases and gives their table, in Markdown; false where a request failed.</summary>
    public async Task<(string Table, bool IsSound)> Run()
    {
        var file = options.Database.Split('=', 2) is ["Data Source", var path] ? path : null;
        if (file is null || !File.Exists(file))
            BulkLoader.Fill(options.Database, new MadeUpTimeline(options.Events));
        var key = CreateKey(options.Database);
        using var product = await ServerProcess.StartProduct(options.Database, ProductPort);
        using var peer = file is null ? null : await ServerProcess.StartPeer(file, PeerPort);
        var cases = QuestionKind.Compared.Append(await OneEvent(product)).ToList();
        var bytes = Directory.CreateDirectory(Path.Combine(_folder, "bytes")).FullName;
        for (var i = 0; i < cases.Count; i++)
            await File.WriteAllBytesAsync(Path.Combine(bytes, $"{i}"), await TypicalAnswer(product, cases[i]));
        using var bare = await ServerProcess.StartBare(bytes, BarePort);
        var lines = new List<string>
        {
            "| case | answer | requests/s | bare Kestrel | **ratio** | p50 / p99 ms | Fastify | product / Fastify |",
            "|---|---|---|---|---|---|---|---|",
        };
        var isSound = true;
        for (var i = 0; i < cases.Count; i++)
        {
            var measured = await Measure(cases[i], i, product, bare, peer, key);
            isSound &= measured.Failed == 0;
            lines.Add(measured.ToLine(cases[i].Name, new FileInfo(Path.Combine(bytes, $"{i}")).Length));
            await Console.Error.WriteLineAsync(lines[^1]);
        }

        lines.Add($"\nPrivate memory after the load: {product.PrivateMegabytes} MB.");
        Directory.Delete(_folder, recursive: true);
        return (string.Join('\n', lines), isSound);
    }

    private async Task<Measured> Measure(
        QuestionKind one,
        int number,
        ServerProcess product,
        ServerProcess bare,
        ServerProcess? peer,
        string key
    )
    {
        var addresses = one.WriteAddresses(_folder, one.IsKept ? RepeatedAddresses : Addresses, number + 1);
        var bareAddress = Path.Combine(_folder, "bare");
        await File.WriteAllTextAsync(bareAddress, $"/{number}\n");
        var compared = one.HasPeer ? peer : null;
        await using var writer = one.IsKept ? null : new WriterBeside(product.Address, key);
        if (options.WarmUp > 0)
            WarmUp(addresses, bareAddress, product, bare, compared);
        var rounds = new List<(LoadFigures Product, LoadFigures Bare, LoadFigures? Peer)>();
        for (var round = 0; round < options.Rounds; round++)
        {
            rounds.Add(
                (
                    Load.Run(product.Address, addresses, options.Connections, options.Seconds),
                    Load.Run(bare.Address, bareAddress, options.Connections, options.Seconds),
                    compared is null ? null : Load.Run(compared.Address, addresses, options.Connections, options.Seconds)
                )
            );
        }

        return new Measured(rounds);
    }

    private void WarmUp(string addresses, string bareAddress, ServerProcess product, ServerProcess bare, ServerProcess? peer)
    {
        Load.Run(product.Address, addresses, options.Connections, options.WarmUp);
        Load.Run(bare.Address, bareAddress, options.Connections, options.WarmUp / 4);
        if (peer is not null)
            Load.Run(peer.Address, addresses, options.Connections, options.WarmUp / 4);
    }

    /// <summary>The answer of middle length to nine of the questions.</summary>
    private static async Task<byte[]> TypicalAnswer(ServerProcess product, QuestionKind one)
    {
        using var client = new HttpClient();
        var (random, answers) = (new Random(99), new List<byte[]>());
        for (var i = 0; i < 9; i++)
            answers.Add(await client.GetByteArrayAsync(product.Address + one.Address(random)));
        return answers.OrderBy(answer => answer.Length).ElementAt(4);
    }

    private static async Task<QuestionKind> OneEvent(ServerProcess product)
    {
        using var client = new HttpClient();
        var (random, ids) = (new Random(5), new List<string>());
        while (ids.Count < 2_000)
        {
            using var page = System.Text.Json.JsonDocument.Parse(
                await client.GetStringAsync($"{product.Address}{QuestionKind.Range.Address(random)}&limit=500&fields=id")
            );
            ids.AddRange(page.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (random.Next(50) == 0)
                break;
        }

        return new QuestionKind("one event", random => "/v1/events/" + ids[random.Next(ids.Count)]) { HasPeer = true };
    }

    /// <summary>A key that may do everything on this database.</summary>
    internal static string CreateKey(string database)
    {
        string[] arguments = [ServerProcess.ProductFile, "keys", "create", "benchmark", "--scope", "admin"];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        start.Environment["ConnectionStrings__Timeline"] = database;
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return printed.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).First(word => word.StartsWith("tl_"));
    }

    /// <summary>What the rounds of a case gave: medians, and ratios within each round.</summary>
    private sealed record Measured(IReadOnlyList<(LoadFigures Product, LoadFigures Bare, LoadFigures? Peer)> Rounds)
    {
        public long Failed => Rounds.Sum(round => round.Product.Failed);

        public string ToLine(string name, long answer)
        {
            var (rate, bare) = (Median(round => round.Product.Rate), Median(round => round.Bare.Rate));
            var ratio = Median(round => round.Product.Rate / round.Bare.Rate);
            var peer = "| | |";
            if (Rounds[0].Peer is not null)
                peer = Line($"| {Median(round => round.Peer!.Rate):N0} | {Median(round => round.Product.Rate / round.Peer!.Rate):0.0} |");
            var times = Line($"{Median(round => round.Product.P50):0.00} / {Median(round => round.Product.P99):0.0}");
            var failed = Failed == 0 ? "" : $" ({Failed} failed)";
            return Line($"| {name}{failed} | {answer:N0} B | {rate:N0} | {bare:N0} | **{ratio:0.000}** | {times} {peer}");
        }

        private static string Line(FormattableString text) => FormattableString.Invariant(text);

        private double Median(Func<(LoadFigures Product, LoadFigures Bare, LoadFigures? Peer), double> figure) =>
            Rounds.Select(figure).Order().ElementAt(Rounds.Count / 2);
    }
}
