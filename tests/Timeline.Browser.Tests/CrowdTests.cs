using System.Globalization;
using Timeline.Browser.Tests.Running;

namespace Timeline.Browser.Tests;

/// <summary>A timeline of many events: the server adds them up, the page draws a few hundred.</summary>
public sealed class CrowdTests(Running.Browser browser)
{
    private const int Many = 100_000;
    private static readonly DateOnly Start = new(1950, 1, 1);

    [Fact]
    public async Task A_hundred_thousand_events_are_panned_and_zoomed_with_only_a_few_hundred_fetched()
    {
        await using var site = await Site.With(Crowd());
        await using var view = await browser.Open(site);
        await view.Go("/");
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
        await view.Settled();
        var frames = await view.Page.EvaluateAsync<double[]>("() => window.recorded");
        Report(frames);
        Assert.Empty(view.Complaints);
        await view.Picture("crowd-1440-light");
        var items = await view.Page.EvaluateAsync<int>("async () => (await (await fetch('/v1/events?limit=300')).json()).items.length");
        Assert.Equal(300, items);
    }

    /// <summary>Milliseconds from each wheel event to the end of the frame that shows it.</summary>
    private const string Recorder = """
        () => {
          window.recorded = [];
          document.querySelector('#timeline .timeline-frame').addEventListener('wheel', event => {
            requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => window.recorded.push(performance.now() - event.timeStamp); channel.port2.postMessage(0); });
          }, { capture: true });
        }
        """;

    private static void Report(double[] frames)
    {
        Array.Sort(frames);
        Assert.NotEmpty(frames);
        string At(double share) => frames[(int)((frames.Length - 1) * share)].ToString("0.0", CultureInfo.InvariantCulture);
        TestContext.Current.SendDiagnosticMessage(
            $"{frames.Length} pans and zooms over {Many} events, from event to painted frame: median {At(.5)} ms, 95 % {At(.95)} ms, longest {At(1)} ms"
        );
        File.WriteAllText(
            Path.Combine(SourceTree.Artifacts("screenshots"), "crowd.txt"),
            $"median {At(.5)} ms, 95 % {At(.95)} ms, longest {At(1)} ms of {frames.Length}\n"
        );
    }

    private static IEnumerable<string> Crowd() =>
        [
            .. Enumerable.Range(0, Many / 100 + 1).Select(i => Lines.Article($"Article {i}", number: i)),
            .. Enumerable.Range(0, 40).Select(i => Lines.Actor($"actor-{i}", $"Actor {i}")),
            .. Enumerable
                .Range(1, Many)
                .SelectMany(i =>
                    Lines.Event(
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
