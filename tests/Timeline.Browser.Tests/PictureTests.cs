using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Pictures of every view, to be looked at.</summary>
public sealed class PictureTests(Running.Browser browser, SampleSite sample) : IClassFixture<SampleSite>
{
    public static TheoryData<string, int, ColorScheme> Views => new(
        from name in Tour.Names
        from width in new[] { 360, 768, 1440 }
        from scheme in new[] { ColorScheme.Light, ColorScheme.Dark }
        select (name, width, scheme));

    [Theory, MemberData(nameof(Views))]
    public async Task Nothing_sticks_out_of_any_view(string name, int width, ColorScheme scheme)
    {
        await using var view = await browser.Open(sample.Site, width, scheme);
        await Tour.Go(view, sample.Site, name);
        Assert.Equal(0, await view.Overflow());
        Assert.Empty(view.Complaints);
        await view.Picture($"{name}-{width}-{scheme}".ToLowerInvariant());
    }
}
