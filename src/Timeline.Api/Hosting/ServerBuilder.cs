using Microsoft.Extensions.Logging.Console;
using Timeline.Api.Charts;
using Timeline.Api.Hosting.OpenApi;
using Timeline.Api.Http;
using Timeline.Api.Ingestion;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>The parts that the server is built of.</summary>
public static class ServerBuilder
{
    private const long MaxBody = 10_000_000;

    /// <summary>A builder with its logs and its listener; a <see cref="SettingException"/> where a setting is wrong.</summary>
    public static WebApplicationBuilder Create(string[] args, out Settings settings)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                Args = args,
                ContentRootPath = AppContext.BaseDirectory,
                ApplicationName = typeof(Server).Assembly.GetName().Name,
            }
        );
        settings = Settings.Read(builder.Configuration);
        if (ListenAddresses.Parse(builder.Configuration["urls"]).Count == 0)
            builder.WebHost.UseUrls(ListenAddresses.Default);
        builder.AddLogs();
        // The slim builder knows no HTTPS, which '--urls https://…' asks for.
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        return builder;
    }

    /// <summary>Adds what handlers are given.</summary>
    public static void AddParts(this WebApplicationBuilder builder, Settings settings, Store store, TimeProvider time)
    {
        builder
            .Services.AddSingleton(store)
            .AddSingleton(time)
            .AddSingleton(settings.ToIngestionOptions())
            .AddSingleton<ExtractionGate>()
            .AddSingleton<DayCountCache>()
            .AddSingleton<KeptAnswers>()
            .AddHostedService<ErasureWorker>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(settings.Drain));
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = Json.Options.Encoder);
        builder.Services.AddApiDocument();
        builder.AddWebPage();
    }

    /// <summary>What fails at the start is one sentence on the console; what goes wrong later is logged.</summary>
    private static void AddLogs(this WebApplicationBuilder builder)
    {
        builder
            .Logging.ClearProviders()
            .AddJsonConsole(json => json.UseUtcTimestamp = true)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
