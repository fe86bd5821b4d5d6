using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>The page for those who do not use a mouse or do not see it.</summary>
public sealed class KeyboardTests(ChromiumFixture browser, SampleServer sample) : IClassFixture<SampleServer>
{
    [Fact]
    public async Task Searching_choosing_a_range_opening_an_event_and_trying_an_article_are_done_by_keyboard_alone()
    {
        await using var view = await browser.NewPage(sample.Server);
        await view.Open("/");
        var keys = view.Page.Keyboard;
        await keys.PressAsync("Tab");
        Assert.Equal("Skip to the timeline", await Focused(view));
        await keys.PressAsync("/");
        await keys.TypeAsync("ukraine");
        await keys.PressAsync("Enter");
        await view.Page.WaitForURLAsync("**q=ukraine**");
        await view.WaitUntilIdle();

        await TabTo(view, "First day of the range");
        await keys.PressAsync("End");
        await view.Page.WaitForURLAsync("**from=**");
        await view.WaitUntilIdle();
        await keys.PressAsync("Escape");
        await view.Page.WaitForURLAsync(url => !url.Contains("from="));
        await view.WaitUntilIdle();

        await TabTo(view, "Timeline of ");
        await keys.PressAsync("+");
        await view.Page.WaitForURLAsync("**from=**");
        await view.WaitUntilIdle();
        await keys.PressAsync("Home");
        await view.Page.WaitForURLAsync(url => !url.Contains("from="));
        await view.WaitUntilIdle();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await view.Page.Locator("#event h2").WaitForAsync();
        await TabTo(view, "The passage", 60);
        await keys.PressAsync("Enter");
        await Assertions.Expect(view.Page.Locator(".card.selected")).ToBeVisibleAsync();
        // Alt and the left arrow belong to the browser's own window, which a headless one does not have.
        await view.Page.GoBackAsync();
        await Assertions.Expect(view.Page.Locator("#event h2")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(view.Page.Locator("#event")).ToBeHiddenAsync();

        await TabTo(view, "Try an article", 10, fromTop: true);
        await keys.PressAsync("Enter");
        await view.Page.Locator("#try-text").WaitForAsync();
        await TabTo(view, "Use a sample", 40);
        await keys.PressAsync("Enter");
        await view.Page.Locator("#try-result mark[role=button]").First.WaitForAsync();
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task The_number_of_events_found_is_announced()
    {
        await using var view = await browser.NewPage(sample.Server);
        await view.Open("/?actor=joe-biden");
        await Assertions.Expect(view.Page.Locator("#live")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+ events$"));
    }

    private static async Task<string> Focused(BrowserPage view) =>
        await view.Page.EvaluateAsync<string>(
            "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? '').trim()"
        );

    private static async Task TabTo(BrowserPage view, string start, int most = 90, bool fromTop = false)
    {
        if (fromTop)
            await view.Page.EvaluateAsync("document.querySelector('.skip-link').focus()");
        for (var i = 0; i < most; i++)
        {
            await view.Page.Keyboard.PressAsync("Tab");
            if ((await Focused(view)).StartsWith(start, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"'{start}' was not reached with {most} times Tab; the focus is on '{await Focused(view)}'.");
    }
}
