using System.Text.Json.Nodes;

namespace Timeline.Browser.Tests.Running;

/// <summary>Every view of the page, by a name.</summary>
public static class Views
{
    public static IReadOnlyList<string> Names { get; } =
    ["explore", "range", "actor", "charts", "share", "nothing", "wrong", "event", "article", "text", "try", "key", "review", "embed"];

    /// <summary>Opens that view of a server with the sample timeline.</summary>
    public static Task Open(BrowserPage view, TestServer server, string name) =>
        name switch
        {
            "explore" => view.Open("/"),
            "range" => view.Open("/?from=2025-01&to=2025-03&lanes=standing"),
            "actor" => view.Open("/?actor=Putin&actor=nobody"),
            "charts" => Charts(view),
            "share" => Share(view),
            "nothing" => view.Open("/?q=nothingofthesort"),
            "wrong" => Wrong(view),
            "event" => Event(view, server),
            "article" => view.Open("/#/article/art_0jrrbe6000001"),
            "text" => Text(view, server),
            "try" => Try(view),
            "key" => view.Open("/#/review"),
            "review" => Review(view, server),
            "embed" => view.Open("/embed.html?actor=vladimir-putin"),
            _ => throw new ArgumentException(name),
        };

    private static async Task Charts(BrowserPage view)
    {
        await view.Open("/");
        await view.Page.ClickAsync("#charts-toggle");
        await view.Page.Locator("#charts canvas").Nth(1).WaitForAsync();
        await view.WaitUntilIdle();
    }

    private static async Task Share(BrowserPage view)
    {
        await view.Open("/?from=2022");
        await view.Page.ClickAsync("text=This view as");
        await view.Page.Locator("dialog[open] textarea").WaitForAsync();
    }

    private static async Task Wrong(BrowserPage view)
    {
        await view.Open("/#/event/evt_0000000000000");
        await view.Page.Locator("#event [role=alert]").WaitForAsync();
        view.IgnoreErrors("404");
    }

    private static async Task Event(BrowserPage view, TestServer server)
    {
        var disputed = JsonNode.Parse(await server.GetText("v1/events?standing=disputed"))!["items"]![0]!["id"];
        await view.Open($"/#/event/{disputed}");
        await view.Page.Locator("#event .claims").WaitForAsync();
    }

    private static async Task Text(BrowserPage view, TestServer server)
    {
        await view.Open($"/#/article/{await SampleArticles.PostPublic(server)}");
        await view.Page.Locator(".reading mark").First.WaitForAsync();
    }

    private static async Task Try(BrowserPage view)
    {
        await view.Open("/#/try");
        await view.Page.ClickAsync("text=Use a sample");
        await view.Page.Locator("#try-result .cards").WaitForAsync();
        await view.WaitUntilIdle();
    }

    private static async Task Review(BrowserPage view, TestServer server)
    {
        await SampleArticles.PostProposed(server);
        await view.Open("/#/review");
        await view.Page.FillAsync("#key", server.Key);
        await view.Page.PressAsync("#key", "Enter");
        await view.Page.Locator("#queue [role=option]").First.WaitForAsync();
    }
}
