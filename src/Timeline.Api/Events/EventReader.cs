using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>Reads events, for this slice and for others.</summary>
public static class EventReader
{
    /// <summary>The event as the reader sees it; a problem 404 or 410 where there is none for him, 308 where it became another.</summary>
    public static Event Require(Snapshot snapshot, string id, Visibility visibility) =>
        EntityLookup.Require(
            snapshot,
            Ids.Event,
            id,
            visibility,
            number => snapshot.QuerySingleOrDefault<Event>(EventSql.Single(number, visibility))
        );

    /// <summary>The JSON of the event as everyone sees it, which is kept; else as <see cref="Require"/> says.</summary>
    public static PooledBytes RequireKept(Snapshot snapshot, string id) =>
        EntityLookup.Require(snapshot, Ids.Event, id, Visibility.Public, number => FindKept(snapshot, number));

    /// <summary>The page asked for: copied from what is kept of each event where the question is plain, else made of columns.</summary>
    public static ConditionalResult<Page<Event>> ReadList(HttpContext http, Snapshot snapshot, EventQuery query)
    {
        var tag = ListTag.For(snapshot, query.Visibility);
        return query.IsPlain
            ? ConditionalResult.List<Event>(http, tag, () => ReadKeptPage(snapshot, query))
            : ConditionalResult.List(http, tag, () => ReadPage(snapshot, query), query.SelectedMembers);
    }

    /// <summary>One page of events, made of their columns.</summary>
    public static Page<Event> ReadPage(Snapshot snapshot, EventQuery query)
    {
        var resolved = ResolvedQuery.Resolve(snapshot, query);
        var scans = EventFilterSql.Scans(resolved);
        var page = Pager.ToPage(snapshot, resolved, scans, ReadRows(snapshot, resolved, scans));
        return query.IncludesClaims ? page with { Items = WithClaims(snapshot, page.Items, query.Visibility) } : page;
    }

    /// <summary>The same page, of what is kept of each event; for questions that are <see cref="EventQuery.IsPlain"/>.</summary>
    public static WrittenPage ReadKeptPage(Snapshot snapshot, EventQuery query)
    {
        var resolved = ResolvedQuery.Resolve(snapshot, query);
        var scans = EventFilterSql.Scans(resolved);
        var kept = new KeptPage(query.Limit);
        foreach (var statement in EventSql.KeptInOrder(resolved, scans))
        {
            if (kept.Read(snapshot, statement))
                break;
        }

        var page = Pager.ToPage<EventQuery, Event>(snapshot, resolved, scans, [], kept.LastBeforeMore);
        return new WrittenPage(kept.Finish(page), page.NextCursor);
    }

    /// <summary>The first events in the order asked for, one more than the limit where there are more.</summary>
    public static List<Event> ReadRows(Snapshot snapshot, ResolvedQuery<EventQuery> resolved) =>
        ReadRows(snapshot, resolved, EventFilterSql.Scans(resolved));

    /// <summary>Each event with its 20 newest claims.</summary>
    public static List<Event> WithClaims(Snapshot snapshot, IReadOnlyList<Event> events, Visibility visibility)
    {
        var claims = ClaimReader.ReadNewest(snapshot, [.. events.Select(@event => @event.Key)], visibility);
        return [.. events.Select(@event => @event with { Claims = [.. claims[@event.Key]] })];
    }

    private static List<Event> ReadRows(Snapshot snapshot, ResolvedQuery<EventQuery> resolved, IReadOnlyList<IndexScan> scans) =>
        Pager.ReadInOrder(resolved.Query, EventSql.InOrder(resolved, scans), snapshot.Query<Event>);

    private static PooledBytes? FindKept(Snapshot snapshot, long id)
    {
        PooledBytes? found = null;
        snapshot.ForEach(EventSql.SingleKept(id), row => row.CopyBytes(0, found = new PooledBytes()));
        return found;
    }
}
