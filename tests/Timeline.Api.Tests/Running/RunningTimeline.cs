using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Timeline.Api.Hosting;
using Timeline.Api.Ingestion;
using Timeline.Api.Storage;

namespace Timeline.Api.Tests.Running;

/// <summary>The real program, listening on a free loopback port with a database of its own.</summary>
public sealed class RunningTimeline : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Action _forget;

    private RunningTimeline(WebApplication app, string connectionString, FakeTimeProvider time, Action forget)
    {
        _app = app;
        _forget = forget;
        (ConnectionString, Time) = (connectionString, time);
        Client = new HttpClient(new DocumentedStatusHandler())
        {
            BaseAddress = new Uri(app.Urls.First().Replace("[::]", "127.0.0.1").Replace("0.0.0.0", "127.0.0.1")),
        };
    }

    public HttpClient Client { get; }

    public string ConnectionString { get; }

    public FakeTimeProvider Time { get; }

    public Store Store => _app.Services.GetRequiredService<Store>();

    public IServiceProvider Services => _app.Services;

    /// <param name="connectionString">The database, which is left as it is; null for a new one that ends with this.</param>
    /// <param name="now">What the clock shows; noon of 2025-03-01 where nothing is given.</param>
    /// <param name="settings">More arguments of the command line, such as <c>--Timeline:Readers=2</c>.</param>
    public static async Task<RunningTimeline> Start(
        Databases databases,
        DatabaseKind kind,
        bool seeded = false,
        string environment = "Production",
        string? connectionString = null,
        DateTimeOffset? now = null,
        params string[] settings
    )
    {
        var (text, forget) = connectionString is null ? databases.Create(kind) : (connectionString, () => { });
        var time = new FakeTimeProvider(now ?? new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var app = await Server.Build(
            [
                "--urls",
                "http://127.0.0.1:0",
                "--environment",
                environment,
                $"--ConnectionStrings:Timeline={text}",
                $"--Timeline:Seed={seeded}",
                .. settings,
            ],
            time
        );
        await app.StartAsync();
        var timeline = new RunningTimeline(app, text, time, forget);
        if (seeded || settings.Contains("--Timeline:Seed=true"))
            await timeline.Analyze();
        return timeline;
    }

    public async Task<ApiResponse> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiResponse.ReadAsync(response);
    }

    public Task<ApiResponse> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    /// <summary>Adds an import file's lines in one transaction.</summary>
    public Task Load(IEnumerable<string> lines) =>
        Store.Write(
            "test",
            transaction =>
            {
                ImportReader.Load(transaction, lines);
                return 0;
            }
        );

    /// <summary>As <see cref="Load"/>, for lines that are many or are asked about a lot.</summary>
    public async Task LoadAndAnalyze(IEnumerable<string> lines)
    {
        await Load(lines);
        await Analyze();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _forget();
    }

    /// <summary>
    /// Lets PostgreSQL count what its tables hold. By itself it does so within a minute, and until then some of its plans for tables
    /// of which it knows nothing are a hundred times slower.
    /// </summary>
    private async Task Analyze()
    {
        if (ConnectionString.StartsWith("Data Source=", StringComparison.Ordinal))
            return;
        await using var database = new NpgsqlConnection(ConnectionString);
        await database.OpenAsync();
        await using var command = new NpgsqlCommand("analyze", database);
        await command.ExecuteNonQueryAsync();
    }
}
