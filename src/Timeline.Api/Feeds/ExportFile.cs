using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>
/// A timeline in the import format (<c>db/README.md</c>): articles, actors, events, claims, and of the claims those first that
/// others answer. Every pass walks the events anew, a page at a time, and holds nothing but the ids that a filter leaves.
/// </summary>
public sealed class ExportFile(Stream body, Store store, EventQuery query, CancellationToken cancellation)
{
    private const int Size = 500;
    private readonly JsonLines lines = new(body);
    private (string Database, long Seq)? state;

    public async Task Write()
    {
        if (await store.Read(snapshot => IsAll(new Asked<EventQuery>(snapshot, query)), cancellation))
        {
            await All<Article>(FeedSql.Articles, article => article.Key, (_, page) => [.. page.Select(ImportLines.Of)]);
            await All<Actor>(FeedSql.Actors, actor => actor.Key, Actors);
        }
        else
        {
            var (articles, actors) = await Named();
            await Some<Article>(articles, FeedSql.Articles, (_, page) => [.. page.Select(ImportLines.Of)]);
            await Some<Actor>(actors, FeedSql.Actors, Actors);
        }

        await foreach (var page in Pages((_, _, events) => events)) await Add(page.Select(ImportLines.Of));
        for (var (level, deepest) = (0, 0); level <= deepest; level++)
        {
            await foreach (var (page, deeper) in Pages((snapshot, asked, events) => Claims(snapshot, asked, events, level)))
            {
                await Add(page);
                deepest = Math.Max(deepest, deeper);
            }
        }

        await lines.Send(cancellation, true);
    }

    /// <summary>True where all that everyone sees is asked for: then what is named is what everyone sees.</summary>
    private static bool IsAll(Asked<EventQuery> asked) =>
        asked.Query is { View.IsKept: true, FromDay: null, ToDay: null, Window.Undated: Undated.Include } && EventWalks.AreAll(asked);

    private async Task<(SortedSet<long> Articles, SortedSet<long> Actors)> Named()
    {
        var (articles, actors) = (new SortedSet<long>(), new SortedSet<long>());
        await foreach (var page in Pages((snapshot, _, events) => events.Count == 0 ? [] : snapshot.Query<NamedRow>(FeedSql.Named([.. events.Select(found => found.Key)], query.View))))
            foreach (var row in page) (row.IsArticle ? articles : actors).Add(row.Id);
        return (articles, actors);
    }

    private async Task All<T>(Func<long, int, Sql> sql, Func<T, long> key, Func<Snapshot, List<T>, List<object>> make)
    {
        for (long? after = -1; after is { } last;)
        {
            var (page, next) = await Read(snapshot =>
            {
                var rows = snapshot.Query<T>(sql(last, Size));
                return (make(snapshot, rows), rows.Count == Size ? key(rows[^1]) : (long?)null);
            });
            await Add(page);
            after = next;
        }
    }

    private async Task Some<T>(IEnumerable<long> ids, Func<IReadOnlyList<long>, Sql> sql, Func<Snapshot, List<T>, List<object>> make)
    {
        foreach (var chunk in ids.Chunk(Size)) await Add(await Read(snapshot => make(snapshot, snapshot.Query<T>(sql(chunk)))));
    }

    private static List<object> Actors(Snapshot snapshot, List<Actor> actors)
    {
        var aliases = snapshot.Query<AliasRow>(FeedSql.Aliases([.. actors.Select(actor => actor.Key)])).ToLookup(row => row.Actor, row => row.Name);
        return [.. actors.Select(actor => ImportLines.Of(actor with { Aliases = [.. aliases[actor.Key]] }))];
    }

    /// <summary>The lines of the page's claims that stand on this level, and the deepest level of any.</summary>
    private (List<object> Lines, int Deepest) Claims(Snapshot snapshot, Asked<EventQuery> asked, IReadOnlyList<Event> events, int level)
    {
        if (events.Count == 0) return ([], 0);
        var claims = Claim.AllOf(snapshot, [.. events.Select(found => found.Key)], query.View);
        var answers = new Answers(snapshot, asked, events, claims.SelectMany(group => group));
        var page = events.SelectMany(found => claims[found.Key]).Select(claim => (Claim: claim, Level: answers.Level(claim.Key))).ToList();
        return ([.. page.Where(one => one.Level == level).Select(one => ImportLines.Of(one.Claim, answers.Of(one.Claim.Key) is { } key ? Ids.Text(Ids.Claim, key) : null))],
            page.Select(one => one.Level).DefaultIfEmpty().Max());
    }

    private IAsyncEnumerable<T> Pages<T>(Func<Snapshot, Asked<EventQuery>, IReadOnlyList<Event>, T> make) => EventPages.Read(store, query, (snapshot, asked, events) =>
    {
        Hold(snapshot);
        return make(snapshot, asked, events);
    }, cancellation);

    private Task<T> Read<T>(Func<Snapshot, T> read) => store.Read(snapshot =>
    {
        Hold(snapshot);
        return read(snapshot);
    }, cancellation);

    /// <summary>Lines refer to each other, so that all of them must come from one state of the data.</summary>
    private void Hold(Snapshot snapshot)
    {
        state ??= snapshot.StateFor(query.View);
        if (snapshot.StateFor(query.View) != state) throw new ChangedException();
    }

    private async Task Add(IEnumerable<object> page)
    {
        foreach (var line in page)
        {
            lines.Add(line, Json.Options);
            lines.Add("\n"u8);
            await lines.Send(cancellation);
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
