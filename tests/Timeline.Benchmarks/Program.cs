using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// "hostile" prints how long articles take that are written to keep a parser busy; see HostileArticleTimes.
if (args is ["hostile", ..])
    return await Timeline.Benchmarks.HostileArticleTimes.Run(args is [_, "--once"]);

// "fill FILE EVENTS" makes a database of made-up events.
if (args is ["fill", var target, var size])
{
    Timeline.Benchmarks.Data.BulkLoader.Fill(
        target,
        new Timeline.Benchmarks.Data.MadeUpTimeline(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))
    );
    return 0;
}

// --once runs each benchmark a single time, so that none can rot; no figure of such a run means anything.
var once = args is ["--once"];
var config = once
    ? ManualConfig
        .Create(DefaultConfig.Instance)
        .AddJob(Job.Dry.WithToolchain(InProcessEmitToolchain.Instance))
        .WithOptions(ConfigOptions.DisableOptimizationsValidator)
    : DefaultConfig.Instance;
var summaries = BenchmarkSwitcher
    .FromAssembly(typeof(Timeline.Benchmarks.DateBenchmarks).Assembly)
    .Run(once ? ["--filter", "*"] : args, config);
if (once)
    await Timeline.Benchmarks.HostileArticleTimes.Run(once);
return summaries.Any() && summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success))
    ? 0
    : 1;
