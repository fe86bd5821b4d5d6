using System.Diagnostics;
using System.Globalization;

namespace Timeline.Benchmarks.Http;

/// <summary>A server in a process of its own, stopped when this is disposed of.</summary>
public sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;

    private ServerProcess(string address, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        Address = address;
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>How long it took from the start of the process to its first answer.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    /// <summary>Memory that is the process's own, in megabytes (Linux; else 0).</summary>
    public long PrivateMegabytes
    {
        get
        {
            var status = $"/proc/{_process.Id}/status";
            var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("RssAnon:")) : null;
            return line is null
                ? 0
                : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>The product on this database.</summary>
    public static async Task<ServerProcess> StartProduct(string database, int port)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Timeline"] = database,
            ["Timeline__Seed"] = "false",
            ["DOTNET_ENVIRONMENT"] = "Production",
        };
        var server = new ServerProcess($"http://127.0.0.1:{port}", "dotnet", [ProductFile, "--urls", $"http://127.0.0.1:{port}"], settings);
        return await server.Answers("/v1/events?limit=1");
    }

    /// <summary>Bare Kestrel with the files of this folder.</summary>
    public static Task<ServerProcess> StartBare(string folder, int port)
    {
        var address = $"http://127.0.0.1:{port}";
        var server = new ServerProcess(address, "dotnet", [typeof(ServerProcess).Assembly.Location, "bare", address, folder], null);
        return server.Answers("/" + Path.GetFileName(Directory.GetFiles(folder)[0]));
    }

    /// <summary>The peer in Node on this file; null where it is not installed.</summary>
    public static async Task<ServerProcess?> StartPeer(string file, int port)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Peers", "fastify");
        var source = Environment.GetEnvironmentVariable("TIMELINE_PEER") ?? folder;
        if (!File.Exists(Path.Combine(source, "node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node")))
            return null;
        var port0 = port.ToString(CultureInfo.InvariantCulture);
        var server = new ServerProcess($"http://127.0.0.1:{port}", "node", [Path.Combine(source, "server.js"), file, port0], null);
        return await server.Answers("/v1/events?from=2020-01-01&to=2020-01-31");
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The program as it was built beside the benchmarks.</summary>
    internal static string ProductFile
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(own.Parent!.Parent!.FullName, "Timeline.Api", own.Name, "Timeline.Api.dll");
        }
    }

    private async Task<ServerProcess> Answers(string path)
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                (await client.GetAsync(Address + path)).EnsureSuccessStatusCode();
                FirstAnswer = watch.Elapsed;
                return this;
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !_process.HasExited)
            {
                await Task.Delay(5);
            }
        }
    }
}
