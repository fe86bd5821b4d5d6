namespace Timeline.Api.Storage;

/// <summary>How far a rebuild has come: so many of all things of one kind.</summary>
/// <param name="Stage"><c>events</c>, <c>actors</c> or <c>articles</c>.</param>
public readonly record struct RebuildProgress(string Stage, long Done, long Total);

/// <summary>How much a rebuild went through, and how much of it differed from what was kept and was put right.</summary>
public sealed record RebuildResult
{
    public required long Events { get; init; }
    public required long Actors { get; init; }
    public required long Articles { get; init; }
    public required long EventsPutRight { get; init; }
    public required long ActorsPutRight { get; init; }
    public required long ArticlesPutRight { get; init; }
}

/// <summary>
/// Makes again, from events, claims, participants, actors and articles, all that <see cref="ReadModel"/> keeps: who may see what,
/// standings, participants as they are shown, counts, filter terms, search words.
/// </summary>
internal sealed class ReadModelRebuild(Connection connection, KeptEvents keptEvents, Action<RebuildProgress> report)
{
    private const int BatchSize = 500;
    private readonly EventReadModel _eventModel = new(connection);
    private readonly QuoteGrants _quotes = new(connection);
    private readonly TextIndex _texts = new(connection);
    private readonly SortedDictionary<long, bool> _putRight = [];

    /// <summary>Ids of the events of which something differed, each with whether everyone saw it before or sees it now.</summary>
    public IReadOnlyDictionary<long, bool> PutRight => _putRight;

    public RebuildResult Run()
    {
        UpdatePublicFlags();
        UpdateQuoteGrants();
        connection.Execute($"delete from event_term where event not in (select id from event)");
        connection.Execute($"delete from event_json where id not in (select id from event)");
        // What the index holds cannot be read back, so it is made anew and nothing is compared.
        _texts.Clear();
        _eventModel.ClearCounts();
        var events = ForEach("event", UpdateEvents);
        var (actors, actorsPutRight) = UpdateCounts("actor", ActorCounts);
        var (articles, articlesPutRight) = UpdateCounts("article", ArticleCounts);
        return new RebuildResult
        {
            Events = events,
            Actors = actors,
            Articles = articles,
            EventsPutRight = _putRight.Count,
            ActorsPutRight = actorsPutRight,
            ArticlesPutRight = articlesPutRight,
        };
    }

    /// <summary>All of them before anything else, since a standing counts the public answers to claims on other events.</summary>
    private void UpdatePublicFlags()
    {
        var ofEvents = connection.Query<FlagRow>(
            $"""
            select e.id, e.public from event e where e.public <> case when e.review = 'accepted'
              and exists (select 1 from claim c where c.event = e.id and c.review = 'accepted') then 1 else 0 end
            """
        );
        foreach (var wrong in ofEvents)
        {
            _eventModel.UpdatePublicFlags([wrong.Id]);
            _putRight[wrong.Id] = true;
        }

        var ofClaims = connection.Query<FlagRow>(
            $"""
            select distinct c.event as id, coalesce(e.public, 0) as public from claim c left join event e on e.id = c.event
            where c.public <> case when c.review = 'accepted' and e.public = 1 then 1 else 0 end
            """
        );
        foreach (var wrong in ofClaims)
        {
            _eventModel.UpdatePublicFlags([wrong.Id]);
            _putRight.TryAdd(wrong.Id, wrong.Public);
        }
    }

    private void UpdateQuoteGrants()
    {
        foreach (var article in _quotes.FindArticles())
        {
            var changes = _quotes.FindChanges([article]);
            _quotes.Apply(changes);
            foreach (var change in changes)
                _putRight.TryAdd(change.Event, _eventModel.ReadPublicState(change.Event) is not null);
        }
    }

    private void UpdateEvents(List<long> ids)
    {
        foreach (var id in ids)
        {
            var before = ReadDerived(id);
            _eventModel.UpdateFresh(id);
            if (before != ReadDerived(id))
                _putRight.TryAdd(id, _eventModel.ReadPublicState(id) is not null);
        }

        _eventModel.WriteCounts();
        keptEvents.Update(ids);
    }

    /// <summary>What is kept of an event, as text to be compared.</summary>
    private string ReadDerived(long id)
    {
        var columns = connection.Query<string>(
            $"select standing || ' ' || claim_count || ' ' || article_count || ' ' || actors from event where id = {id}"
        );
        return string.Join('\n', columns.Concat(_eventModel.ReadTerms(id)));
    }

    private (long Count, long PutRight) UpdateCounts(string table, Sql counted)
    {
        long putRight = 0;
        var count = ForEach(
            table,
            ids =>
            {
                putRight += ids.Sum(id => UpdateCounts(table, id, counted));
                if (table == "article")
                    ids.ForEach(_texts.IndexArticle);
            }
        );
        return (count, putRight);
    }

    /// <summary>1 where the counts of the actor or article differed, else 0.</summary>
    private int UpdateCounts(string table, long id, Sql counted) =>
        connection.Execute(
            $"""
            update {Sql.Raw(table)} set event_count = now.events, claim_count = now.claims, public = now.seen
            from (select known.id, known.events, known.claims, case when known.events + known.claims > 0 then 1 else 0 end as seen
              from (select x.id, {counted} from {Sql.Raw(table)} x where x.id = {id}) known) now
            where {Sql.Raw(table)}.id = now.id
              and (event_count <> now.events or claim_count <> now.claims or {Sql.Raw(table)}.public <> now.seen)
            """
        );

    private static Sql ActorCounts { get; } =
        Sql.Raw(
            """
            (select count(distinct p.event) from event_actor p join event e on e.id = p.event
              where p.actor = x.id and e.public = 1) as events,
            (select count(*) from (select id from claim c where c.public = 1 and c.speaker = x.id
              union select id from claim c where c.public = 1 and c.via = x.id) sources) as claims
            """
        );

    private static Sql ArticleCounts { get; } =
        Sql.Raw(
            """
            (select count(distinct c.event) from claim c where c.article = x.id and c.public = 1) as events,
            (select count(*) from claim c where c.article = x.id and c.public = 1) as claims
            """
        );

    /// <summary>Goes through a table by id, a batch at a time, and gives how many rows it has.</summary>
    private long ForEach(string table, Action<List<long>> update)
    {
        var stage = table + "s";
        var total = connection.Query<long>($"select count(*) from {Sql.Raw(table)}")[0];
        report(new RebuildProgress(stage, 0, total));
        var (done, last) = (0L, long.MinValue);
        while (ReadIds(table, last) is { Count: > 0 } ids)
        {
            update(ids);
            done += ids.Count;
            last = ids[^1];
            report(new RebuildProgress(stage, done, total));
        }

        return done;
    }

    private List<long> ReadIds(string table, long after) =>
        connection.Query<long>($"select id from {Sql.Raw(table)} where id > {after} order by id limit {Sql.Raw(BatchSize)}");

    private sealed record FlagRow
    {
        public long Id { get; init; }

        public bool Public { get; init; }
    }
}
