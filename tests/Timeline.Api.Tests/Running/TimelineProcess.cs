using System.Collections.Concurrent;
using System.Diagnostics;
using Timeline.Api.Storage;

namespace Timeline.Api.Tests.Running;

/// <summary>The program as a process of its own, so that it can be stopped and killed, and its console be read.</summary>
public sealed class TimelineProcess : IDisposable
{
    private const string Listens = "Timeline listens on ";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();

    private TimelineProcess(Process process, string address, string? key)
    {
        _process = process;
        Key = key;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null)
                _errors.Enqueue(line.Data);
        };
        process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    /// <summary>The lines that it wrote to its standard error; all of them once it has ended.</summary>
    public IEnumerable<string> Errors => _errors;

    public int Id => _process.Id;

    /// <summary>The admin key that the first start of a database prints; null at a later one.</summary>
    public string? Key { get; }

    /// <summary>Why this machine cannot mount; null where it can.</summary>
    public static string? CannotMount { get; } =
        Mounts() ? null : "This machine lets no process mount a file system for itself (unshare --map-root-user --mount).";

    public static Task<TimelineProcess> Start(string database, params string[] settings) =>
        Start(new ProcessStartInfo("dotnet", [.. Arguments(database), .. settings]));

    /// <summary>Starts with a file system in memory, mounted at a folder for this process alone, that holds nothing but ballast.</summary>
    /// <param name="size">Of all of it, in megabytes.</param>
    /// <param name="ballast">In megabytes: the file <c>ballast</c>.</param>
    public static Task<TimelineProcess> StartOnSmallDisk(string folder, int size, int ballast, string database) =>
        Start(Mounting($"size={size}m", folder, $"head -c {ballast}M /dev/zero > \"$1/ballast\"", "dotnet", Arguments(database)));

    /// <summary>Runs a program with a file system in memory mounted at a folder, for it alone; most systems let any user do so.</summary>
    /// <param name="prepare">A command of the shell that runs before; <c>$1</c> is the folder.</param>
    public static ProcessStartInfo Mounting(string options, string folder, string prepare, string program, params string[] arguments)
    {
        var script = $"mount -t tmpfs -o {options} none \"$1\" && {prepare} && shift && exec \"$@\"";
        return new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", script, "sh", folder, program, .. arguments]);
    }

    /// <summary>What <c>dotnet</c> is given to run the program on a free loopback port.</summary>
    public static string[] Arguments(string database) =>
        [
            typeof(Store).Assembly.Location,
            "--urls",
            "http://127.0.0.1:0",
            $"--ConnectionStrings:Timeline={database}",
            "--Timeline:Seed=false",
        ];

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Tells it to stop (SIGTERM), as whatever runs it does.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end and gives its exit code.</summary>
    public async Task<int> End()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        Client.Dispose();
    }

    private static async Task<TimelineProcess> Start(ProcessStartInfo start)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        string? key = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("  tl_", StringComparison.Ordinal))
                key = line.Trim();
            if (line.StartsWith(Listens, StringComparison.Ordinal))
                return new TimelineProcess(process, line[Listens.Length..], key);
        }

        throw new InvalidOperationException("The server did not start.");
    }

    private static bool Mounts()
    {
        try
        {
            using var tried = Process.Start(Mounting("size=1m", Path.GetTempPath(), "true", "true"))!;
            tried.WaitForExit();
            return tried.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
