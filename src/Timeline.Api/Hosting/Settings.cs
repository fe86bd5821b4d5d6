using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Net;
using Timeline.Api.Events;
using Timeline.Api.Ingestion;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>
/// What can be set, by environment variable or <c>--Section:Name=value</c>: each property with its default, bounds and meaning.
/// </summary>
public sealed record Settings
{
    [ConfigurationKeyName("ConnectionStrings:Timeline"), ConnectionString]
    [Description("the database: 'Data Source=FILE' is SQLite, 'Host=…;Database=…' is PostgreSQL")]
    public string ConnectionString { get; init; } = "Data Source=timeline.db";

    [Description("load the sample timeline into an empty database at the first start")]
    public bool Seed { get; init; } = true;

    [Range(1, 1000), Description("how many requests read at once")]
    public int Readers { get; init; } = 8;

    [Range(0.1, 600), Description("seconds until a read that is not answered gives 503")]
    public double ReadDeadline { get; init; } = 5;

    [Range(0.1, 600), Description("seconds that a write waits for its turn before it gives 503")]
    public double WriteDeadline { get; init; } = 30;

    [Description("make public at once what is read in posted articles, without review")]
    public bool AutoAccept { get; init; }

    [Range(1, 64), Description("how many articles are read at once")]
    public int Extractions { get; init; } = 2;

    [Range(0.1, 600), Description("seconds until an article that is not read gives 503")]
    public double ExtractionDeadline { get; init; } = 10;

    [HostNameList]
    [Description("names to answer as besides localhost, those in --urls and the public address, separated by ';'; '*' for any")]
    public string? AllowedHosts { get; init; }

    [WebAddress, Description("the address that links begin with, such as https://timeline.example.org")]
    public string? PublicAddress { get; init; }

    [ProxyRanges]
    [Description("proxies whose X-Forwarded-For, -Proto and -Host are believed: IP addresses or CIDR ranges, separated by ';'")]
    public string? Proxies { get; init; }

    [Range(0.0, 600), Description("seconds for which requests in flight may go on when the server is told to stop")]
    public double Drain { get; init; } = 20;

    /// <summary>Names of hosts without ports, or <c>*</c>.</summary>
    public IReadOnlyList<string> AllowedHostNames => SettingList.Split(AllowedHosts);

    /// <summary>Scheme, host and port, nothing more; null where links begin with what the request was sent to.</summary>
    public Uri? PublicUri => PublicAddress is null ? null : new Uri(PublicAddress);

    public IReadOnlyList<IPNetwork> ProxyNetworks => [.. SettingList.Split(Proxies).Select(ProxyRangesAttribute.Parse).OfType<IPNetwork>()];

    public StoreOptions ToStoreOptions() =>
        new(ConnectionString, Readers, TimeSpan.FromSeconds(ReadDeadline), TimeSpan.FromSeconds(WriteDeadline))
        {
            RenderEvents = EventJson.Render,
        };

    public IngestionOptions ToIngestionOptions() => new(Extractions, TimeSpan.FromSeconds(ExtractionDeadline), AutoAccept);

    /// <summary>
    /// Reads and checks every setting; <see cref="SettingException"/> names the one that is wrong, or that does not exist.
    /// </summary>
    public static Settings Read(IConfiguration configuration)
    {
        RejectUnknown(configuration);
        var settings = new Settings();
        foreach (var setting in Setting.All)
            setting.Bind(configuration, settings);
        return settings;
    }

    private static void RejectUnknown(IConfiguration configuration)
    {
        var known = Setting.All.Select(setting => setting.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var given = configuration.GetSection("Timeline").AsEnumerable().Where(pair => pair.Value is not null).Select(pair => pair.Key);
        if (given.FirstOrDefault(path => !known.Contains(path)) is { } stranger)
        {
            var names = string.Join(", ", Setting.All.Select(setting => setting.Name));
            throw new SettingException($"{stranger.Replace(":", "__")} is not a setting. There are: {names}.");
        }
    }
}
