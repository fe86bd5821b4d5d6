using System.Collections.Concurrent;
using System.Globalization;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>What a request with an <c>Idempotency-Key</c> answered before.</summary>
public sealed record RememberedReply
{
    public string RequestSha256 { get; init; } = "";

    public int Status { get; init; }

    public string? Location { get; init; }

    /// <summary>Empty where its words were erased since.</summary>
    public string Body { get; init; } = "";

    /// <summary>The article whose words it repeats.</summary>
    public long Article { get; init; }
}

/// <summary>
/// Makes a POST that is sent again do nothing twice: within a day, the same key with the same body gives the same answer.
/// </summary>
public static class Idempotency
{
    private const int LongestKey = 255;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly ConcurrentDictionary<(string Who, string Key), bool> Running = new();

    /// <summary>The request's key, or null; it is held until disposed, and a second request with it meanwhile ends with 409.</summary>
    public static HeldKey? Hold(HttpContext http, Caller caller)
    {
        if (http.Request.Headers["Idempotency-Key"].ToString() is not { Length: > 0 } key)
            return null;
        if (key.Length > LongestKey || key.Any(char.IsControl))
        {
            throw ProblemCatalogue.BadRequest.With($"The Idempotency-Key must be 1 to {LongestKey} printable characters.");
        }

        if (!Running.TryAdd((caller.Name, key), true))
        {
            throw ProblemCatalogue.InProgress.With(ProblemCatalogue.InProgress.PlainMeaning);
        }

        return new HeldKey(caller.Name, key);
    }

    /// <summary>A key that a running request holds.</summary>
    public sealed class HeldKey(string who, string key) : IDisposable
    {
        /// <summary>The earlier answer under this key, or null; 422 where it was to another body.</summary>
        public RememberedReply? FindReply(Snapshot snapshot, string requestSha256)
        {
            var earlier = snapshot.QuerySingleOrDefault<RememberedReply>(
                $"select request_sha256, status, location, body, article from idempotency where who = {who} and key = {key}"
            );
            if (earlier is not null && earlier.RequestSha256 != requestSha256)
            {
                throw ProblemCatalogue.IdempotencyMismatch.With("This Idempotency-Key came with another body or query before.");
            }

            return earlier;
        }

        public void Remember(WriteTransaction transaction, TimeProvider time, string requestSha256, RememberedReply answer)
        {
            var now = time.GetUtcNow();
            transaction.Execute($"delete from idempotency where at < {Text(now - Kept)}");
            transaction.Execute(
                $"""
                insert into idempotency (who, key, request_sha256, status, location, body, article, at)
                values ({who}, {key}, {requestSha256}, {answer.Status}, {answer.Location}, {answer.Body}, {answer.Article}, {Text(now)})
                """
            );
        }

        public void Dispose() => Running.TryRemove((who, key), out _);

        private static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
    }
}
