using System.Text.Json.Nodes;

namespace Timeline.Browser.Tests.Running;

/// <summary>Every view of the page, by a name.</summary>
public static class Tour
{
    public static IReadOnlyList<string> Names { get; } =
    ["explore", "range", "actor", "charts", "share", "nothing", "wrong", "event", "article", "text", "try", "key", "review", "embed"];

    /// <summary>Opens that view of a site with the sample timeline.</summary>
    public static Task Go(View view, Site site, string name) =>
        name switch
        {
            "explore" => view.Go("/"),
            "range" => view.Go("/?from=2025-01&to=2025-03&lanes=standing"),
            "actor" => view.Go("/?actor=Putin&actor=nobody"),
            "charts" => Charts(view),
            "share" => Share(view),
            "nothing" => view.Go("/?q=nothingofthesort"),
            "wrong" => Wrong(view),
            "event" => Event(view, site),
            "article" => view.Go("/#/article/art_0jrrbe6000001"),
            "text" => Text(view, site),
            "try" => Try(view),
            "key" => view.Go("/#/review"),
            "review" => Review(view, site),
            "embed" => view.Go("/embed.html?actor=vladimir-putin"),
            _ => throw new ArgumentException(name),
        };

    private static async Task Charts(View view)
    {
        await view.Go("/");
        await view.Page.ClickAsync("#charts-toggle");
        await view.Page.Locator("#charts canvas").Nth(1).WaitForAsync();
        await view.Settled();
    }

    private static async Task Share(View view)
    {
        await view.Go("/?from=2022");
        await view.Page.ClickAsync("text=This view as");
        await view.Page.Locator("dialog[open] textarea").WaitForAsync();
    }

    private static async Task Wrong(View view)
    {
        await view.Go("/#/event/evt_0000000000000");
        await view.Page.Locator("#event [role=alert]").WaitForAsync();
        view.Forgive("404");
    }

    private static async Task Event(View view, Site site)
    {
        var disputed = JsonNode.Parse(await site.Text("v1/events?standing=disputed"))!["items"]![0]!["id"];
        await view.Go($"/#/event/{disputed}");
        await view.Page.Locator("#event .claims").WaitForAsync();
    }

    private static async Task Text(View view, Site site)
    {
        await view.Go($"/#/article/{await Samples.Shown(site)}");
        await view.Page.Locator(".reading mark").First.WaitForAsync();
    }

    private static async Task Try(View view)
    {
        await view.Go("/#/try");
        await view.Page.ClickAsync("text=Use a sample");
        await view.Page.Locator("#try-result .cards").WaitForAsync();
        await view.Settled();
    }

    private static async Task Review(View view, Site site)
    {
        await Samples.Proposed(site);
        await view.Go("/#/review");
        await view.Page.FillAsync("#key", site.Key);
        await view.Page.PressAsync("#key", "Enter");
        await view.Page.Locator("#queue [role=option]").First.WaitForAsync();
    }
}
