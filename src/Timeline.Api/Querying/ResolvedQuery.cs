using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>Resolves the names in a query to actors.</summary>
public static class ResolvedQuery
{
    /// <summary>How many of the actors that a name fits a hint lists.</summary>
    private const int MaxListed = 10;

    /// <summary>The query with what each of its names stands for, and what to tell the reader about that.</summary>
    public static ResolvedQuery<TQuery> Resolve<TQuery>(Snapshot snapshot, TQuery query)
        where TQuery : TimelineQuery
    {
        var hints = new List<Hint>();
        var names = new List<ResolvedName>();
        var actors = query.Subject is { } subject
            ?
            [
                [subject],
            ]
            : new List<IReadOnlyList<MatchedActor>>();
        foreach (var input in query.Subject is null ? query.Actors.Distinct() : [])
        {
            var found = ActorNames.FindActors(snapshot, input, query.Visibility);
            actors.Add(found);
            names.AddRange(found.Select(actor => new ResolvedName("actor", Excerpt.From(input), actor.Slug, actor.Matched)));
            if (found.Count == 0)
                hints.Add(UnknownActor(input, ActorNames.SimilarNames(snapshot, input, query.Visibility)));
            else if (found.Count > 1)
                hints.Add(AmbiguousActor(input, found));
        }

        if (query.Words is { AreNone: true })
            hints.Add(Hint.NoWords);
        return new ResolvedQuery<TQuery>(query, snapshot.Dialect, actors, names, hints);
    }

    private static Hint AmbiguousActor(string input, List<MatchedActor> found)
    {
        var listed = string.Join(", ", found.Take(MaxListed).Select(actor => Excerpt.From(actor.Slug)));
        var rest = found.Count > MaxListed ? ", …" : "";
        return new Hint("ambiguous_actor", $"'{Excerpt.From(input)}' fits {found.Count} actors: {listed}{rest}. All are matched.");
    }

    private static Hint UnknownActor(string input, List<string> similar)
    {
        var listed = string.Join(", ", similar.Select(name => $"'{Excerpt.From(name)}'"));
        return new Hint("unknown_actor", $"No actor '{Excerpt.From(input)}'.{(similar.Count == 0 ? "" : $" Similar: {listed}.")}");
    }
}

/// <summary>A query with its names resolved to actors.</summary>
/// <param name="Actors">For each name asked for, the actors it can stand for; none for a name nobody has.</param>
/// <param name="Names">What each name was taken for, as the answer says it.</param>
public sealed record ResolvedQuery<TQuery>(
    TQuery Query,
    Dialect Dialect,
    IReadOnlyList<IReadOnlyList<MatchedActor>> Actors,
    IReadOnlyList<ResolvedName> Names,
    IReadOnlyList<Hint> Hints
)
    where TQuery : TimelineQuery
{
    /// <summary>True where no row can match: a name that nobody has, or a search without words.</summary>
    public bool IsEmpty => Query.Words is { AreNone: true } || (Actors.Count > 0 && NamesNobody);

    private bool NamesNobody =>
        Query.AllActors ? Actors.Any(candidates => candidates.Count == 0) : Actors.All(candidates => candidates.Count == 0);
}
