using System.Globalization;
using System.Net;
using Timeline.Api.Storage;

namespace Timeline.Api.Hosting;

/// <summary>What can be set, by environment variable or <c>--Section:Name=value</c>; each with its default.</summary>
public sealed record Settings
{
    /// <summary>Every setting with its default and its meaning, as <c>--help</c> prints them.</summary>
    public static IReadOnlyList<(string Name, string Default, string Meaning)> All { get; } =
    [
        (
            "ConnectionStrings__Timeline",
            "Data Source=timeline.db",
            "the database: 'Data Source=FILE' is SQLite, 'Host=…;Database=…' is PostgreSQL"
        ),
        ("Timeline__Seed", "true", "load the sample timeline into an empty database at the first start"),
        ("Timeline__Readers", "16", "how many requests read at once (1 to 1000)"),
        ("Timeline__ReadDeadline", "5", "seconds until a read that is not answered gives 503 (0.1 to 600)"),
        ("Timeline__WriteDeadline", "30", "seconds that a write waits for its turn before it gives 503 (0.1 to 600)"),
        ("Timeline__AutoAccept", "false", "make public at once what is read in posted articles, without review"),
        ("Timeline__Extractions", "2", "how many articles are read at once (1 to 64)"),
        ("Timeline__ExtractionDeadline", "10", "seconds until an article that is not read gives 503 (0.1 to 600)"),
        (
            "Timeline__AllowedHosts",
            "none",
            "names to answer as besides localhost, those in --urls and the public address, separated by ';'; '*' for any"
        ),
        ("Timeline__PublicAddress", "none", "the address that links begin with, such as https://timeline.example.org"),
        (
            "Timeline__Proxies",
            "none",
            "proxies whose X-Forwarded-For, -Proto and -Host are believed: IP addresses or CIDR ranges, separated by ';'"
        ),
        ("Timeline__Drain", "20", "seconds for which requests in flight may go on when the server is told to stop (0 to 600)"),
    ];

    public string ConnectionString { get; init; } = "Data Source=timeline.db";

    public bool Seed { get; init; } = true;

    public int Readers { get; init; } = 16;

    public TimeSpan ReadDeadline { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan WriteDeadline { get; init; } = TimeSpan.FromSeconds(30);

    public bool AutoAccept { get; init; }

    public int Extractions { get; init; } = 2;

    public TimeSpan ExtractionDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Names of hosts without ports, or <c>*</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Scheme, host and port, nothing more; null where links begin with what the request was sent to.</summary>
    public Uri? PublicAddress { get; init; }

    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Reads and checks every setting; <see cref="SettingException"/> names the one that is wrong, or that does not exist.</summary>
    public static Settings Read(IConfiguration configuration)
    {
        var known = All.Select(setting => setting.Name.Replace("__", ":")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, value) in configuration.GetSection("Timeline").AsEnumerable())
        {
            if (value is not null && !known.Contains(path))
            {
                throw new SettingException(
                    $"{path.Replace(":", "__")} is not a setting. There are: {string.Join(", ", All.Select(setting => setting.Name))}."
                );
            }
        }

        return new Settings
        {
            ConnectionString = ConnectionStringOf(configuration),
            Seed = Flag(configuration, "Seed", true),
            Readers = Whole(configuration, "Readers", 16, 1, 1000),
            ReadDeadline = TimeSpan.FromSeconds(Number(configuration, "ReadDeadline", 5, 0.1, 600)),
            AutoAccept = Flag(configuration, "AutoAccept", false),
            Extractions = Whole(configuration, "Extractions", 2, 1, 64),
            ExtractionDeadline = TimeSpan.FromSeconds(Number(configuration, "ExtractionDeadline", 10, 0.1, 600)),
            WriteDeadline = TimeSpan.FromSeconds(Number(configuration, "WriteDeadline", 30, 0.1, 600)),
            AllowedHosts = [.. Items(configuration, "AllowedHosts").Select(HostOf)],
            PublicAddress = configuration["Timeline:PublicAddress"] is { } address ? AddressOf(address) : null,
            Proxies = [.. Items(configuration, "Proxies").Select(ProxyOf)],
            Drain = TimeSpan.FromSeconds(Number(configuration, "Drain", 20, 0, 600)),
        };
    }

    private static string ConnectionStringOf(IConfiguration configuration)
    {
        var text = configuration.GetConnectionString("Timeline") ?? "Data Source=timeline.db";
        try
        {
            Dialect.For(text).Connect(create: false).Dispose();
            return text;
        }
        catch (ArgumentException exception)
        {
            throw new SettingException($"ConnectionStrings__Timeline is not a connection string: {exception.Message}");
        }
    }

    private static string[] Items(IConfiguration configuration, string name) =>
        (configuration["Timeline:" + name] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string HostOf(string text) =>
        text == "*"
        || (
            Uri.TryCreate($"http://{text}/", UriKind.Absolute, out var address)
            && address.Host.Equals(text, StringComparison.OrdinalIgnoreCase)
        )
            ? text
            : throw new SettingException(
                $"Timeline__AllowedHosts: '{text}' is no name of a host without a port, such as timeline.example.org."
            );

    private static Uri AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", PathAndQuery: "/", Fragment: "" }
            ? address
            : throw new SettingException(
                $"Timeline__PublicAddress: '{text}' is no http or https address without a path, such as https://timeline.example.org."
            );

    private static IPNetwork ProxyOf(string text) =>
        IPNetwork.TryParse(text, out var range) ? range
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException($"Timeline__Proxies: '{text}' is neither an IP address nor a CIDR range, such as 10.0.0.0/8.");

    private static bool Flag(IConfiguration configuration, string name, bool otherwise) =>
        configuration["Timeline:" + name] is not { } text ? otherwise
        : bool.TryParse(text, out var flag) ? flag
        : throw new SettingException($"Timeline__{name} must be true or false; got '{text}'.");

    private static int Whole(IConfiguration configuration, string name, int otherwise, int min, int max) =>
        configuration["Timeline:" + name] is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
        : throw new SettingException($"Timeline__{name} must be a whole number from {min} to {max}; got '{text}'.");

    private static double Number(IConfiguration configuration, string name, double otherwise, double min, double max) =>
        configuration["Timeline:" + name] is not { } text ? otherwise
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max ? number
        : throw new SettingException($"Timeline__{name} must be a number from {min} to {max}; got '{text}'.");
}
