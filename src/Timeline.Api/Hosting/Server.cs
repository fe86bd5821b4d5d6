using Microsoft.Extensions.Logging.Console;
using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Charts;
using Timeline.Api.Claims;
using Timeline.Api.Events;
using Timeline.Api.Feeds;
using Timeline.Api.Hosting.OpenApi;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Ingestion;
using Timeline.Api.Keys;
using Timeline.Api.Merges;
using Timeline.Api.Reviews;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>The server.</summary>
public static class Server
{
    internal const string Address = "http://localhost:5080";
    private const long LargestBody = 10_000_000;

    /// <summary>A server that is ready to start: its database open, migrated and, where it is empty, seeded.</summary>
    public static async Task<WebApplication> Build(string[] args, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(Server).Assembly.GetName().Name,
            }
        );
        var settings = Settings.Read(builder.Configuration);
        CheckAddresses(builder.Configuration["urls"]);
        // What fails at the start is told in one sentence on the console; what goes wrong later is logged.
        builder
            .Logging.ClearProviders()
            .AddJsonConsole(json => json.UseUtcTimestamp = true)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.Drain);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(Address);
        var store = Store.Open(settings, time, serve: true);
        builder
            .Services.AddSingleton(store)
            .AddSingleton(settings)
            .AddSingleton(time)
            .AddSingleton<ExtractionGate>()
            .AddSingleton<DayCountCache>()
            .AddHostedService<ErasureWorker>();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = Json.Options.Encoder);
        builder.Services.AddApiDocument();
        builder.AddWebPage();
        if (store.MigratedFrom == 1)
            await store.Write("upgrade", MachineTitleUpdate.BoundAll);
        if (settings.Seed)
            await SeedIfEmpty(store);
        await PrintFirstKey(store, time);

        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(store.Dispose);
        ServerRefusals.Subscribe(app);
        app.UseSecurityHeaders();
        app.UseProblemResponses();
        app.UsePublicCors();
        app.UseHostNames(settings, builder.Configuration["urls"]);
        app.UseWebPage();
        app.UseRouting();
        app.UseDeclaredParameters();
        app.UseApiDocument();
        var api = app.MapGroup("/v1");
        api.MapEvents();
        api.MapClaims();
        api.MapActors();
        api.MapArticles();
        api.MapIngestion();
        api.MapReviews();
        api.MapMerges();
        api.MapCharts();
        api.MapFeeds();
        app.MapHealth();
        app.MapProblems();
        app.MapApiDocument();
        app.MapWebPage();
        return app;
    }

    /// <summary>Runs until it is told to stop; says what to open.</summary>
    public static async Task<int> Run(string[] args)
    {
        await using var app = await Build(args, TimeProvider.System);
        try
        {
            await app.StartAsync();
        }
        catch (IOException taken)
        {
            throw new SettingException($"urls: {taken.Message} Choose another address with --urls http://localhost:PORT.");
        }

        foreach (var url in app.Urls)
        {
            Console.WriteLine(
                $"Timeline listens on {url}\n  look at it:  {url}/\n  explore it:  {url}/swagger\n  ask it:      curl '{url}/v1/events?from=2014&to=2014'"
            );
        }

        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void CheckAddresses(string? urls)
    {
        foreach (var url in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (
                !Uri.TryCreate(url.Replace("//*", "//any").Replace("//+", "//any"), UriKind.Absolute, out var address)
                || address.Scheme is not ("http" or "https")
            )
            {
                throw new SettingException($"urls: '{url}' is no address such as {Address}.");
            }
        }
    }

    /// <summary>A database without any key gets one for its administrator, shown this once.</summary>
    private static async Task PrintFirstKey(Store store, TimeProvider time)
    {
        var token = await store.Write(
            "setup",
            ledger =>
                ledger.Snapshot.QueryNumber($"select count(*) from access_key") > 0
                    ? null
                    : AccessKeys.Create(ledger, "first admin", ["admin"], time.GetUtcNow(), null)
        );
        if (token is not null)
            Console.WriteLine($"This is the admin key of this timeline. It is shown once, so keep it:\n  {token}");
    }

    private static Task<bool> SeedIfEmpty(Store store) =>
        store.Write(
            "seed",
            ledger =>
            {
                var isEmpty = ledger.Snapshot.State.Seq == 0;
                if (isEmpty)
                    ImportReader.Load(ledger, File.ReadLines(Path.Combine(AppContext.BaseDirectory, "db", "seed", "timeline.ndjson")));
                return isEmpty;
            }
        );
}
