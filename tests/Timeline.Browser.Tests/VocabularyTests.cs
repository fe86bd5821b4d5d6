using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>An API that knows standings, kinds and stances of which the page has never heard.</summary>
public sealed class VocabularyTests(ChromiumFixture browser, SampleServer sample) : IClassFixture<SampleServer>
{
    private static readonly (string Known, string Unknown)[] Values =
    [
        ("reported", "called-off"),
        ("statement", "press-briefing"),
        ("asserts", "half-confirms"),
    ];

    [Fact]
    public async Task An_unknown_standing_is_written_in_words_and_neutral_ink_and_filters_the_events()
    {
        await using var view = await OpenWithUnknownValues("/");
        var badge = view.Page.Locator("#list [data-standing=called-off]").First;
        await Assertions.Expect(badge).ToHaveTextAsync("called off");
        await Assertions.Expect(badge).ToHaveCSSAsync("color", await NeutralColour(view));
        await Assertions.Expect(view.Page.Locator("#legend [data-standing=called-off]")).ToHaveTextAsync("called off");
        var count = await view.Page.Locator("label:has(#f-standing-called-off) .count").InnerTextAsync();
        await view.Page.CheckAsync("#f-standing-called-off");
        await view.Page.WaitForURLAsync("**/?standing=called-off");
        await view.WaitUntilIdle();
        await Assertions.Expect(view.Page.Locator("#list .event-row")).ToHaveCountAsync(int.Parse(count));
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task An_unknown_kind_is_written_in_words_and_filters_the_events()
    {
        await using var view = await OpenWithUnknownValues("/?lanes=kind");
        var filter = view.Page.Locator("label:has(#f-kind-press-briefing)");
        await Assertions.Expect(filter.Locator(".name")).ToHaveTextAsync("press briefing");
        var count = await filter.Locator(".count").InnerTextAsync();
        await view.Page.CheckAsync("#f-kind-press-briefing");
        await view.Page.WaitForURLAsync("**kind=press-briefing**");
        await view.WaitUntilIdle();
        await Assertions.Expect(view.Page.Locator("#list .event-row")).ToHaveCountAsync(int.Parse(count));
        Assert.Empty(view.Errors);
    }

    [Fact]
    public async Task An_unknown_stance_is_written_in_words_and_neutral_ink_and_filters_the_events_until_it_is_taken_off()
    {
        var events = System.Text.Json.Nodes.JsonNode.Parse(await sample.Server.GetText("v1/events?stance=asserts"))!["items"]!.AsArray();
        await using var view = await OpenWithUnknownValues($"/#/event/{events[0]!["id"]}");
        var stance = view.Page.Locator("#event .stance[data-stance=half-confirms]").First;
        await Assertions.Expect(stance).ToHaveTextAsync("half confirms");
        await Assertions.Expect(stance).ToHaveCSSAsync("color", await NeutralColour(view));
        await stance.ClickAsync();
        await view.Page.WaitForURLAsync("**/?stance=half-confirms");
        await view.WaitUntilIdle();
        await Assertions.Expect(view.Page.Locator("#list .event-row")).ToHaveCountAsync(events.Count);
        await Assertions.Expect(view.Page.Locator("#filters")).ToContainTextAsync("stance: half confirms");
        await view.Page.ClickAsync("[aria-label='Take off stance half-confirms']");
        await view.WaitUntilIdle();
        Assert.Equal("", view.Search);
        Assert.Empty(view.Errors);
    }

    /// <summary>Renames values in everything that the page asks the API and in everything that it answers.</summary>
    private async Task<BrowserPage> OpenWithUnknownValues(string address)
    {
        var view = await browser.NewPage(sample.Server);
        await view.Page.RouteAsync(
            "**/v1/**",
            async route =>
            {
                var url = Values.Aggregate(route.Request.Url, (text, value) => text.Replace(value.Unknown, value.Known));
                var answer = await route.FetchAsync(new RouteFetchOptions { Url = url });
                var body = await answer.TextAsync();
                body = Values.Aggregate(body, (text, value) => text.Replace($"\"{value.Known}\"", $"\"{value.Unknown}\""));
                await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = body });
            }
        );
        await view.Open(address);
        return view;
    }

    private static Task<string> NeutralColour(BrowserPage view) =>
        view.Page.EvaluateAsync<string>(
            """
            () => {
              const element = document.createElement('p');
              element.className = 'muted';
              document.body.append(element);
              const { color } = getComputedStyle(element);
              element.remove();
              return color;
            }
            """
        );
}
