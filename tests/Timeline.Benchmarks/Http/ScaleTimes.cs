using Timeline.Benchmarks.Data;

namespace Timeline.Benchmarks.Http;

/// <summary>
/// How long each guaranteed question takes on a database of some size, one after the other on one connection, in Markdown: compared
/// between sizes it shows where there is a cliff.
/// </summary>
public static class ScaleTimes
{
    private const int Port = 5821;
    private const int Addresses = 50_000;

    public static async Task<int> Run(string database, int events, double seconds)
    {
        if (database.Split('=', 2) is ["Data Source", var path] && !File.Exists(path))
            BulkLoader.Fill(database, new MadeUpTimeline(events));
        var folder = Directory.CreateTempSubdirectory("timeline-scale-").FullName;
        using var product = await ServerProcess.StartProduct(database, Port);
        Console.WriteLine(FormattableString.Invariant($"\n| {events:N0} events | p50 ms | p99 ms |\n|---|---|---|"));
        long failed = 0;
        foreach (var (one, number) in QuestionKind.Guaranteed.Select((one, i) => (one, i)))
        {
            var addresses = one.WriteAddresses(folder, Addresses, number + 1);
            if (seconds > 1)
                Load.Run(product.Address, addresses, 1, seconds);
            var figures = Load.Run(product.Address, addresses, 1, seconds);
            failed += figures.Failed;
            var trouble = figures.Failed == 0 ? "" : $" ({figures.Failed} failed)";
            Console.WriteLine(FormattableString.Invariant($"| {one.Name}{trouble} | {figures.P50:0.00} | {figures.P99:0.00} |"));
        }

        Directory.Delete(folder, recursive: true);
        return failed == 0 ? 0 : 1;
    }
}
