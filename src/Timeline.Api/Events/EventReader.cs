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

    /// <summary>One page of events.</summary>
    public static Page<Event> ReadPage(Snapshot snapshot, EventQuery query)
    {
        var resolved = ResolvedQuery.Resolve(snapshot, query);
        var scans = EventFilterSql.Scans(resolved);
        var page = Pager.ToPage(snapshot, resolved, scans, ReadRows(snapshot, resolved, scans));
        return query.IncludesClaims ? page with { Items = WithClaims(snapshot, page.Items, query.Visibility) } : page;
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

    private static List<Event> ReadRows(Snapshot snapshot, ResolvedQuery<EventQuery> resolved, IReadOnlyList<IndexScan> scans)
    {
        if (resolved.IsEmpty)
            return [];
        return resolved.Query.Sort switch
        {
            SortOrder.LastChangedFirst => snapshot.Query<Event>(EventSql.LastChanged(resolved)),
            SortOrder.BestMatchFirst => snapshot.Query<Event>(EventSql.BestMatches(resolved)),
            _ => Pager.ReadByDate(
                resolved.Query,
                scans,
                places => snapshot.Query<Event>(EventSql.AtPlaces(places, resolved.Query.Visibility, resolved.Query.Range.Ascending))
            ),
        };
    }
}
