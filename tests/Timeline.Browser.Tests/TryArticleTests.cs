using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Articles that are only tried.</summary>
public sealed class TryArticleTests(ChromiumFixture browser)
{
    [Fact]
    public async Task The_sample_article_is_read_at_once_and_nothing_of_it_is_stored()
    {
        await using var server = await TestServer.With();
        await using var view = await browser.NewPage(server);
        await view.Open("/#/try");
        await view.Page.ClickAsync("text=Use a sample");
        await view.Page.Locator("#try-result .cards").WaitForAsync();
        Assert.NotEqual(0, await view.Page.Locator("#try-result mark[data-kind=date]").CountAsync());
        Assert.NotEqual(0, await view.Page.Locator("#try-result mark[data-kind=claim]").CountAsync());
        var (text, marked) = (
            await view.Page.InputValueAsync("#try-text"),
            await view.Page.Locator("#try-result .annotated-text").TextContentAsync()
        );
        Assert.Equal(text, marked);
        await view.Page.Locator("#try-result mark[data-kind=date]").First.HoverAsync();
        await Assertions.Expect(view.Page.Locator("#try-result .card.highlighted")).Not.ToHaveCountAsync(0);
        await view.Page.Locator("#try-result .card").First.HoverAsync();
        await Assertions.Expect(view.Page.Locator("#try-result mark.highlighted")).Not.ToHaveCountAsync(0);
        Assert.Empty(JsonNode.Parse(await server.GetText("v1/articles"))!["items"]!.AsArray());
        Assert.Empty(view.Errors);
    }
}
