using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Actors;

/// <summary>Who: people, organisations, states and media, each under one id.</summary>
public static class ActorEndpoints
{
    public static void MapActors(this IEndpointRouteBuilder api)
    {
        var actors = api.MapGroup("/actors").WithTags("Actors");
        actors
            .MapReading("", List)
            .WithName("listActors")
            .Takes(ActorQuery.Parameters)
            .WithSummary("Lists actors by name, kind or number of events");
        actors
            .MapReading("/{id}", One)
            .WithName("getActor")
            .Takes([TimelineQuery.FieldsOf with { Example = "id,name,aliases" }, TimelineQuery.ReviewIs])
            .WithSummary("Shows one actor")
            .WithDescription("The id of an actor that was merged into another answers 308 to that one.")
            .WithIds(("id", "Id of the actor", Samples.Actor));
        actors
            .MapReading("/{id}/events", Events)
            .WithName("listActorEvents")
            .Takes([.. EventQuery.Parameters.Where(parameter => parameter.Name is not ("actor" or "actorMatch"))])
            .WithSummary("Lists the events an actor has a part in")
            .WithIds(("id", "Id of the actor", Samples.Actor));
    }

    private static Task<Reply<Page<Actor>>> List(ActorQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var tag = Reply.ListTag(snapshot, query.View);
                return Reply.IsKnown(http, tag)
                    ? Reply.Unchanged<Actor>(tag)
                    : Reply.List(http, tag, Read(snapshot, query, query.View), query.Fields);
            },
            http.RequestAborted
        );

    private static async Task<Reply<Actor>> One(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Of(http);
        var fields = query.Names("fields", ActorQuery.Members, "unknown_field");
        var view = query.View();
        query.Check();
        return await store.Read(
            snapshot =>
            {
                var actor = Find(snapshot, id, view);
                return Reply.One(WithAliases(snapshot, [actor])[0], fields);
            },
            http.RequestAborted
        );
    }

    private static Task<Reply<Page<Event>>> Events(string id, EventQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var actor = Find(snapshot, id, query.View);
                var tag = Reply.ListTag(snapshot, query.View);
                if (Reply.IsKnown(http, tag))
                    return Reply.Unchanged<Event>(tag);
                var named = new NamedActor
                {
                    Id = actor.Key,
                    Slug = actor.Id,
                    Name = actor.Name,
                    Matched = "id",
                    EventCount = actor.EventCount,
                };
                return Reply.List(http, tag, EventEndpoints.Read(snapshot, query with { Subject = named }), query.Written);
            },
            http.RequestAborted
        );

    private static Page<Actor> Read(Snapshot snapshot, ActorQuery query, View view)
    {
        var rows = snapshot.Query<Actor>(ActorSql.List(query, view));
        var items = rows.Count > query.Limit ? rows[..query.Limit] : rows;
        var total = query.Count ? (int)snapshot.Number(ActorSql.Count(query, view)) : (int?)null;
        return new Page<Actor>
        {
            Items = WithAliases(snapshot, items),
            NextCursor =
                rows.Count > query.Limit ? query.Cursor.Write(new ActorPlace(items[^1].Name, items[^1].EventCount, items[^1].Key)) : null,
            Total = total is { } many ? Math.Min(many, Walk.CountedExactly) : null,
            TotalIsExact = total is { } counted ? counted <= Walk.CountedExactly : null,
        };
    }

    /// <summary>The actor as the reader sees it: 404 where he does not, 308 to what it was merged into.</summary>
    private static Actor Find(Snapshot snapshot, string id, View view)
    {
        var actor = snapshot.One<Actor>(ActorSql.One(id, view)) ?? throw Problem.NotFound($"There is no actor '{Excerpt.Of(id)}'.");
        return actor.MergedInto is { } target ? throw new Moved(id, snapshot.One<string>(ActorSql.SlugOf(target))!) : actor;
    }

    private static List<Actor> WithAliases(Snapshot snapshot, List<Actor> actors)
    {
        var aliases = snapshot
            .Query<AliasRow>(ActorSql.AliasesOf([.. actors.Select(actor => actor.Key)]))
            .ToLookup(row => row.Actor, row => row.Name);
        return [.. actors.Select(actor => actor with { Aliases = [.. aliases[actor.Key]] })];
    }

    private sealed record AliasRow
    {
        public long Actor { get; init; }

        public string Name { get; init; } = "";
    }
}
