using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>Timelines of uncommon shape.</summary>
public sealed class UncommonTimelineTests(ChromiumFixture browser)
{
    public static TheoryData<int, ColorScheme> Looks =>
        new(from width in new[] { 360, 1440 } from scheme in new[] { ColorScheme.Light, ColorScheme.Dark } select (width, scheme));

    [Theory, MemberData(nameof(Looks))]
    public async Task An_empty_timeline_says_what_to_do(int width, ColorScheme scheme)
    {
        await using var server = await TestServer.With();
        await using var view = await Open(server, width, scheme, "empty");
        await Assertions.Expect(view.Page.Locator("#notices")).ToContainTextAsync("Nothing here yet");
        await Assertions.Expect(view.Page.Locator("#timeline")).ToBeHiddenAsync();
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task A_single_event_is_counted_and_listed(int width, ColorScheme scheme)
    {
        await using var server = await TestServer.With([
            ImportLines.Article(),
            .. ImportLines.Event(1, "The bridge at Aldmoor is opened", "2024-03-03", phrase: "on Sunday"),
        ]);
        await using var view = await Open(server, width, scheme, "one");
        await Assertions.Expect(view.Page.Locator("#lanes-title")).ToHaveTextAsync("1 event");
        await Assertions.Expect(view.Page.Locator("#list .event-row")).ToHaveCountAsync(1);
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task Events_without_dates_stand_in_the_list_alone(int width, ColorScheme scheme)
    {
        await using var server = await TestServer.With([
            ImportLines.Article(),
            .. Enumerable.Range(1, 4).SelectMany(i => ImportLines.Event(i, $"Something happens for the {i}th time", null)),
        ]);
        await using var view = await Open(server, width, scheme, "undated");
        await Assertions.Expect(view.Page.Locator("#timeline")).ToBeHiddenAsync();
        await Assertions.Expect(view.Page.Locator("#list .event-row")).ToHaveCountAsync(4);
        await Assertions.Expect(view.Page.Locator("#notices")).ToContainTextAsync("None of these events has a date");
    }

    [Theory, MemberData(nameof(Looks))]
    public async Task From_500_BC_to_today_years_before_1_are_shown_as_BC(int width, ColorScheme scheme)
    {
        await using var server = await TestServer.With([
            ImportLines.Article(),
            .. Ancient().SelectMany((one, i) => ImportLines.Event(i + 1, one.Title, one.Date, extent: one.Extent)),
        ]);
        await using var view = await Open(server, width, scheme, "ancient");
        await Assertions.Expect(view.Page.Locator("#list")).ToContainTextAsync("15 March 44 BC");
        if (width < 500)
            await view.Page.ClickAsync("#filters-toggle");
        await view.Page.FillAsync("#f-from", "-0100");
        await view.Page.FillAsync("#f-to", "-0043");
        await view.Page.PressAsync("#f-to", "Enter");
        await view.Page.WaitForURLAsync("**to=-0043**");
        await view.WaitUntilIdle();
        await Assertions.Expect(view.Page.Locator("#list .event-row")).ToHaveCountAsync(1);
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task Events_of_every_kind_of_imprecision_are_drawn_and_listed()
    {
        string[] dates =
        [
            "2022-02-14",
            "2022-02",
            "2022-01~/2022-04~",
            "2022-03/..",
            "../2022-05-20",
            "[2022-02,2022-03]",
            "2022?",
            "2022-05/2022-07",
        ];
        await using var server = await TestServer.With([
            ImportLines.Article(published: "2023-01-01"),
            ImportLines.Actor("ann-pell", "Ann Pell"),
            .. dates.SelectMany((date, i) => ImportLines.Event(i + 1, $"Dated {date}", date, extent: i == 7 ? "throughout" : "within")),
            .. ImportLines.Event(20, "Expected in 2025", "2025"),
            .. ImportLines.Event(21, "Denied", "2022-06", "ann-pell", stance: "denies"),
            .. ImportLines.Event(22, "Left open", "2022-08", "ann-pell", stance: "declines-to-comment"),
        ]);
        await using var view = await Open(server, 1440, ColorScheme.Light, "imprecision", "/?from=2021-11&to=2022-12&lanes=none");
        await Assertions.Expect(view.Page.Locator("#list .event-row")).ToHaveCountAsync(10);
    }

    private static IEnumerable<(string Title, string Date, string Extent)> Ancient() =>
        [
            ("The Ionian cities rise", "-0498/-0492", "throughout"),
            ("The battle of Marathon", "-0489-09~", "within"),
            ("Caesar is killed", "-0043-03-15", "within"),
            ("Vesuvius buries Pompeii", "0079", "within"),
            ("The western empire ends", "0476-09-04", "within"),
            ("Printing spreads through Europe", "1450~/1500~", "throughout"),
            ("The Bastille is stormed", "1789-07-14", "within"),
            ("The wall comes down", "1989-11-09", "within"),
            ("The present", "2025/..", "throughout"),
        ];

    private async Task<BrowserPage> Open(TestServer server, int width, ColorScheme scheme, string name, string address = "/")
    {
        var view = await browser.NewPage(server, width, scheme);
        await view.Open(address);
        Assert.Empty(view.Errors);
        Assert.Equal(0, await view.HorizontalOverflow());
        await view.SaveScreenshot($"{name}-{width}-{scheme}".ToLowerInvariant());
        return view;
    }
}
