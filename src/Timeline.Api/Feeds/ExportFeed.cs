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
/// A timeline in the import format (<c>db/README.md</c>): articles, actors, events, then claims, each after the one that it
/// answers. Every pass reads the events anew, a page at a time, and holds nothing but the ids that a filter leaves.
/// </summary>
public sealed class ExportFeed(Stream body, Snapshot snapshot, EventQuery query)
{
    private const int Size = 500;
    private readonly JsonStreamWriter _lines = new(body);
    private readonly ResolvedQuery<EventQuery> _resolved = ResolvedQuery.Resolve(snapshot, query);

    /// <summary>
    /// Of a writer, who sees his own drafts alone, the state that everyone sees: its number tells nothing of others' drafts.
    /// </summary>
    private (string Database, long Seq) State => snapshot.StateFor(query.Visibility.Owner is null ? query.Visibility : Visibility.Public);

    public void Write()
    {
        WriteLines([ExportLine.Header(State.Seq)]);
        if (IsEverythingPublic)
        {
            WriteAll<Article>((after, limit) => FeedSql.Articles(after, limit, query.Visibility), article => article.Key, ToLines);
            WriteAll<Actor>(FeedSql.Actors, actor => actor.Key, ToLines);
        }
        else
        {
            var (articles, actors) = ReadReferences();
            WriteChosen<Article>(articles, ids => FeedSql.Articles(ids, query.Visibility), ToLines);
            WriteChosen<Actor>(actors, FeedSql.Actors, ToLines);
        }

        foreach (var page in EventPages.Read(snapshot, query))
            WriteLines(page.Select(ExportLine.Create));
        WriteClaims();
        _lines.Send(all: true);
    }

    /// <summary>Writes the claims that answer none, then those that answer these, and so on.</summary>
    private void WriteClaims()
    {
        var deepest = 0;
        for (var depth = 0; depth <= deepest; depth++)
        {
            foreach (var events in EventPages.Read(snapshot, query))
            {
                var (lines, deeper) = ReadClaims(events, depth);
                WriteLines(lines);
                deepest = Math.Max(deepest, deeper);
            }
        }
    }

    /// <summary>True where all that everyone sees is asked for, so that the file refers to every public article and actor.</summary>
    private bool IsEverythingPublic =>
        query is { Visibility.IsMaterialized: true, FromDay: null, ToDay: null, Range.Undated: UndatedFilter.Include }
        && EventFilterSql.IsUnfiltered(_resolved);

    private (SortedSet<long> Articles, SortedSet<long> Actors) ReadReferences()
    {
        var (articles, actors) = (new SortedSet<long>(), new SortedSet<long>());
        foreach (var events in EventPages.Read(snapshot, query).Where(events => events.Count > 0))
        {
            var sql = FeedSql.ReferencedThings([.. events.Select(found => found.Key)], query.Visibility);
            foreach (var reference in snapshot.Query<Reference>(sql))
                (reference.IsArticle ? articles : actors).Add(reference.Id);
        }

        return (articles, actors);
    }

    /// <summary>Writes all things that everyone sees, page by page in the order of their keys.</summary>
    private void WriteAll<T>(Func<long, int, Sql> sqlAfter, Func<T, long> keyOf, Func<List<T>, List<object>> toLines)
    {
        long? after = -1;
        while (after is { } last)
        {
            var rows = snapshot.Query<T>(sqlAfter(last, Size));
            WriteLines(toLines(rows));
            after = rows.Count == Size ? keyOf(rows[^1]) : null;
        }
    }

    private void WriteChosen<T>(IEnumerable<long> ids, Func<IReadOnlyList<long>, Sql> sqlFor, Func<List<T>, List<object>> toLines)
    {
        foreach (var chunk in ids.Chunk(Size))
            WriteLines(toLines(snapshot.Query<T>(sqlFor(chunk))));
    }

    private static List<object> ToLines(List<Article> articles) => [.. articles.Select(ExportLine.Create)];

    private List<object> ToLines(List<Actor> actors)
    {
        var aliases = snapshot
            .Query<ExportedAlias>(FeedSql.Aliases([.. actors.Select(actor => actor.Key)]))
            .ToLookup(row => row.Actor, row => row.Name);
        return [.. actors.Select(actor => ExportLine.Create(actor with { Aliases = [.. aliases[actor.Key]] }))];
    }

    /// <summary>The lines of those claims of the events that lie at this depth of answers, and the greatest depth of any.</summary>
    private (List<object> Lines, int Deepest) ReadClaims(IReadOnlyList<Event> events, int depth)
    {
        if (events.Count == 0)
            return ([], 0);
        var claims = ClaimReader.ReadAll(snapshot, [.. events.Select(found => found.Key)], query.Visibility);
        var depths = new ReplyDepths(snapshot, _resolved, events, claims.SelectMany(group => group));
        var all = events.SelectMany(found => claims[found.Key]).ToList();
        var lines = all.Where(claim => depths.Depth(claim.Key) == depth)
            .Select(claim => ExportLine.Create(claim, depths.AnsweredBy(claim.Key)));
        return ([.. lines], all.Select(claim => depths.Depth(claim.Key)).DefaultIfEmpty().Max());
    }

    private void WriteLines(IEnumerable<object> lines)
    {
        foreach (var line in lines)
        {
            _lines.Add(line, Json.Options);
            _lines.Add("\n"u8);
            _lines.Send();
        }
    }

    private sealed record Reference
    {
        public bool IsArticle { get; init; }
        public long Id { get; init; }
    }

    private sealed record ExportedAlias
    {
        public long Actor { get; init; }
        public string Name { get; init; } = "";
    }
}
