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
            .MapMethods("", RouteDeclarations.Reading, ListEvents)
            .WithName("listEvents")
            .WithParameters(EventQuery.Parameters)
            .WithSummary("Lists events by date range, actor, standing and more")
            .WithDescription("Newest first. What the range leaves out for want of a date is counted in `undated`.");
        events
            .MapMethods("/{id}", RouteDeclarations.Reading, GetEvent)
            .WithName("getEvent")
            .WithParameters(EventQuery.SingleParameters)
            .WithSummary("Shows one event")
            .WithIds(PathId.Event);
    }

    private static Task<ConditionalResult<Page<Event>>> ListEvents(EventQuery query, Store store, HttpContext http) =>
        store.Read(snapshot => EventReader.ReadList(http, snapshot, query), http.RequestAborted);

    private static async Task<ConditionalResult<Event>> GetEvent(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names(EventQuery.Fields);
        var withClaims = query.Names(EventQuery.Include) is { Count: > 0 };
        var visibility = VisibilityReader.Read(query);
        query.ThrowIfInvalid();
        var isPlain = visibility.IsMaterialized && fields is null && !withClaims;
        return await store.Read(
            snapshot =>
            {
                if (isPlain)
                    return ConditionalResult.Single<Event>(EventReader.RequireKept(snapshot, id));
                var found = EventReader.Require(snapshot, id, visibility);
                var answer = withClaims ? EventReader.WithClaims(snapshot, [found], visibility)[0] : found;
                return ConditionalResult.Single(answer, EventQuery.WithIncluded(fields, withClaims));
            },
            http.RequestAborted
        );
    }
}
