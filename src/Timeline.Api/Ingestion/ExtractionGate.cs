using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>Reads articles, only so many at once and each by a deadline: reading is the one thing here that costs a processor.</summary>
public sealed class ExtractionGate(IngestionOptions options) : IDisposable
{
    private const int Waiting = 64;
    private readonly SemaphoreSlim _running = new(options.Extractions);
    private int _waiting;

    /// <summary>
    /// The article without its markup, and what was extracted from it; 400 with every fault, 429 where too many wait already, 503
    /// where it is not
    /// done by the deadline. Where the client is gone the work ends and its place is free.
    /// </summary>
    public async Task<(ArticleInput Submission, ExtractionResult Read)> Extract(JsonBody body, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(options.ExtractionDeadline);
        try
        {
            if (Interlocked.Increment(ref _waiting) > Waiting + options.Extractions)
            {
                throw new ProblemException(ProblemCatalogue.TooManyRequests)
                {
                    Detail = "Too many articles are waiting to be read.",
                    RetryAfter = 2,
                };
            }

            await _running.WaitAsync(deadline.Token);
            try
            {
                return await Task.Run(() => ExtractNow(body, deadline.Token), deadline.Token);
            }
            finally
            {
                _running.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BusyException();
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private static (ArticleInput, ExtractionResult) ExtractNow(JsonBody body, CancellationToken cancellation)
    {
        var submission = ArticleInput.Parse(body, cancellation);
        return (submission, submission.Extract(cancellation));
    }

    public void Dispose() => _running.Dispose();
}
