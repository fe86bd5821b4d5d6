using System.Text.Json.Nodes;

namespace Timeline.Browser.Tests.Running;

/// <summary>A site whose titles, names, phrases and quotes are all hostile.</summary>
public sealed class HostileSite : IAsyncLifetime
{
    /// <summary>The cases, and a word of 10,000 letters.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Read(), new string('w', 10_000)];

    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Site = await Site.With([
            Lines.Article(Texts[0], publisher: Texts[1]),
            .. Texts.Select((text, i) => Lines.Actor($"actor-{i}", text[..Math.Min(500, text.Length)])),
            .. Texts.SelectMany(
                (text, i) =>
                    Lines.Event(
                        i + 1,
                        text[..Math.Min(1_000, text.Length)],
                        $"2024-0{i % 9 + 1}",
                        $"actor-{i}",
                        text[..Math.Min(200, text.Length)],
                        text,
                        i % 2 == 0 ? "call" : "meeting"
                    )
            ),
        ]);

    public ValueTask DisposeAsync() => Site?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The address with the ids that stand for the first and last of its things.</summary>
    public async Task<string> Named(string address)
    {
        if (!address.Contains('#'))
            return address;
        var things = JsonNode.Parse(await Site.Text(address.Contains("article") ? "v1/articles" : "v1/events?sort=date&limit=500"))![
            "items"
        ]!.AsArray();
        return address
            .Replace("first", (string)things[0]!["id"]!)
            .Replace("last", (string)things.First(thing => ((string)thing!["title"]!).Length >= 500 || thing == things[^1])!["id"]!);
    }

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(HostileSite).Assembly.GetManifestResourceStream("hostile.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
