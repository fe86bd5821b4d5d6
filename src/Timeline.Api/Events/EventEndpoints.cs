using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>The timeline: what happened, when, and how it stands.</summary>
public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("/events").WithTags("Events");
        events
            .MapRead("", ListEvents)
            .WithName("listEvents")
            .WithParameters(EventQuery.Parameters)
            .WithSummary("Lists events by date range, actor, standing and more")
            .WithDescription("Newest first. What the range leaves out for want of a date is counted in `undated`.");
        events
            .MapRead("/{id}", GetEvent)
            .WithName("getEvent")
            .WithParameters(EventQuery.One)
            .WithSummary("Shows one event")
            .WithIds(PathId.Event);
    }

    private static Task<ConditionalResult<Page<Event>>> ListEvents(EventQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var tag = ConditionalResult.ListTag(snapshot, query.Visibility);
                return ConditionalResult.ClientHas(http, tag)
                    ? ConditionalResult.NotModified<Event>(tag)
                    : ConditionalResult.List(http, tag, Read(snapshot, query), query.SelectedMembers);
            },
            http.RequestAborted
        );

    private static async Task<ConditionalResult<Event>> GetEvent(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names("fields", EventQuery.Members, "unknown_field");
        var withClaims = query.Names("include", ["claims"], "invalid_choice") is { Count: > 0 };
        var view = query.Visibility();
        query.ThrowIfInvalid();
        return await store.Read(
            snapshot =>
            {
                var found = Find(snapshot, id, view);
                return ConditionalResult.Single(
                    withClaims ? WithClaims(snapshot, [found], view)[0] : found,
                    fields is not null && withClaims ? new HashSet<string>(fields) { "claims" } : fields
                );
            },
            http.RequestAborted
        );
    }

    /// <summary>The event as the reader sees it; 404 or 410 where he does not.</summary>
    public static Event Find(Snapshot snapshot, string id, Visibility view) =>
        EntityLookup.Require(snapshot, Ids.Event, id, view, number => snapshot.QuerySingleOrDefault<Event>(EventSql.Single(number, view)));

    /// <summary>One page of events.</summary>
    public static Page<Event> Read(Snapshot snapshot, EventQuery query)
    {
        var asked = new ResolvedQuery<EventQuery>(snapshot, query);
        var page = asked.Page(
            snapshot,
            asked.IsEmpty ? [] : EventFilterSql.Scans(asked),
            walks => Rows(snapshot, asked, walks),
            found => found.Place,
            found => found.Seq
        );
        return query.WithClaims ? page with { Items = WithClaims(snapshot, page.Items, query.Visibility) } : page;
    }

    /// <summary>The first events in the order asked for, one more than the limit where there are more.</summary>
    public static List<Event> Rows(Snapshot snapshot, ResolvedQuery<EventQuery> asked) =>
        asked.IsEmpty ? [] : Rows(snapshot, asked, EventFilterSql.Scans(asked));

    private static List<Event> Rows(Snapshot snapshot, ResolvedQuery<EventQuery> asked, IReadOnlyList<IndexScan> walks) =>
        asked.Query switch
        {
            { Sort: "-updated" } => snapshot.Query<Event>(EventSql.LastChanged(asked)),
            { Sort: "relevance" } => snapshot.Query<Event>(EventSql.BestMatches(asked)),
            var query => IndexScan.Read<Event>(
                snapshot,
                walks,
                query.Range,
                query.Visibility,
                query.Position,
                query.Limit,
                places => EventSql.AtPlaces(places, query.Visibility, query.Range.Ascending)
            ),
        };

    private static List<Event> WithClaims(Snapshot snapshot, IReadOnlyList<Event> events, Visibility view)
    {
        var claims = Claim.ReadNewest(snapshot, [.. events.Select(found => found.Key)], view);
        return [.. events.Select(found => found with { Claims = [.. claims[found.Key]] })];
    }
}
