using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Every view in every width and both colour schemes, with a picture of each to be looked at.</summary>
public sealed class EveryViewTests(ChromiumFixture browser, SampleServer sample) : IClassFixture<SampleServer>
{
    public static TheoryData<string, int> Views =>
        new(from name in Running.Views.Names from width in new[] { 360, 768, 1440 } select (name, width));

    [Theory, MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_and_nothing_sticks_out_in_light_and_in_dark(string name, int width)
    {
        await using var view = await browser.NewPage(sample.Server, width);
        await Running.Views.Open(view, sample.Server, name);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await view.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await view.WaitUntilIdle();
            Assert.Equal(0, await view.HorizontalOverflow());
            await view.SaveScreenshot($"{name}-{width}-{scheme}".ToLowerInvariant());
            Assert.Empty(await view.FindAxeViolations());
        }

        Assert.Empty(view.Errors);
    }
}
