using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Timeline.Benchmarks;
using Timeline.Benchmarks.Data;
using Timeline.Benchmarks.Http;

return args switch
{
    // How long articles take that are written to keep a parser busy; see HostileArticleTimes.
    ["hostile", ..] => await HostileArticleTimes.Run(args is [_, "--once"]),
    // A database of made-up events: fill CONNECTION EVENTS.
    ["fill", var database, var events] => Fill(database, events),
    // The product against bare Kestrel and a peer: http CONNECTION EVENTS [ROUNDS [SECONDS]].
    ["http", var database, var events, .. var rest] => await Compare(database, events, rest),
    // Every guaranteed question, one at a time: scale CONNECTION EVENTS [SECONDS].
    ["scale", var database, var events, .. var rest] => await ScaleTimes.Run(
        database,
        Number(events),
        rest is [var time] ? Number(time) : 5
    ),
    // Reads beside writes for so many minutes: soak CONNECTION EVENTS [MINUTES].
    ["soak", var database, var events, .. var rest] => await Soak.Run(
        database,
        Number(events),
        rest is [var minutes] ? Number(minutes) : 10,
        TimeSpan.FromMinutes(1)
    ),
    // The server that http compares with.
    ["bare", var address, var folder] => await Serve(address, folder),
    // Each of these a single time, so that none can rot; no figure of such a run means anything.
    ["--once"] => await RunOnce(),
    ["micro", .. var chosen] => RunMicro(chosen, DefaultConfig.Instance),
    _ => RunMicro(args, DefaultConfig.Instance),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Fill(string database, string events)
{
    BulkLoader.Fill(database, new MadeUpTimeline(Number(events)));
    return 0;
}

static async Task<int> Serve(string address, string folder)
{
    await BareServer.Run(address, folder);
    return 0;
}

static async Task<int> Compare(string database, string events, string[] rest)
{
    var (rounds, seconds) = (rest is [var first, ..] ? Number(first) : 5, rest is [_, var second] ? Number(second) : 5);
    var comparison = new HttpComparison(new ComparisonOptions(database, Number(events), rounds, seconds, 4 * seconds, 32));
    var (table, isSound) = await comparison.Run();
    Console.WriteLine(table);
    return isSound ? 0 : 1;
}

static int RunMicro(string[] chosen, IConfig config)
{
    var summaries = BenchmarkSwitcher.FromAssembly(typeof(DateBenchmarks).Assembly).Run(chosen, config).ToList();
    return
        summaries.Count > 0
        && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success))
        ? 0
        : 1;
}

static async Task<int> RunOnce()
{
    var config = ManualConfig
        .Create(DefaultConfig.Instance)
        .AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance))
        .WithOptions(ConfigOptions.DisableOptimizationsValidator);
    var failed = RunMicro(["--filter", "*"], config);
    await HostileArticleTimes.Run(true);
    var folder = Directory.CreateTempSubdirectory("timeline-");
    var database = $"Data Source={Path.Combine(folder.FullName, "timeline.db")}";
    var (table, isSound) = await new HttpComparison(new ComparisonOptions(database, 2_000, 1, 1, 0, 4)).Run();
    Console.WriteLine(table);
    failed += await ScaleTimes.Run(database, 2_000, 1);
    failed += await Soak.Run(database, 2_000, 1, TimeSpan.FromSeconds(4));
    folder.Delete(recursive: true);
    return failed == 0 && isSound ? 0 : 1;
}
