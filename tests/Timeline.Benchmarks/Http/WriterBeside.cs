using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Timeline.Benchmarks.Http;

/// <summary>Posts an article a second for as long as it is not disposed of, so that nothing that was kept stays true for long.</summary>
public sealed class WriterBeside : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client = new();
    private readonly Task _writing;

    public WriterBeside(string server, string key)
    {
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _writing = Task.Run(() => WriteEachSecond(server + "/v1/articles?review=accepted"));
    }

    /// <summary>How many articles were stored.</summary>
    public int Written { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _writing;
        _client.Dispose();
        _end.Dispose();
    }

    /// <summary>A name that nothing has yet, of letters alone, since digits could be read as a date.</summary>
    internal static string NewName() => string.Concat(Guid.NewGuid().ToByteArray().Select(one => (char)('a' + one % 26)));

    private async Task WriteEachSecond(string address)
    {
        try
        {
            using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1));
            while (await clock.WaitForNextTickAsync(_end.Token))
            {
                var name = NewName();
                var article = new
                {
                    title = $"The council of {name} meets",
                    text = $"The council of Port Halden met on 3 March 2025. Ana Ruiz said plan {name} would be decided on 9 March.",
                    published = "2025-03-05",
                    language = "en",
                };
                using var answer = await _client.PostAsJsonAsync(address, article, _end.Token);
                answer.EnsureSuccessStatusCode();
                Written++;
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the run.
        }
    }
}
