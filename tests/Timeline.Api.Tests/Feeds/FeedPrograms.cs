using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Feeds;

/// <summary>What a program made of an event in a feed: its first and last day, in the zone of the machine, and its title.</summary>
public sealed record ShownEvent(string Id, string First, string Last, string Title);

/// <summary>Runs the programs that feeds are for, as npm has them, in Node or in Chromium.</summary>
public static partial class FeedPrograms
{
    /// <summary>A program that hangs is ended.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly string Folder = SourceTree.Path("tests", "Timeline.Api.Tests", "Feeds");

    /// <summary>What a script of <c>readers/</c> made of a feed.</summary>
    public static async Task<List<ShownEvent>> Show(string reader, Uri feed, string zone)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            Absent("The feeds' readers are not installed: npm ci in tests/Timeline.Api.Tests/Feeds");
        var text = reader.EndsWith(".html", StringComparison.Ordinal)
            ? await Browse(reader, feed, zone)
            : await Run("node", zone, Path.Combine("readers", reader), feed.AbsoluteUri);
        return JsonSerializer.Deserialize<JsonElement>(text) is { ValueKind: JsonValueKind.Array } events
            ? events.Deserialize<List<ShownEvent>>(JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"{reader}: {text}");
    }

    /// <summary>What a validator says against a feed; empty where it has nothing to say.</summary>
    public static async Task<string> Validate(string schema, Uri feed)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
            Absent("The feeds' readers are not installed: npm ci in tests/Timeline.Api.Tests/Feeds");
        return (await Run("node", "UTC", Path.Combine("readers", "schema.mjs"), Path.Combine("readers", schema), feed.AbsoluteUri)).Trim();
    }

    private static async Task<string> Browse(string page, Uri feed, string zone)
    {
        var chromium = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);
        if (chromium is null)
            Absent("Chromium is not installed (no 'chromium' in PATH).");
        var profile = Directory.CreateTempSubdirectory("timeline-chromium-").FullName;
        try
        {
            var address = new Uri(Path.Combine(Folder, "readers", page)).AbsoluteUri + "#" + Uri.EscapeDataString(feed.AbsoluteUri);
            var dom = await Run(
                chromium!,
                zone,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--disable-quic",
                "--allow-file-access-from-files",
                $"--user-data-dir={profile}",
                "--window-size=1200,900",
                "--virtual-time-budget=30000",
                "--dump-dom",
                address
            );
            return WebUtility.HtmlDecode(Result().Match(dom).Groups[1].Value) is { Length: > 0 } result
                ? result
                : $"\"{page} gave nothing\"";
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static async Task<string> Run(string program, string zone, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TZ"] = zone;
        try
        {
            using var process = Process.Start(start)!;
            using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            bound.CancelAfter(Longest);
            using var end = bound.Token.Register(() => process.Kill(entireProcessTree: true));
            var (text, error) = (
                process.StandardOutput.ReadToEndAsync(CancellationToken.None),
                process.StandardError.ReadToEndAsync(CancellationToken.None)
            );
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode == 0
                ? await text
                : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await error}");
        }
        catch (Win32Exception)
        {
            Absent($"{program} is not installed");
            throw;
        }
    }

    private static void Absent(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") is { Length: > 0 }, reason);
        Assert.Skip(reason);
    }

    [GeneratedRegex("""<pre id="result">(.*?)</pre>""", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Result();
}
