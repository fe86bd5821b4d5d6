using System.Diagnostics;
using Timeline.Api.Storage;

namespace Timeline.Api.Tests.Running;

/// <summary>The program as a process of its own, so that it can be killed, or be given a disk of its own.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private ServerProcess(Process process, string address, string? key)
    {
        this.process = process;
        Key = key;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }

    public int Id => process.Id;

    /// <summary>The admin key that the first start of a database prints; null at a later one.</summary>
    public string? Key { get; }

    public static Task<ServerProcess> Start(string database) => Start(new ProcessStartInfo("dotnet", Arguments(database)));

    /// <summary>Starts with a file system in memory, mounted at a folder for this process alone, that holds nothing but ballast.</summary>
    /// <param name="size">Of all of it, in megabytes.</param>
    /// <param name="ballast">In megabytes: the file <c>ballast</c>.</param>
    public static Task<ServerProcess> StartOnSmallDisk(string folder, int size, int ballast, string database) =>
        Start(Mounting($"size={size}m", folder, $"head -c {ballast}M /dev/zero > \"$1/ballast\"", "dotnet", Arguments(database)));

    /// <summary>What runs a program with a file system in memory mounted at a folder, for it alone; most systems let any user do so.</summary>
    /// <param name="prepare">A command of the shell that runs before; <c>$1</c> is the folder.</param>
    public static ProcessStartInfo Mounting(string options, string folder, string prepare, string program, params string[] arguments)
    {
        var script = $"mount -t tmpfs -o {options} none \"$1\" && {prepare} && shift && exec \"$@\"";
        return new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", script, "sh", folder, program, .. arguments]);
    }

    /// <summary>Why this machine cannot mount; null where it can.</summary>
    public static string? CannotMount { get; } = Mounts() ? null : "This machine lets no process mount a file system for itself (unshare --map-root-user --mount).";

    /// <summary>What <c>dotnet</c> is given to run the program on a free loopback port.</summary>
    public static string[] Arguments(string database) =>
        [typeof(Store).Assembly.Location, "--urls", "http://127.0.0.1:0", $"--ConnectionStrings:Timeline={database}", "--Timeline:Seed=false"];

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
        Client.Dispose();
    }

    private static async Task<ServerProcess> Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        var process = Process.Start(start)!;
        string? key = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("  tl_", StringComparison.Ordinal)) key = line.Trim();
            if (line.StartsWith("Timeline listens on ", StringComparison.Ordinal)) return new ServerProcess(process, line["Timeline listens on ".Length..], key);
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
