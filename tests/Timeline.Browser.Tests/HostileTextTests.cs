using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Text that wants to be more than text.</summary>
public sealed class HostileTextTests(ChromiumFixture browser, HostileServer hostile) : IClassFixture<HostileServer>
{
    public static TheoryData<string, int> Views =>
        new(
            from address in new[] { "/", "/?lanes=kind", "/#/event/first", "/#/event/last", "/#/article/first", "/embed.html" }
            from width in new[] { 360, 1440 }
            select (address, width)
        );

    [Theory, MemberData(nameof(Views))]
    public async Task Nothing_of_it_runs_or_breaks_the_layout(string address, int width)
    {
        await using var view = await browser.NewPage(hostile.Server, width);
        await view.Open(await hostile.WithIds(address));
        await Assertions.Expect(view.Page.Locator("text=onerror").Or(view.Page.Locator("text=wwwww")).First).ToBeAttachedAsync();
        Assert.NotEqual("ran", await view.Page.TitleAsync());
        Assert.Equal(0, await view.HorizontalOverflow());
        Assert.Equal(0, await view.Page.Locator("img, svg[onload], main a[href^='javascript:' i]").CountAsync());
        Assert.Equal(0, await view.Page.Locator("body script").CountAsync());
        Assert.Empty(view.Errors);
        await view.SaveScreenshot($"hostile-{address.Trim('/', '#').Replace('/', '-').Replace("?", "")}-{width}", whole: true);
    }

    [Fact]
    public async Task Charts_and_the_reading_of_an_article_take_it_too()
    {
        await using var view = await browser.NewPage(hostile.Server);
        await view.Open("/");
        await view.Page.ClickAsync("#charts-toggle");
        await view.Page.Locator("#charts canvas").Nth(1).WaitForAsync();
        await view.Open("/#/try");
        await view.Page.FillAsync(
            "#try-text",
            string.Join("\n\n", HostileServer.Texts.Select(text => $"{text} said on 3 May 2024 that {text} was true."))
        );
        await view.Page.ClickAsync("#page button[type=submit]");
        await view.Page.Locator("#try-result .annotated-text").WaitForAsync();
        Assert.NotEqual("ran", await view.Page.TitleAsync());
        Assert.Equal(0, await view.HorizontalOverflow());
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task A_query_in_the_address_is_text_as_well()
    {
        await using var view = await browser.NewPage(hostile.Server);
        await view.Open(
            "/?actor="
                + Uri.EscapeDataString(HostileServer.Texts[0])
                + "&q="
                + Uri.EscapeDataString(HostileServer.Texts[1])
                + "&lanes="
                + Uri.EscapeDataString("<img src=x>")
        );
        Assert.NotEqual("ran", await view.Page.TitleAsync());
        Assert.Equal(0, await view.Page.Locator("main img").CountAsync());
        Assert.Empty(view.Errors);
    }
}
