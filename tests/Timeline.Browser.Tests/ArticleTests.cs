using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>A stored article, read on the page.</summary>
public sealed class ArticleTests(ChromiumFixture browser)
{
    [Fact]
    public async Task An_article_whose_text_may_be_shown_has_each_claim_marked_in_its_place_also_behind_astral_characters()
    {
        await using var server = await TestServer.With();
        var id = await SampleArticles.Post(
            server,
            "😀🎉😀🎉 Joy.\n\nThe bridge at Aldmoor was opened on 3 March 2024. Ann Pell said on Monday that it was late.",
            "show",
            review: "accepted"
        );
        await using var view = await browser.NewPage(server);
        await view.Open($"/#/article/{id}");
        await view.Page.Locator(".reading mark").First.WaitForAsync();
        var marks = string.Concat(await view.Page.Locator(".reading mark").AllTextContentsAsync());
        Assert.StartsWith("The bridge at Aldmoor was opened", marks);
        await view.Page.Locator(".reading .card").First.HoverAsync();
        await Assertions.Expect(view.Page.Locator(".reading mark.highlighted")).Not.ToHaveCountAsync(0);
        Assert.Empty(view.Errors);
    }
}
