using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Timeline.Api.Hosting;
using Timeline.Api.Ingestion;
using Timeline.Api.Keys;
using Timeline.Api.Storage;

namespace Timeline.Browser.Tests.Running;

/// <summary>The real program on a port of its own with a database of its own, and a client of it.</summary>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication program;
    private readonly string folder;

    private TestServer(WebApplication program, string folder, string key)
    {
        (this.program, this.folder, Key) = (program, folder, key);
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address => new(program.Urls.First() + "/");

    public HttpClient Http { get; }

    /// <summary>A key with every scope.</summary>
    public string Key { get; }

    public Task<HttpResponseMessage> Get(string address) => Http.GetAsync(address, TestContext.Current.CancellationToken);

    public Task<string> GetText(string address) => Http.GetStringAsync(address, TestContext.Current.CancellationToken);

    /// <summary>With the sample timeline.</summary>
    public static Task<TestServer> Seeded() => Start(true, []);

    /// <summary>With these lines of the import format, or none.</summary>
    public static Task<TestServer> With(params IEnumerable<string> lines) => Start(false, lines);

    private static async Task<TestServer> Start(bool seed, IEnumerable<string> lines)
    {
        var folder = Directory.CreateTempSubdirectory("timeline-page-").FullName;
        var program = await Server.Build(
            [
                "--urls",
                "http://127.0.0.1:0",
                "--ConnectionStrings:Timeline",
                $"Data Source={Path.Combine(folder, "timeline.db")}",
                "--Timeline:Seed",
                seed.ToString(),
                "--Logging:LogLevel:Default",
                "Warning",
            ],
            TimeProvider.System
        );
        var key = await program
            .Services.GetRequiredService<Store>()
            .Write(
                "test",
                transaction =>
                {
                    ImportReader.Load(transaction, lines);
                    return AccessKeys.Create(transaction, "test", ["admin"], TimeProvider.System.GetUtcNow(), null);
                }
            );
        await program.StartAsync();
        return new TestServer(program, folder, key);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await program.StopAsync();
        await program.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>A server with the sample timeline, for tests that only read.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await TestServer.Seeded();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
