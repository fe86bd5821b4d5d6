using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>A query with its names resolved to actors: what each was taken for, and what to tell the reader about it.</summary>
public sealed class ResolvedQuery<TQuery>
    where TQuery : TimelineQuery
{
    private readonly List<ResolvedName> _resolved = [];
    private readonly List<Hint> _hints = [];

    public ResolvedQuery(Snapshot snapshot, TQuery query)
    {
        Query = query;
        Dialect = snapshot.Dialect;
        Actors = query.Subject is { } subject
            ?
            [
                [subject],
            ]
            : [.. query.Actors.Distinct().Select(input => Resolve(snapshot, input))];
        if (query.Words is { Count: 0 })
            _hints.Add(new Hint("no_words", "'q' holds no letter or digit to look for."));
    }

    public TQuery Query { get; }

    public Dialect Dialect { get; }

    /// <summary>For each name asked for, the actors it can stand for; none for a name nobody has.</summary>
    public IReadOnlyList<IReadOnlyList<MatchedActor>> Actors { get; }

    public IReadOnlyList<ResolvedName> Resolved => _resolved;

    public IReadOnlyList<Hint> Hints => _hints;

    /// <summary>True where no row can fit: a name that nobody has, or a search without words.</summary>
    public bool IsEmpty =>
        Query.Words is { Count: 0 }
        || (Actors.Count > 0 && (Query.AllActors ? Actors.Any(found => found.Count == 0) : Actors.All(found => found.Count == 0)));

    /// <summary>One page of what was asked for: its rows with the cursor, the counts, and what the names were taken for.</summary>
    /// <param name="read">Reads the rows that the walks meet, one more than the limit where there are more; not called where none can fit.</param>
    public Page<T> Page<T>(
        Snapshot snapshot,
        IReadOnlyList<IndexScan> walks,
        Func<IReadOnlyList<IndexScan>, List<T>> read,
        Func<T, long[]> place,
        Func<T, long> seq
    )
    {
        var rows = IsEmpty ? [] : read(walks);
        var items = rows.Count > Query.Limit ? rows[..Query.Limit] : rows;
        var total = Query.Count ? Count(snapshot, walks, Query.Range.Phases(null)) : (int?)null;
        return new Page<T>
        {
            Items = items,
            NextCursor =
                rows.Count > Query.Limit && Query.Sort != "relevance"
                    ? Query.Cursor.Write(Query.Sort == "-updated" ? [seq(items[^1])] : place(items[^1]))
                    : null,
            Undated =
                Query.Range.Undated == UndatedFilter.Exclude
                    ? Math.Min(IndexScan.ExactCountLimit, Count(snapshot, walks, [DateRangeFilter.UndatedPhase]))
                    : 0,
            Resolved = Resolved,
            Hints = Hints,
            Total = total is { } many ? Math.Min(many, IndexScan.ExactCountLimit) : null,
            TotalIsExact = total is { } counted ? counted <= IndexScan.ExactCountLimit : null,
        };
    }

    private int Count(Snapshot snapshot, IReadOnlyList<IndexScan> walks, IEnumerable<IReadOnlyList<DateRangeFilter.Condition>> phases) =>
        IsEmpty ? 0 : (int)snapshot.QueryNumber(IndexScan.Count(walks, phases, Query.Visibility));

    /// <summary>How many of the actors that a name fits a hint names.</summary>
    private const int MostNamed = 10;

    private List<MatchedActor> Resolve(Snapshot snapshot, string input)
    {
        var found = ActorNames.FindActors(snapshot, input, Query.Visibility);
        _resolved.AddRange(found.Select(actor => new ResolvedName("actor", Excerpt.From(input), actor.Slug, actor.Matched)));
        if (found.Count == 0)
            _hints.Add(new Hint("unknown_actor", Unknown(input, ActorNames.SimilarNames(snapshot, input, Query.Visibility))));
        else if (found.Count > 1)
            _hints.Add(new Hint("ambiguous_actor", Ambiguous(input, found)));
        return found;
    }

    private static string Ambiguous(string input, List<MatchedActor> found) =>
        $"'{Excerpt.From(input)}' fits {found.Count} actors: {string.Join(", ", found.Take(MostNamed).Select(actor => Excerpt.From(actor.Slug)))}{(found.Count > MostNamed ? ", …" : "")}. All are matched.";

    private static string Unknown(string input, List<string> similar) =>
        $"No actor '{Excerpt.From(input)}'."
        + (similar.Count == 0 ? "" : $" Similar: {string.Join(", ", similar.Select(name => $"'{Excerpt.From(name)}'"))}.");
}
