namespace Timeline.Api.Storage;

/// <summary>
/// Takes the words of withdrawn and deleted texts out of the database's files. The transaction that withdraws a text empties every
/// table; its words can still lie in the search index, in the write-ahead log or in dead rows until this has run. Then, and not
/// before, the change log says <c>erased</c>. What a stop interrupts goes on at the next start.
/// </summary>
public sealed partial class ErasureWorker(Store store, ILogger<ErasureWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await store.WaitForErasure(stoppingToken);
            while (!await TryErase(stoppingToken))
                await Task.Delay(Retry, stoppingToken);
        }
    }

    private async Task<bool> TryErase(CancellationToken stopping)
    {
        try
        {
            await ErasePending(stopping);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception);
            return false;
        }
    }

    private async Task ErasePending(CancellationToken stopping)
    {
        var articles = await store.Read(snapshot => snapshot.Query<long>($"select article from erasure order by article"), stopping);
        if (articles.Count == 0)
            return;
        // In small steps, so that writes get their turn in between; a reader of an old state can hold the last step up.
        for (var first = true; !await store.Scrub(first, stopping); first = false)
            await Task.Delay(Pause, stopping);
        await store.Write(
            "erasure",
            transaction =>
            {
                transaction.MarkErased(articles);
                return true;
            },
            stopping
        );
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Erasing failed and is tried again.")]
    private partial void LogFailure(Exception exception);
}
