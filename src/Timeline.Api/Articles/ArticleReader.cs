using Timeline.Api.Http;
using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Articles;

/// <summary>Reads articles, only so many at once and each by a deadline: reading is the one thing here that costs a processor.</summary>
public sealed class ArticleReader(Settings settings) : IDisposable
{
    private const int Waiting = 64;
    private readonly SemaphoreSlim running = new(settings.Extractions);
    private int waiting;

    /// <summary>
    /// The article without its markup, and what it tells; 400 with every fault, 429 where too many wait already, 503 where it is not
    /// done by the deadline. Where the client is gone the work ends and its place is free.
    /// </summary>
    public async Task<(Submission Submission, ExtractionResult Read)> Read(JsonBody body, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(settings.ExtractionDeadline);
        try
        {
            if (Interlocked.Increment(ref waiting) > Waiting + settings.Extractions)
            {
                throw new Problem(429, "too_many_requests", "Too many requests")
                {
                    Detail = "Too many articles are waiting to be read.",
                    RetryAfter = 2,
                };
            }

            await running.WaitAsync(deadline.Token);
            try
            {
                return await Task.Run(() => Now(body, deadline.Token), deadline.Token);
            }
            finally
            {
                running.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new BusyException();
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    private static (Submission, ExtractionResult) Now(JsonBody body, CancellationToken cancellation)
    {
        var submission = Submission.Of(body, cancellation);
        return (submission, submission.Read(cancellation));
    }

    public void Dispose() => running.Dispose();
}
