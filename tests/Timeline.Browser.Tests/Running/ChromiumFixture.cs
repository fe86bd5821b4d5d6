using Microsoft.Playwright;
using Timeline.Browser.Tests.Running;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(ChromiumFixture))]
// A test mostly waits for the browser, which is another process: more of them than cores keep the cores busy.
[assembly: Parallelization(Mode = ParallelMode.All, MaxThreads = 3)]

namespace Timeline.Browser.Tests.Running;

/// <summary>One headless Chromium for all tests, the one that the system has.</summary>
public sealed class ChromiumFixture : IAsyncDisposable
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

    private static readonly string[] Paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>
    /// A page of that width that remembers the errors of its console. Skips the test where there is no Chromium; fails it under CI.
    /// </summary>
    public async Task<BrowserPage> NewPage(TestServer server, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool touch = false)
    {
        var started = await Launch();
        var context = await started.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = server.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
                Locale = "en-GB",
                TimezoneId = "Europe/Dublin",
                ReducedMotion = ReducedMotion.Reduce,
                HasTouch = touch,
            }
        );
        return new BrowserPage(await context.NewPageAsync());
    }

    private async Task<IBrowser> Launch()
    {
        await starting.WaitAsync();
        try
        {
            if (browser is not null)
                return browser;
            var path = Paths.FirstOrDefault(File.Exists);
            if (path is null && Environment.GetEnvironmentVariable("CI") is null)
                Assert.Skip($"There is no Chromium at any of: {string.Join(", ", Paths)}.");
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
