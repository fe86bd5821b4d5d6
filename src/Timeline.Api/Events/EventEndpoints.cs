using Timeline.Api.Claims;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>The timeline: what happened, when, and how it stands.</summary>
public static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("/events").WithTags("Events");
        events
            .MapReading("", List)
            .WithName("listEvents")
            .Takes(EventQuery.Parameters)
            .WithSummary("Lists events by date range, actor, standing and more")
            .WithDescription("Newest first. What the range leaves out for want of a date is counted in `undated`.");
        events
            .MapReading("/{id}", One)
            .WithName("getEvent")
            .Takes(EventQuery.One)
            .WithSummary("Shows one event")
            .WithIds(("id", "Id of the event", Samples.Event));
    }

    private static Task<Reply<Page<Event>>> List(EventQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var tag = Reply.ListTag(snapshot, query.View);
                return Reply.IsKnown(http, tag) ? Reply.Unchanged<Event>(tag) : Reply.List(http, tag, Read(snapshot, query), query.Written);
            },
            http.RequestAborted
        );

    private static async Task<Reply<Event>> One(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Of(http);
        var fields = query.Names("fields", EventQuery.Members, "unknown_field");
        var withClaims = query.Names("include", ["claims"], "invalid_choice") is { Count: > 0 };
        var view = query.View();
        query.Check();
        return await store.Read(
            snapshot =>
            {
                var found = Find(snapshot, id, view);
                return Reply.One(
                    withClaims ? WithClaims(snapshot, [found], view)[0] : found,
                    fields is not null && withClaims ? new HashSet<string>(fields) { "claims" } : fields
                );
            },
            http.RequestAborted
        );
    }

    /// <summary>The event as the reader sees it; 404 or 410 where he does not.</summary>
    public static Event Find(Snapshot snapshot, string id, View view) =>
        Missing.Known(snapshot, Ids.Event, id, view, number => snapshot.One<Event>(EventSql.One(number, view)));

    /// <summary>One page of events.</summary>
    public static Page<Event> Read(Snapshot snapshot, EventQuery query)
    {
        var asked = new Asked<EventQuery>(snapshot, query);
        var page = asked.Page(
            snapshot,
            asked.IsEmpty ? [] : EventWalks.Of(asked),
            walks => Rows(snapshot, asked, walks),
            found => found.Place,
            found => found.Seq
        );
        return query.WithClaims ? page with { Items = WithClaims(snapshot, page.Items, query.View) } : page;
    }

    /// <summary>The first events in the order asked for, one more than the limit where there are more.</summary>
    public static List<Event> Rows(Snapshot snapshot, Asked<EventQuery> asked) =>
        asked.IsEmpty ? [] : Rows(snapshot, asked, EventWalks.Of(asked));

    private static List<Event> Rows(Snapshot snapshot, Asked<EventQuery> asked, IReadOnlyList<Walk> walks) =>
        asked.Query switch
        {
            { Sort: "-updated" } => snapshot.Query<Event>(EventSql.Updated(asked)),
            { Sort: "relevance" } => snapshot.Query<Event>(EventSql.Relevant(asked)),
            var query => Walk.Read<Event>(
                snapshot,
                walks,
                query.Window,
                query.View,
                query.Place,
                query.Limit,
                places => EventSql.At(places, query.View, query.Window.Ascending)
            ),
        };

    private static List<Event> WithClaims(Snapshot snapshot, IReadOnlyList<Event> events, View view)
    {
        var claims = Claim.NewestOf(snapshot, [.. events.Select(found => found.Key)], view);
        return [.. events.Select(found => found with { Claims = [.. claims[found.Key]] })];
    }
}
