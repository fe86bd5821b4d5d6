using System.Diagnostics;
using System.Globalization;

namespace Timeline.Benchmarks.Http;

/// <summary>What a load generator measured: requests a second, and half and 99 of 100 answers in milliseconds.</summary>
public sealed record LoadFigures(double Rate, double P50, double P99, long Failed);

/// <summary>wrk (github.com/wg/wrk), which plays a list of addresses on so many connections.</summary>
public static class Load
{
    public static LoadFigures Run(string server, string urlFile, int connections, double seconds)
    {
        var time = Math.Max(1, Math.Round(seconds)).ToString(CultureInfo.InvariantCulture);
        var script = Path.Combine(AppContext.BaseDirectory, "Http", "urls.lua");
        string[] arguments = ["-t1", $"-c{connections}", $"-d{time}s", "--timeout", "30s", "-s", script, server];
        var start = new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true };
        start.Environment["URLS"] = urlFile;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var result = output.Split('\n').Single(line => line.StartsWith("RESULT", StringComparison.Ordinal)).Split(' ');
        double Number(int i) => double.Parse(result[i], CultureInfo.InvariantCulture);
        return new LoadFigures(Number(1), Number(2), Number(3), (long)Number(4));
    }
}
