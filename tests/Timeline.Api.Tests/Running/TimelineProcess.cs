using System.Collections.Concurrent;
using System.Diagnostics;
using Timeline.Api.Storage;

namespace Timeline.Api.Tests.Running;

/// <summary>The program as a process of its own, so that it can be stopped and killed, and its console be read.</summary>
public sealed class TimelineProcess : IDisposable
{
    private const string Listens = "Timeline listens on ";
    private readonly Process process;
    private readonly ConcurrentQueue<string> errors = new();

    private TimelineProcess(Process process, string address)
    {
        this.process = process;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null) errors.Enqueue(line.Data);
        };
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>The lines that it wrote to its standard error; all of them once it has ended.</summary>
    public IEnumerable<string> Errors => errors;

    public static async Task<TimelineProcess> Start(string database, params string[] settings)
    {
        string[] usual = ["--urls", "http://127.0.0.1:0", $"--ConnectionStrings:Timeline={database}", "--Timeline:Seed=false"];
        var start = new ProcessStartInfo("dotnet", [typeof(Store).Assembly.Location, .. usual, .. settings]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith(Listens, StringComparison.Ordinal)) return new TimelineProcess(process, line[Listens.Length..]);
        throw new InvalidOperationException("The server did not start.");
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Tells it to stop (SIGTERM), as whatever runs it does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end and gives its exit code.</summary>
    public async Task<int> End()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
        Client.Dispose();
    }
}
