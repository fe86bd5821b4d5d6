using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Actors;

/// <summary>Who: people, organisations, states and media, each under one id.</summary>
public static class ActorEndpoints
{
    public static void MapActors(this IEndpointRouteBuilder api)
    {
        var actors = api.MapGroup("/actors").WithTags("Actors");
        actors
            .MapMethods("", RouteDeclarations.Reading, ListActors)
            .WithName("listActors")
            .WithParameters(ActorQuery.Parameters)
            .WithSummary("Lists actors by name, kind or number of events");
        actors
            .MapMethods("/{id}", RouteDeclarations.Reading, GetActor)
            .WithName("getActor")
            .WithParameters([ActorQuery.Fields with { Example = "id,name,aliases" }, TimelineParameters.Review])
            .WithSummary("Shows one actor")
            .WithDescription("The id of an actor that was merged into another answers 308 to that one.")
            .WithIds(PathId.Actor);
        actors
            .MapMethods("/{id}/events", RouteDeclarations.Reading, ListActorEvents)
            .WithName("listActorEvents")
            .WithParameters([.. EventQuery.Parameters.Where(parameter => parameter.Name is not ("actor" or "actorMatch"))])
            .WithSummary("Lists the events an actor has a part in")
            .WithIds(PathId.Actor);
    }

    private static Task<ConditionalResult<Page<Actor>>> ListActors(ActorQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
                ConditionalResult.List<Actor>(
                    http,
                    ListTag.For(snapshot, query.Visibility),
                    () => ActorReader.ReadPage(snapshot, query),
                    query.SelectedMembers
                ),
            http.RequestAborted
        );

    private static async Task<ConditionalResult<Actor>> GetActor(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names(ActorQuery.Fields);
        var visibility = VisibilityReader.Read(query);
        query.ThrowIfInvalid();
        return await store.Read(
            snapshot => ConditionalResult.Single(ActorReader.Require(snapshot, id, visibility), fields),
            http.RequestAborted
        );
    }

    private static Task<ConditionalResult<Page<Event>>> ListActorEvents(string id, EventQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var actor = ActorReader.Require(snapshot, id, query.Visibility);
                return EventReader.ReadList(http, snapshot, query with { Subject = actor.AsMatch });
            },
            http.RequestAborted
        );
}
