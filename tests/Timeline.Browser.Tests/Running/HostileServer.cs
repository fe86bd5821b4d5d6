using System.Text.Json.Nodes;

namespace Timeline.Browser.Tests.Running;

/// <summary>A server whose titles, names, phrases and quotes are all hostile.</summary>
public sealed class HostileServer : IAsyncLifetime
{
    /// <summary>The cases, and a word of 10,000 letters.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. Read(), new string('w', 10_000)];

    public TestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Server = await TestServer.With([
            ImportLines.Article(Texts[0], publisher: Texts[1]),
            .. Texts.Select((text, i) => ImportLines.Actor($"actor-{i}", text[..Math.Min(500, text.Length)])),
            .. Texts.SelectMany(
                (text, i) =>
                    ImportLines.Event(
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

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The address with the ids that stand for the first and last of its things.</summary>
    public async Task<string> WithIds(string address)
    {
        if (!address.Contains('#'))
            return address;
        var things = JsonNode.Parse(await Server.GetText(address.Contains("article") ? "v1/articles" : "v1/events?sort=date&limit=500"))![
            "items"
        ]!.AsArray();
        return address
            .Replace("first", (string)things[0]!["id"]!)
            .Replace("last", (string)things.First(thing => ((string)thing!["title"]!).Length >= 500 || thing == things[^1])!["id"]!);
    }

    private static string[] Read()
    {
        using var reader = new StreamReader(typeof(HostileServer).Assembly.GetManifestResourceStream("hostile.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
