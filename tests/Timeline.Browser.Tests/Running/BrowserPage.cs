using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Timeline.Browser.Tests.Running;

/// <summary>A page in the browser, with the errors of its console and every address it requested.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    /// <summary>How long to wait for what comes for certain, in milliseconds.</summary>
    private const int Patience = 60_000;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentQueue<string> requestedUrls = new();
    private readonly ConcurrentDictionary<IRequest, string> unanswered = new();

    public BrowserPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                errors.Enqueue(message.Text);
        };
        page.PageError += (_, error) => errors.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            errors.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            requestedUrls.Enqueue(request.Url);
            unanswered.TryAdd(request, request.Url);
        };
        page.RequestFinished += (_, request) => unanswered.TryRemove(request, out var _);
        page.RequestFailed += (_, request) => unanswered.TryRemove(request, out var _);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console (breaches of the content policy are among them), uncaught errors, dialogs.</summary>
    public IReadOnlyCollection<string> Errors => errors;

    /// <summary>
    /// Forgets errors that hold this text: the browser logs every answer that is an error, also where that is what was asked for.
    /// </summary>
    public void IgnoreErrors(string text)
    {
        var kept = errors.Where(error => !error.Contains(text, StringComparison.Ordinal)).ToList();
        errors.Clear();
        kept.ForEach(errors.Enqueue);
    }

    /// <summary>Every address that was requested.</summary>
    public IReadOnlyCollection<string> RequestedUrls => requestedUrls;

    /// <summary>Opens an address of the server and waits until the page has settled.</summary>
    public async Task Open(string address)
    {
        await Page.GotoAsync(address);
        await WaitUntilIdle();
    }

    /// <summary>
    /// Waits until nothing is requested or drawn any more, for a tenth of a second and two frames: by then the page has used an answer,
    /// and has asked what follows from what was just done.
    /// </summary>
    public async Task WaitUntilIdle()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        using var late = new CancellationTokenSource(Patience);
        int requested;
        bool quiet;
        do
        {
            Assert.False(late.IsCancellationRequested, $"Still unanswered: {string.Join(' ', unanswered.Values)}");
            (requested, quiet) = (requestedUrls.Count, unanswered.IsEmpty);
            await Task.Delay(100);
            await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        } while (!quiet || !unanswered.IsEmpty || requestedUrls.Count > requested);
        await Assertions.Expect(Page.Locator(".busy")).ToHaveCountAsync(0);
    }

    /// <summary>The search part of the address bar, decoded.</summary>
    public string Search => Uri.UnescapeDataString(new Uri(Page.Url).Query);

    /// <summary>How many pixels the content is wider than the window; 0 where nothing sticks out.</summary>
    public Task<int> HorizontalOverflow() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

    /// <summary>
    /// What axe finds wrong, one line for each element. It runs in the page itself: the package's own way opens a second page to put
    /// together what several frames give, and no view has a frame.
    /// </summary>
    public async Task<string[]> FindAxeViolations()
    {
        Assert.Equal(0, await Page.Locator("iframe, frame").CountAsync());
        await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(rule => rule.nodes.map(node =>
              `${rule.id}: ${node.html} ${[...node.any, ...node.all].map(check => check.message).join('; ')}`))
            """
        );
    }

    /// <summary>Saves a screenshot under artifacts/screenshots, of the window or of the whole page.</summary>
    public Task SaveScreenshot(string name, bool whole = false) =>
        Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(RepositoryPaths.Artifacts("screenshots"), name + ".png"),
                FullPage = whole,
                Animations = ScreenshotAnimations.Disabled,
            }
        );

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
