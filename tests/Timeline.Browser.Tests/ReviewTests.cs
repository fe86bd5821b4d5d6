using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Proposals decided on at the review desk.</summary>
public sealed class ReviewTests(ChromiumFixture browser)
{
    [Fact]
    public async Task A_proposal_becomes_public_once_it_is_accepted_at_the_desk_by_keyboard()
    {
        await using var server = await TestServer.With();
        await SampleArticles.Post(
            server,
            "The bridge at Aldmoor was opened on 3 March 2024. The mayor, Ann Pell, said that the tunnel would open in May 2025."
        );
        Assert.Empty(await Public(server));
        await using var view = await browser.NewPage(server);
        await view.Open("/#/review");
        await view.Page.FillAsync("#key", server.Key);
        await view.Page.PressAsync("#key", "Enter");
        var first = view.Page.Locator("#queue [role=option]").First;
        await first.WaitForAsync();
        await Assertions.Expect(view.Page.Locator("#proposal mark")).Not.ToHaveCountAsync(0);
        var title = await view.Page.InnerTextAsync("#proposal h2");
        await view.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(first).ToContainTextAsync("accepted");
        Assert.Equal([title], await Public(server));
        await view.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(view.Page.Locator("#queue .done")).ToHaveCountAsync(2);
        Assert.Equal([title], await Public(server));
        await view.Open("/?nothing");
        Assert.Equal([title], await view.Page.Locator("#list .title").AllInnerTextsAsync());
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_forgotten()
    {
        await using var server = await TestServer.With();
        await using var view = await browser.NewPage(server);
        await view.Open("/#/review");
        await view.Page.FillAsync("#key", "tl_0123456789ab_wrong");
        await view.Page.PressAsync("#key", "Enter");
        await view.Page.Locator("[role=alert]").WaitForAsync();
        Assert.Null(await view.Page.EvaluateAsync<string?>("sessionStorage.getItem('timeline-key')"));
    }

    private static async Task<List<string>> Public(TestServer server) =>
        [.. JsonNode.Parse(await server.GetText("v1/events"))!["items"]!.AsArray().Select(item => (string)item!["title"]!)];
}
