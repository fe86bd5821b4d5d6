using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Actors;

/// <summary>Reads actors, for this slice and for others.</summary>
public static class ActorReader
{
    /// <summary>The actor as the reader sees it; a problem 404 where there is none for him, 308 where it was merged into another.</summary>
    public static Actor Require(Snapshot snapshot, string id, Visibility visibility)
    {
        var actor =
            snapshot.QuerySingleOrDefault<Actor>(ActorSql.Single(id, visibility))
            ?? throw ProblemCatalogue.NotFound.With($"There is no actor '{Excerpt.From(id)}'.");
        if (actor.MergedInto is { } target)
            throw new MovedException(id, snapshot.QuerySingleOrDefault<string>(ActorSql.SlugOf(target))!);
        return WithAliases(snapshot, [actor])[0];
    }

    /// <summary>One page of actors.</summary>
    public static Page<Actor> ReadPage(Snapshot snapshot, ActorQuery query)
    {
        var (items, hasMore) = Pager.Cut(snapshot.Query<Actor>(ActorSql.List(query)), query.Limit);
        var (total, isExact) = Pager.Total(query.Count ? snapshot.QueryNumber(ActorSql.Count(query)) : null);
        return new Page<Actor>
        {
            Items = WithAliases(snapshot, items),
            NextCursor = hasMore ? query.Cursor.Write(ActorPosition.Of(items[^1])) : null,
            Total = total,
            TotalIsExact = isExact,
        };
    }

    private static List<Actor> WithAliases(Snapshot snapshot, List<Actor> actors)
    {
        var aliases = snapshot
            .Query<ActorAlias>(ActorSql.AliasesOf([.. actors.Select(actor => actor.Key)]))
            .ToLookup(row => row.Actor, row => row.Name);
        return [.. actors.Select(actor => actor with { Aliases = [.. aliases[actor.Key]] })];
    }
}
