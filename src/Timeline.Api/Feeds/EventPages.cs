using System.Runtime.CompilerServices;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>All events that a question asks for, newest first, page by page: each page is a short read of its own, so that a slow client holds nothing open.</summary>
public static class EventPages
{
    private const int Size = 500;

    /// <param name="make">Makes of a page's events what is wanted of them, within the same read.</param>
    public static async IAsyncEnumerable<T> Read<T>(Store store, EventQuery query, Func<Snapshot, Asked<EventQuery>, IReadOnlyList<Event>, T> make, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var at = query with { Limit = Size }; ;)
        {
            var (page, last) = await store.Read(snapshot =>
            {
                var asked = new Asked<EventQuery>(snapshot, at);
                var rows = EventEndpoints.Rows(snapshot, asked);
                return (make(snapshot, asked, rows.Count > Size ? rows[..Size] : rows), rows.Count > Size ? rows[Size - 1].Place : null);
            }, cancellation);
            yield return page;
            if (last is null) yield break;
            at = at with { After = last };
        }
    }

    /// <summary>The events alone.</summary>
    public static IAsyncEnumerable<IReadOnlyList<Event>> Read(Store store, EventQuery query, CancellationToken cancellation) => Read(store, query, (_, _, events) => events, cancellation);
}
