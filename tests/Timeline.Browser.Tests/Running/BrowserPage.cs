using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Timeline.Browser.Tests.Running;

/// <summary>A page in the browser, with the errors of its console and every address it requested.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> errors = new();
    private readonly ConcurrentQueue<string> requestedUrls = new();

    public BrowserPage(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(60_000);
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
        page.Request += (_, request) => requestedUrls.Enqueue(request.Url);
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

    /// <summary>Waits until nothing is requested or drawn any more.</summary>
    public async Task WaitUntilIdle()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Assertions.Expect(Page.Locator(".busy")).ToHaveCountAsync(0);
    }

    /// <summary>The search part of the address bar, decoded.</summary>
    public string Search => Uri.UnescapeDataString(new Uri(Page.Url).Query);

    /// <summary>How many pixels the content is wider than the window; 0 where nothing sticks out.</summary>
    public Task<int> HorizontalOverflow() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

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
