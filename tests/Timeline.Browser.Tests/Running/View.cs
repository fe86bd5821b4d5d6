using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Timeline.Browser.Tests.Running;

/// <summary>A page in the browser, with all that its console complained about and all that it fetched.</summary>
public sealed class View : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly ConcurrentQueue<string> fetched = new();

    public View(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(60_000);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => complaints.Enqueue(error);
        page.Dialog += (_, dialog) =>
        {
            complaints.Enqueue("dialog: " + dialog.Message);
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => fetched.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings of the console (breaches of the content policy are among them), uncaught errors, dialogs.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Forgets complaints that hold these words: the browser complains about every answer that is an error, also where that is what was asked for.</summary>
    public void Forgive(string words)
    {
        var kept = complaints.Where(complaint => !complaint.Contains(words, StringComparison.Ordinal)).ToList();
        complaints.Clear();
        kept.ForEach(complaints.Enqueue);
    }

    /// <summary>Every address that was asked for.</summary>
    public IReadOnlyCollection<string> Fetched => fetched;

    /// <summary>Opens an address of the site and waits until the page has settled.</summary>
    public async Task Go(string address)
    {
        await Page.GotoAsync(address);
        await Settled();
    }

    /// <summary>Waits until nothing is fetched or drawn any more.</summary>
    public async Task Settled()
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Assertions.Expect(Page.Locator(".busy")).ToHaveCountAsync(0);
    }

    /// <summary>The question in the address bar.</summary>
    public string Query => Uri.UnescapeDataString(new Uri(Page.Url).Query);

    /// <summary>How many pixels the content is wider than the window; 0 where nothing sticks out.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth");

    /// <summary>Keeps a picture of the whole page under artifacts/screenshots.</summary>
    public Task Picture(string name, bool whole = false) =>
        Page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(SourceTree.Artifacts("screenshots"), name + ".png"),
                FullPage = whole,
                Animations = ScreenshotAnimations.Disabled,
            }
        );

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
