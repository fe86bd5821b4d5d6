using System.Diagnostics;
using System.Globalization;
using Timeline.Api.Storage;

namespace Timeline.Api.Cli;

/// <summary>Progress where there is no terminal: a line at the end of each stage, and one every few seconds in between.</summary>
public sealed class ProgressLines(TextWriter output)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();

    public void Report(RebuildProgress progress)
    {
        if (progress.Done < progress.Total && _sinceLast.Elapsed < Interval)
            return;
        _sinceLast.Restart();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{progress.Stage}: {progress.Done:N0} of {progress.Total:N0}"));
    }
}
