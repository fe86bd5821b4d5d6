using Timeline.Api.Events;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>All events that a question asks for, newest first, page by page, so that no more than a page is held in memory.</summary>
public static class EventPages
{
    private const int Size = 500;

    public static IEnumerable<IReadOnlyList<Event>> Read(Snapshot snapshot, EventQuery query)
    {
        var at = query with { Limit = Size };
        while (true)
        {
            var rows = EventReader.ReadRows(snapshot, ResolvedQuery.Resolve(snapshot, at));
            yield return rows.Count > Size ? rows[..Size] : rows;
            if (rows.Count <= Size)
                yield break;
            at = at with { After = rows[Size - 1].Position };
        }
    }
}
