using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>
/// A timeline in the import format (<c>db/README.md</c>): articles, actors, events, claims, and of the claims those first that
/// others answer. Every pass walks the events anew, a page at a time, and holds nothing but the ids that a filter leaves.
/// </summary>
public sealed class ExportFeed(Stream body, Snapshot snapshot, EventQuery query)
{
    private const int Size = 500;
    private readonly JsonStreamWriter _lines = new(body);
    private readonly ResolvedQuery<EventQuery> _asked = new(snapshot, query);

    public void Write()
    {
        Add([ExportLine.Header(snapshot.StateFor(query.Visibility).Seq)]);
        if (IsAll)
        {
            All<Article>(FeedSql.Articles, article => article.Key, page => [.. page.Select(ExportLine.Create)]);
            All<Actor>(FeedSql.Actors, actor => actor.Key, Actors);
        }
        else
        {
            var (articles, actors) = Named();
            Some<Article>(articles, FeedSql.Articles, page => [.. page.Select(ExportLine.Create)]);
            Some<Actor>(actors, FeedSql.Actors, Actors);
        }

        foreach (var page in EventPages.Read(snapshot, query))
            Add(page.Select(ExportLine.Create));
        for (var (level, deepest) = (0, 0); level <= deepest; level++)
        {
            foreach (var events in EventPages.Read(snapshot, query))
            {
                var (page, deeper) = Claims(events, level);
                Add(page);
                deepest = Math.Max(deepest, deeper);
            }
        }

        _lines.Send(all: true);
    }

    /// <summary>True where all that everyone sees is asked for: then what is named is what everyone sees.</summary>
    private bool IsAll =>
        query is { Visibility.IsMaterialized: true, FromDay: null, ToDay: null, Range.Undated: UndatedFilter.Include }
        && EventFilterSql.IsUnfiltered(_asked);

    private (SortedSet<long> Articles, SortedSet<long> Actors) Named()
    {
        var (articles, actors) = (new SortedSet<long>(), new SortedSet<long>());
        foreach (var events in EventPages.Read(snapshot, query).Where(events => events.Count > 0))
        {
            foreach (var row in snapshot.Query<NamedRow>(FeedSql.NamedThings([.. events.Select(found => found.Key)], query.Visibility)))
                (row.IsArticle ? articles : actors).Add(row.Id);
        }

        return (articles, actors);
    }

    private void All<T>(Func<long, int, Sql> sql, Func<T, long> key, Func<List<T>, List<object>> make)
    {
        long? after = -1;
        while (after is { } last)
        {
            var rows = snapshot.Query<T>(sql(last, Size));
            Add(make(rows));
            after = rows.Count == Size ? key(rows[^1]) : null;
        }
    }

    private void Some<T>(IEnumerable<long> ids, Func<IReadOnlyList<long>, Sql> sql, Func<List<T>, List<object>> make)
    {
        foreach (var chunk in ids.Chunk(Size))
            Add(make(snapshot.Query<T>(sql(chunk))));
    }

    private List<object> Actors(List<Actor> actors)
    {
        var aliases = snapshot
            .Query<AliasRow>(FeedSql.Aliases([.. actors.Select(actor => actor.Key)]))
            .ToLookup(row => row.Actor, row => row.Name);
        return [.. actors.Select(actor => ExportLine.Create(actor with { Aliases = [.. aliases[actor.Key]] }))];
    }

    /// <summary>The lines of the page's claims that stand on this level, and the deepest level of any.</summary>
    private (List<object> Lines, int Deepest) Claims(IReadOnlyList<Event> events, int level)
    {
        if (events.Count == 0)
            return ([], 0);
        var claims = Claim.ReadAll(snapshot, [.. events.Select(found => found.Key)], query.Visibility);
        var answers = new ReplyDepths(snapshot, _asked, events, claims.SelectMany(group => group));
        var page = events.SelectMany(found => claims[found.Key]).Select(claim => (Claim: claim, Level: answers.Depth(claim.Key))).ToList();
        return (
            [
                .. page.Where(one => one.Level == level)
                    .Select(one =>
                        ExportLine.Create(one.Claim, answers.AnsweredBy(one.Claim.Key) is { } key ? Ids.Text(Ids.Claim, key) : null)
                    ),
            ],
            page.Select(one => one.Level).DefaultIfEmpty().Max()
        );
    }

    private void Add(IEnumerable<object> page)
    {
        foreach (var line in page)
        {
            _lines.Add(line, Json.Options);
            _lines.Add("\n"u8);
            _lines.Send();
        }
    }

    private sealed record NamedRow
    {
        public bool IsArticle { get; init; }
        public long Id { get; init; }
    }

    private sealed record AliasRow
    {
        public long Actor { get; init; }
        public string Name { get; init; } = "";
    }
}
