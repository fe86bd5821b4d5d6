using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Every view in every width and colour, with a picture of each to be looked at.</summary>
public sealed class EveryViewTests(ChromiumFixture browser, SampleServer sample) : IClassFixture<SampleServer>
{
    public static TheoryData<string, int, ColorScheme> Views =>
        new(
            from name in Running.Views.Names
            from width in new[] { 360, 768, 1440 }
            from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
            select (name, width, scheme)
        );

    [Theory, MemberData(nameof(Views))]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string name, int width, ColorScheme scheme)
    {
        await using var view = await browser.NewPage(sample.Server, width, scheme);
        await Running.Views.Open(view, sample.Server, name);
        Assert.Equal(0, await view.HorizontalOverflow());
        await view.SaveScreenshot($"{name}-{width}-{scheme}".ToLowerInvariant());
        Assert.Empty(await view.FindAxeViolations());
        Assert.Empty(view.Errors);
    }
}
