using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>The page for those who do not use a mouse or do not see it.</summary>
public sealed class AccessTests(Running.Browser browser, SampleSite sample) : IClassFixture<SampleSite>
{
    [Fact]
    public async Task All_of_it_is_done_by_keyboard_alone()
    {
        await using var view = await browser.Open(sample.Site);
        await view.Go("/");
        var keys = view.Page.Keyboard;
        await keys.PressAsync("Tab");
        Assert.Equal("Skip to the timeline", await Focused(view));
        await keys.PressAsync("/");
        await keys.TypeAsync("ukraine");
        await keys.PressAsync("Enter");
        await view.Page.WaitForURLAsync("**q=ukraine**");
        await view.Settled();

        await TabTo(view, "First day of the range");
        await keys.PressAsync("End");
        await view.Page.WaitForURLAsync("**from=**");
        await view.Settled();
        await keys.PressAsync("Escape");
        await view.Page.WaitForURLAsync(url => !url.Contains("from="));
        await view.Settled();

        await TabTo(view, "Timeline of ");
        await keys.PressAsync("+");
        await view.Page.WaitForURLAsync("**from=**");
        await view.Settled();
        await keys.PressAsync("Home");
        await view.Page.WaitForURLAsync(url => !url.Contains("from="));
        await view.Settled();
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
        Assert.Empty(view.Complaints);
    }

    [Fact]
    public async Task What_is_found_is_announced()
    {
        await using var view = await browser.Open(sample.Site);
        await view.Go("/?actor=joe-biden");
        await Assertions.Expect(view.Page.Locator("#live")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^\d+ events$"));
    }

    private static async Task<string> Focused(View view) =>
        await view.Page.EvaluateAsync<string>(
            "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent ?? '').trim()"
        );

    private static async Task TabTo(View view, string start, int most = 90, bool fromTop = false)
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
