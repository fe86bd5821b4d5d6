using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
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
            .MapRead("", ListActors)
            .WithName("listActors")
            .WithParameters(ActorQuery.Parameters)
            .WithSummary("Lists actors by name, kind or number of events");
        actors
            .MapRead("/{id}", GetActor)
            .WithName("getActor")
            .WithParameters([TimelineQuery.FieldsOf with { Example = "id,name,aliases" }, TimelineQuery.ReviewIs])
            .WithSummary("Shows one actor")
            .WithDescription("The id of an actor that was merged into another answers 308 to that one.")
            .WithIds(PathId.Actor);
        actors
            .MapRead("/{id}/events", ListActorEvents)
            .WithName("listActorEvents")
            .WithParameters([.. EventQuery.Parameters.Where(parameter => parameter.Name is not ("actor" or "actorMatch"))])
            .WithSummary("Lists the events an actor has a part in")
            .WithIds(PathId.Actor);
    }

    private static Task<ConditionalResult<Page<Actor>>> ListActors(ActorQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var tag = ConditionalResult.ListTag(snapshot, query.Visibility);
                return ConditionalResult.ClientHas(http, tag)
                    ? ConditionalResult.NotModified<Actor>(tag)
                    : ConditionalResult.List(http, tag, Read(snapshot, query, query.Visibility), query.Fields);
            },
            http.RequestAborted
        );

    private static async Task<ConditionalResult<Actor>> GetActor(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names("fields", ActorQuery.Members, "unknown_field");
        var view = query.Visibility();
        query.ThrowIfInvalid();
        return await store.Read(
            snapshot =>
            {
                var actor = Find(snapshot, id, view);
                return ConditionalResult.Single(WithAliases(snapshot, [actor])[0], fields);
            },
            http.RequestAborted
        );
    }

    private static Task<ConditionalResult<Page<Event>>> ListActorEvents(string id, EventQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var actor = Find(snapshot, id, query.Visibility);
                var tag = ConditionalResult.ListTag(snapshot, query.Visibility);
                if (ConditionalResult.ClientHas(http, tag))
                    return ConditionalResult.NotModified<Event>(tag);
                var named = new MatchedActor
                {
                    Id = actor.Key,
                    Slug = actor.Id,
                    Name = actor.Name,
                    Matched = "id",
                    EventCount = actor.EventCount,
                };
                return ConditionalResult.List(
                    http,
                    tag,
                    EventEndpoints.Read(snapshot, query with { Subject = named }),
                    query.SelectedMembers
                );
            },
            http.RequestAborted
        );

    private static Page<Actor> Read(Snapshot snapshot, ActorQuery query, Visibility view)
    {
        var rows = snapshot.Query<Actor>(ActorSql.List(query, view));
        var items = rows.Count > query.Limit ? rows[..query.Limit] : rows;
        var total = query.Count ? (int)snapshot.QueryNumber(ActorSql.Count(query, view)) : (int?)null;
        return new Page<Actor>
        {
            Items = WithAliases(snapshot, items),
            NextCursor =
                rows.Count > query.Limit ? query.Cursor.Write(new ActorPlace(items[^1].Name, items[^1].EventCount, items[^1].Key)) : null,
            Total = total is { } many ? Math.Min(many, IndexScan.ExactCountLimit) : null,
            TotalIsExact = total is { } counted ? counted <= IndexScan.ExactCountLimit : null,
        };
    }

    /// <summary>The actor as the reader sees it: 404 where he does not, 308 to what it was merged into.</summary>
    private static Actor Find(Snapshot snapshot, string id, Visibility view)
    {
        var actor =
            snapshot.QuerySingleOrDefault<Actor>(ActorSql.Single(id, view))
            ?? throw ProblemCatalogue.NotFound.With($"There is no actor '{Excerpt.From(id)}'.");
        return actor.MergedInto is { } target
            ? throw new MovedException(id, snapshot.QuerySingleOrDefault<string>(ActorSql.SlugOf(target))!)
            : actor;
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
