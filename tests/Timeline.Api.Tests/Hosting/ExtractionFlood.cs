using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Ingestion;
using Timeline.Api.Storage;

namespace Timeline.Api.Tests.Hosting;

/// <summary>More articles than may wait, each handed in again as soon as it is read or refused, until this is disposed of.</summary>
public sealed class ExtractionFlood : IAsyncDisposable
{
    private const int Articles = 90;
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _waiting;

    public ExtractionFlood(ExtractionGate gate, byte[] article) =>
        _waiting = [.. Enumerable.Range(0, Articles).Select(_ => KeepExtracting(gate, article, _end.Token))];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_waiting);
        _end.Dispose();
    }

    private static async Task KeepExtracting(ExtractionGate gate, byte[] article, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await gate.Extract(JsonBody.Parse(article, [])!, end);
            }
            catch (Exception exception) when (exception is ProblemException or OperationCanceledException or BusyException)
            {
                await Task.Delay(5, CancellationToken.None);
            }
        }
    }
}
