using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Timeline.Browser.Tests.Running;

/// <summary>One headless Chromium for all tests, the one that the system has.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A page of that width that remembers whatever its console complains about. Skips the test where there is no Chromium; fails it under CI.</summary>
    public async Task<View> Open(Site site, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool touch = false)
    {
        var started = await Start();
        var context = await started.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = site.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                Locale = "en-GB",
                TimezoneId = "Europe/Dublin",
                ReducedMotion = ReducedMotion.Reduce,
                HasTouch = touch,
            }
        );
        return new View(await context.NewPageAsync());
    }

    private async Task<IBrowser> Start()
    {
        await starting.WaitAsync();
        try
        {
            if (browser is not null)
                return browser;
            var path = Places.FirstOrDefault(File.Exists);
            if (path is null && Environment.GetEnvironmentVariable("CI") is null)
                Assert.Skip($"There is no Chromium at any of: {string.Join(", ", Places)}.");
            Assert.NotNull(path);
            // Generous, because a machine that also builds is slow; what is right comes, what is wrong never does.
            Assertions.SetDefaultExpectTimeout(60_000);
            playwright = await Playwright.CreateAsync();
            return browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Flags });
        }
        finally
        {
            starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        starting.Dispose();
    }
}
