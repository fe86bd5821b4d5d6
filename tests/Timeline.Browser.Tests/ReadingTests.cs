using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Articles tried, stored, reviewed and read on the page.</summary>
public sealed class ReadingTests(Running.Browser browser)
{
    [Fact]
    public async Task The_sample_article_is_read_at_once_and_nothing_of_it_is_stored()
    {
        await using var site = await Site.With();
        await using var view = await browser.Open(site);
        await view.Go("/#/try");
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
        Assert.Empty(JsonNode.Parse(await site.Text("v1/articles"))!["items"]!.AsArray());
        Assert.Empty(view.Complaints);
    }

    [Fact]
    public async Task A_proposal_becomes_public_once_it_is_accepted_at_the_desk_by_keyboard()
    {
        await using var site = await Site.With();
        await Samples.Post(
            site,
            "The bridge at Aldmoor was opened on 3 March 2024. The mayor, Ann Pell, said that the tunnel would open in May 2025."
        );
        Assert.Empty(await Public(site));
        await using var view = await browser.Open(site);
        await view.Go("/#/review");
        await view.Page.FillAsync("#key", site.Key);
        await view.Page.PressAsync("#key", "Enter");
        var first = view.Page.Locator("#queue [role=option]").First;
        await first.WaitForAsync();
        await Assertions.Expect(view.Page.Locator("#proposal mark")).Not.ToHaveCountAsync(0);
        var title = await view.Page.InnerTextAsync("#proposal h2");
        await view.Page.Keyboard.PressAsync("a");
        await Assertions.Expect(first).ToContainTextAsync("accepted");
        Assert.Equal([title], await Public(site));
        await view.Page.Keyboard.PressAsync("r");
        await Assertions.Expect(view.Page.Locator("#queue .done")).ToHaveCountAsync(2);
        Assert.Equal([title], await Public(site));
        await view.Go("/?nothing");
        Assert.Equal([title], await view.Page.Locator("#list .title").AllInnerTextsAsync());
        Assert.Empty(view.Complaints);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_forgotten()
    {
        await using var site = await Site.With();
        await using var view = await browser.Open(site);
        await view.Go("/#/review");
        await view.Page.FillAsync("#key", "tl_0123456789ab_wrong");
        await view.Page.PressAsync("#key", "Enter");
        await view.Page.Locator("[role=alert]").WaitForAsync();
        Assert.Null(await view.Page.EvaluateAsync<string?>("sessionStorage.getItem('timeline-key')"));
    }

    [Fact]
    public async Task An_article_whose_text_may_be_shown_has_each_claim_marked_in_its_place_also_behind_astral_characters()
    {
        await using var site = await Site.With();
        var id = await Samples.Post(
            site,
            "😀🎉😀🎉 Joy.\n\nThe bridge at Aldmoor was opened on 3 March 2024. Ann Pell said on Monday that it was late.",
            "show",
            review: "accepted"
        );
        await using var view = await browser.Open(site);
        await view.Go($"/#/article/{id}");
        await view.Page.Locator(".reading mark").First.WaitForAsync();
        var marks = string.Concat(await view.Page.Locator(".reading mark").AllTextContentsAsync());
        Assert.StartsWith("The bridge at Aldmoor was opened", marks);
        await view.Page.Locator(".reading .card").First.HoverAsync();
        await Assertions.Expect(view.Page.Locator(".reading mark.highlighted")).Not.ToHaveCountAsync(0);
        Assert.Empty(view.Complaints);
    }

    private static async Task<List<string>> Public(Site site) =>
        [.. JsonNode.Parse(await site.Text("v1/events"))!["items"]!.AsArray().Select(item => (string)item!["title"]!)];
}
