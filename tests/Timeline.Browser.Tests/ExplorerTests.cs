using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>One query, kept the same in histogram, timeline, list, filters and address.</summary>
public sealed class ExplorerTests(ChromiumFixture browser, SampleServer sample) : IClassFixture<SampleServer>
{
    private const string Rows = "#list .event-row";

    [Fact]
    public async Task A_range_chosen_in_the_histogram_changes_timeline_list_and_address()
    {
        await using var view = await Open("/");
        var (drawn, listed) = (await Drawing(view), await view.Page.Locator(Rows).CountAsync());
        await Drag(view, "#histogram .brush", .9, .99);
        await view.Page.WaitForURLAsync("**/?from=**");
        await view.WaitUntilIdle();
        Assert.Matches(@"^\?from=20\d\d&to=20\d\d$", view.Search);
        Assert.InRange(await view.Page.Locator(Rows).CountAsync(), 1, listed - 1);
        Assert.NotEqual(drawn, await Drawing(view));
        Assert.Equal(view.Search, $"?from={await view.Page.InputValueAsync("#f-from")}&to={await view.Page.InputValueAsync("#f-to")}");
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task Zooming_and_panning_the_timeline_put_its_window_into_the_address_and_zooming_changes_the_list()
    {
        await using var view = await Open("/?from=2021&to=2025");
        var listed = await view.Page.Locator(Rows).CountAsync();
        await view.Page.ClickAsync("[aria-label='Zoom in']");
        await view.Page.WaitForURLAsync(url => !url.Contains("from=2021&to=2025"));
        await view.WaitUntilIdle();
        Assert.NotEqual(listed, await view.Page.Locator(Rows).CountAsync());
        var zoomed = view.Search;
        await Drag(view, "#timeline .timeline-frame", .7, .3);
        await view.Page.WaitForURLAsync(url => !Uri.UnescapeDataString(url).Contains(zoomed));
        await view.WaitUntilIdle();
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task The_wheel_zooms_where_it_points_once_control_is_held()
    {
        await using var view = await Open("/?from=2021&to=2025");
        await view.Page.HoverAsync("#timeline .timeline-frame");
        await view.Page.Mouse.WheelAsync(0, -300);
        Assert.Equal("?from=2021&to=2025", view.Search);
        await view.Page.Keyboard.DownAsync("Control");
        await view.Page.Mouse.WheelAsync(0, -300);
        await view.Page.Keyboard.UpAsync("Control");
        await view.Page.WaitForURLAsync(url => !url.Contains("from=2021&to=2025"));
    }

    [Fact]
    public async Task An_actor_and_a_standing_narrow_the_view_and_their_counts_are_what_is_then_listed()
    {
        await using var view = await Open("/");
        var count = int.Parse(await view.Page.Locator("label:has(#f-actor-joe-biden) .count").InnerTextAsync());
        await view.Page.CheckAsync("#f-actor-joe-biden");
        await view.Page.WaitForURLAsync("**/?actor=joe-biden");
        await view.WaitUntilIdle();
        Assert.Equal(count, await view.Page.Locator(Rows).CountAsync());
        await view.Page.CheckAsync("#f-standing-attributed");
        await view.WaitUntilIdle();
        Assert.Equal("?actor=joe-biden&standing=attributed", view.Search);
        Assert.InRange(await view.Page.Locator(Rows).CountAsync(), 1, count - 1);
        Assert.Equal("f-standing-attributed", await view.Page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Back_and_forward_return_to_the_queries_and_views()
    {
        await using var view = await Open("/?actor=vladimir-putin");
        await view.Page.FillAsync("#q", "ukraine");
        await view.Page.PressAsync("#q", "Enter");
        await view.Page.WaitForURLAsync("**q=ukraine**");
        await view.WaitUntilIdle();
        var found = await Titles(view);
        await view.Page.Locator(Rows).First.ClickAsync();
        await view.Page.Locator("#event h2").WaitForAsync();
        await view.Page.GoBackAsync();
        await Assertions.Expect(view.Page.Locator("#event")).ToBeHiddenAsync();
        await view.Page.GoBackAsync();
        await view.WaitUntilIdle();
        Assert.Equal("?actor=vladimir-putin", view.Search);
        Assert.NotEqual(found, await Titles(view));
        await view.Page.GoForwardAsync();
        await view.WaitUntilIdle();
        Assert.Equal(found, await Titles(view));
        Assert.Equal("ukraine", await view.Page.InputValueAsync("#q"));
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task An_event_opens_by_its_link_with_its_claims_and_each_leads_to_its_passage()
    {
        var id = await Disputed();
        await using var view = await Open($"/?actor=donald-trump#/event/{id}");
        await view.Page.Locator("#event .claims").WaitForAsync();
        Assert.Contains("disputed", await view.Page.InnerTextAsync("#event .kicker"));
        Assert.NotEqual(0, await view.Page.Locator("#event .claim[data-stance=asserts]").CountAsync());
        Assert.NotEqual(0, await view.Page.Locator("#event .claim[data-stance=denies]").CountAsync());
        await view.Page.Locator("#event .claim >> text=The passage").First.ClickAsync();
        await Assertions.Expect(view.Page.Locator(".card.selected")).ToBeVisibleAsync();
        Assert.Contains("not shown here", await view.Page.InnerTextAsync("#page"));
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task An_invalid_query_is_explained_and_one_without_results_offers_to_clear_its_filters()
    {
        await using var view = await Open("/?from=2024&to=2014");
        await Assertions.Expect(view.Page.Locator("[role=alert]").First).ToContainTextAsync("is after");
        await view.Open("/?q=nothingofthesort");
        await view.Page.ClickAsync("#notices >> text=Clear all filters");
        await view.WaitUntilIdle();
        Assert.Equal("", view.Search);
        Assert.NotEqual(0, await view.Page.Locator(Rows).CountAsync());
    }

    [Fact]
    public async Task Every_format_of_this_view_carries_its_filters_and_the_embedded_timeline_shows_events()
    {
        await using var view = await Open("/?actor=joe-biden&from=2021");
        await view.Page.ClickAsync("text=This view as");
        await view.Page.Locator("dialog[open]").WaitForAsync();
        var links = await view.Page.Locator("dialog .formats a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.Equal(9, links.Length);
        Assert.All(links, link => Assert.Contains("from=2021", link));
        Assert.Contains("embed.html?from=2021&amp;actor=joe-biden", await view.Page.InputValueAsync("dialog textarea"));
        await view.Open("/embed.html?from=2021&actor=joe-biden");
        await Assertions.Expect(view.Page.Locator("#summary")).ToContainTextAsync("events");
        Assert.Empty(view.Errors);
    }

    private async Task<BrowserPage> Open(string address)
    {
        var view = await browser.NewPage(sample.Server);
        await view.Open(address);
        return view;
    }

    private async Task<string> Disputed() =>
        (string)System.Text.Json.Nodes.JsonNode.Parse(await sample.Server.GetText("v1/events?standing=disputed"))!["items"]![0]!["id"]!;

    private static Task<string> Drawing(BrowserPage view) =>
        view.Page.EvaluateAsync<string>("document.querySelector('#timeline canvas').toDataURL()");

    private static async Task<string> Titles(BrowserPage view) =>
        string.Join('|', await view.Page.Locator("#list .title").AllInnerTextsAsync());

    private static async Task Drag(BrowserPage view, string selector, double from, double to)
    {
        var box = (await view.Page.Locator(selector).BoundingBoxAsync())!;
        await view.Page.Mouse.MoveAsync((float)(box.X + box.Width * from), box.Y + 30);
        await view.Page.Mouse.DownAsync();
        await view.Page.Mouse.MoveAsync((float)(box.X + box.Width * (from + to) / 2), box.Y + 30);
        await view.Page.Mouse.MoveAsync((float)(box.X + box.Width * to), box.Y + 30);
        await view.Page.Mouse.UpAsync();
    }
}
