using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Timeline.Api.Tests.Running;

/// <summary>A PostgreSQL server of the tests' own, in a temporary folder on a free loopback port, started when first asked for.</summary>
public sealed class PostgresServer : IDisposable
{
    private static readonly string? Binaries = FindBinaries();
    private static int databases;
    private readonly Lazy<string> _connection;
    private string? _folder;
    private string _options = "";

    public PostgresServer() => _connection = new Lazy<string>(Start);

    /// <summary>Why there is none on this machine; null where there is.</summary>
    public static string? Missing { get; } =
        Binaries is null ? "PostgreSQL is not installed (no initdb in PATH or /usr/lib/postgresql)." : null;

    /// <summary>Skips the running test, with the reason, where there is none; under CI the test runs and fails.</summary>
    public static void SkipWhereAbsent() =>
        Assert.SkipWhen(Missing is not null && Environment.GetEnvironmentVariable("CI") is null, Missing ?? "");

    /// <summary>The connection string of a new, empty database.</summary>
    public string CreateDatabase()
    {
        var name = $"timeline_{Interlocked.Increment(ref databases)}";
        Execute($"create database {name}");
        return $"{_connection.Value};Database={name}";
    }

    public void DropDatabase(string database)
    {
        using (var known = new NpgsqlConnection(database))
            NpgsqlConnection.ClearPool(known);
        Execute($"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
    }

    /// <summary>Starts the server again after <see cref="Down"/>, on the same port.</summary>
    public void Up() =>
        Run("pg_ctl", "start", "-w", "-D", Path.Combine(_folder!, "data"), "-l", Path.Combine(_folder!, "log"), "-o", _options);

    /// <summary>Ends the server as a crash would, with every connection to it.</summary>
    public void Down() => Run("pg_ctl", "stop", "-D", Path.Combine(_folder!, "data"), "-m", "immediate");

    public void Dispose()
    {
        if (_folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        Down();
        Directory.Delete(_folder, recursive: true);
    }

    private void Execute(string statement)
    {
        using var server = new NpgsqlConnection($"{_connection.Value};Database=postgres;Pooling=false");
        server.Open();
        using var command = new NpgsqlCommand(statement, server);
        command.ExecuteNonQuery();
    }

    private string Start()
    {
        if (Missing is not null)
            throw new InvalidOperationException(Missing);
        _folder = Directory.CreateTempSubdirectory("timeline-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
            Execute("chown", "postgres", _folder);
        var (data, port) = (Path.Combine(_folder, "data"), FreePort());
        Run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        _options = $"-p {port} -k {_folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200";
        Up();
        StopAfterUs(data);
        return $"Host=127.0.0.1;Port={port};Username=postgres";
    }

    /// <summary>Where the tests are killed, nobody disposes of anything: a shell that waits for their end stops the server then.</summary>
    private void StopAfterUs(string data)
    {
        var asUser = Environment.IsPrivilegedProcess ? "runuser -u postgres -- " : "";
        Execute(
            "/bin/sh",
            "-c",
            $"(while kill -0 {Environment.ProcessId}; do sleep 1; done; "
                + $"{asUser}{Binaries}/pg_ctl stop -D {data} -m immediate; rm -rf {_folder}) &"
        );
    }

    /// <summary>PostgreSQL's programs refuse to run as root, so root runs them as the user that Debian's packages make.</summary>
    private static void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries!, program);
        if (Environment.IsPrivilegedProcess)
            Execute("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Execute(path, arguments);
    }

    private static void Execute(string program, params string[] arguments)
    {
        // Output goes nowhere: the server inherits these handles, and reading them to their end would wait for its end.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = Path.GetTempPath() };
        foreach (var part in (string[])["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments])
            start.ArgumentList.Add(part);
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string? FindBinaries()
    {
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        var versions = debian.Exists ? debian.GetDirectories() : [];
        return versions
            .OrderByDescending(version => version.Name, StringComparer.Ordinal)
            .Select(version => Path.Combine(version.FullName, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }
}
