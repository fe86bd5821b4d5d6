using System.Globalization;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>A timeline of many events: the server adds them up, the page draws a few hundred.</summary>
public sealed class LargeTimelineTests(ChromiumFixture browser)
{
    private const int Many = 100_000;
    private static readonly DateOnly Start = new(1950, 1, 1);

    [Fact]
    public async Task A_hundred_thousand_events_are_panned_and_zoomed_with_at_most_300_fetched_at_a_time()
    {
        await using var server = await TestServer.With(ManyEvents());
        await using var view = await browser.NewPage(server);
        await view.Open("/");
        Assert.Matches(@"10,000 or more events|100,000 events", await view.Page.InnerTextAsync("#lanes-title"));
        await view.Page.EvaluateAsync(Recorder);
        await view.Page.HoverAsync("#timeline .timeline-frame");
        await view.Page.Keyboard.DownAsync("Control");
        for (var i = 0; i < 30; i++)
            await view.Page.Mouse.WheelAsync(0, i < 15 ? -120 : 100);
        await view.Page.Keyboard.UpAsync("Control");
        for (var i = 0; i < 30; i++)
            await view.Page.Mouse.WheelAsync(i % 3 == 0 ? -60 : 60, 0);
        await view.Page.WaitForURLAsync("**from=**");
        await view.WaitUntilIdle();
        var frames = await view.Page.EvaluateAsync<double[]>("() => window.recorded");
        Report(frames);
        Assert.Empty(view.Errors);
        await view.SaveScreenshot("large-timeline-1440-light");
        var pages = view.RequestedUrls.Where(url => url.Contains("/v1/events?")).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, url => Assert.Contains("limit=300", url));
    }

    /// <summary>Milliseconds from each wheel event to the end of the frame that shows it.</summary>
    private const string Recorder = """
        () => {
          window.recorded = [];
          document.querySelector('#timeline .timeline-frame').addEventListener('wheel', event => {
            requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = () => window.recorded.push(performance.now() - event.timeStamp);
              channel.port2.postMessage(0);
            });
          }, { capture: true });
        }
        """;

    private static void Report(double[] frames)
    {
        Array.Sort(frames);
        Assert.NotEmpty(frames);
        string At(double share) => frames[(int)((frames.Length - 1) * share)].ToString("0.0", CultureInfo.InvariantCulture);
        TestContext.Current.SendDiagnosticMessage(
            $"{frames.Length} pans and zooms over {Many} events, from event to painted frame: "
                + $"median {At(.5)} ms, 95 % {At(.95)} ms, longest {At(1)} ms"
        );
        File.WriteAllText(
            Path.Combine(RepositoryPaths.Artifacts("screenshots"), "large-timeline.txt"),
            $"median {At(.5)} ms, 95 % {At(.95)} ms, longest {At(1)} ms of {frames.Length}\n"
        );
    }

    private static IEnumerable<string> ManyEvents() =>
        [
            .. Enumerable.Range(0, Many / 100 + 1).Select(i => ImportLines.Article($"Article {i}", number: i)),
            .. Enumerable.Range(0, 40).Select(i => ImportLines.Actor($"actor-{i}", $"Actor {i}")),
            .. Enumerable
                .Range(1, Many)
                .SelectMany(i =>
                    ImportLines.Event(
                        i,
                        $"Event number {i} of the crowd",
                        Start.AddDays(i * 37 % 27_700).ToString(i % 5 == 0 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
                        $"actor-{i % 40}",
                        kind: i % 2 == 0 ? "call" : "meeting",
                        article: i / 100
                    )
                ),
        ];
}
