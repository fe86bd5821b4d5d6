using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>
/// What follows from events and claims and is kept so that reading need not work it out: who may see what, standings, counts,
/// the terms an event is filtered by, the words it is found by. All of it can be made again from the rest.
/// </summary>
public sealed class ReadModel(Connection connection)
{
    private readonly HashSet<long> _events = [];
    private readonly Dictionary<long, DerivedState?> _before = [];
    private readonly HashSet<long> _articles = [];
    private readonly Dictionary<long, (long Events, long Claims)> _actorCounts = [];
    private readonly Dictionary<long, (long Events, long Claims)> _articleCounts = [];

    /// <summary>Orders an event's words by its start, so that a search walks them newest first; unique, as the change number is.</summary>
    public static long TextKey(long startDay, long seq) => startDay - DateRange.OpenStart << 40 | seq;

    /// <summary>Marks an event as changed. Call it before changing one that others may already see.</summary>
    public void MarkChanged(long @event)
    {
        if (!_events.Add(@event))
            return;
        _before[@event] = PublicState(@event);
        CountEvent(@event, -1);
    }

    /// <summary>Marks an event that was just added, and so has no state before.</summary>
    public void MarkAdded(long @event)
    {
        _events.Add(@event);
        _before[@event] = null;
    }

    public void MarkArticleChanged(long article) => _articles.Add(article);

    /// <summary>
    /// Derives everything for the events touched and for those whose claims they answer or are answered by. Gives those of them,
    /// in order, of which everyone now sees something else than before.
    /// </summary>
    public List<long> Update()
    {
        foreach (var id in _events)
            UpdatePublicFlags(id);
        var reached = EventsReached();
        foreach (var id in reached.Where(id => !_events.Contains(id)))
            _before[id] = PublicState(id);
        foreach (var id in reached)
            UpdateEvent(id);
        foreach (var id in _events)
            CountEvent(id, +1);
        foreach (var (id, (eventCount, claimCount)) in _actorCounts)
        {
            connection.Execute(
                $"""
                update actor set event_count = event_count + {eventCount}, claim_count = claim_count + {claimCount},
                  public = case when event_count + {eventCount} + claim_count + {claimCount} > 0 then 1 else 0 end where id = {id}
                """
            );
        }

        foreach (var (id, (eventCount, claimCount)) in _articleCounts)
        {
            connection.Execute(
                $"""
                update article set event_count = event_count + {eventCount}, claim_count = claim_count + {claimCount},
                  public = case when claim_count + {claimCount} > 0 then 1 else 0 end where id = {id}
                """
            );
        }

        foreach (var id in _articles)
            IndexArticle(id);
        return [.. reached.Order().Where(id => PublicState(id) != _before[id])];
    }

    /// <summary>What is derived of an event that everyone sees; null for one that not everyone does.</summary>
    private DerivedState? PublicState(long id) =>
        connection.Query<DerivedState>(
            $"""
            select standing, cast(actors as text) as actors_json, claim_count, article_count from event where id = {id} and public = 1
            """
        )
            is [var state]
            ? state
            : null;

    private void UpdatePublicFlags(long id)
    {
        connection.Execute(
            $"""
            update event set public = case when review = 'accepted' and exists (select 1 from claim where event = {id} and review = 'accepted') then 1 else 0 end
            where id = {id}
            """
        );
        connection.Execute(
            $"""
            update claim set public = case when review = 'accepted' and exists (select 1 from event where id = {id} and public = 1) then 1 else 0 end
            where event = {id}
            """
        );
    }

    private HashSet<long> EventsReached()
    {
        var reached = new HashSet<long>(_events);
        foreach (var id in _events)
        {
            reached.UnionWith(
                connection.Query<long>(
                    $"""
                    select answered.event from claim c join claim answered on answered.id = c.responds_to where c.event = {id}
                    union select answer.event from claim c join claim answer on answer.responds_to = c.id where c.event = {id}
                    """
                )
            );
        }

        return reached;
    }

    private void UpdateEvent(long id)
    {
        if (
            connection.Query<EventFacts>(
                $"select public, start_day, end_day, length_class, title, summary, kind, tags, text_key from event where id = {id}"
            )
            is not [var row]
        )
        {
            return;
        }

        var actors = connection.Query<ActorFacts>(
            $"""
            select a.id, a.slug, a.name, p.role from event_actor p join actor a on a.id = p.actor where p.event = {id} order by p.position
            """
        );
        var claims = Claims(id);
        var seen = claims.Where(claim => claim.Public).ToList();
        connection.Execute(
            $"""
            update event as e set standing = {Standing.SqlFor(Visibility.Public)}, actors = {JsonColumn.Write(Participants(actors))},
              claim_count = {seen.Count}, article_count = {seen.Select(claim => claim.Article).Distinct().Count()}
            where id = {id}
            """
        );
        var standing = connection.Query<string>($"select standing from event where id = {id}")[0];
        connection.Execute($"delete from event_term where event = {id}");
        foreach (var term in Terms(row, standing, actors, seen).Distinct())
        {
            connection.Execute(
                $"""
                insert into event_term (term, public, start_day, end_day, event, length_class) values ({term}, {row.Public}, {row.StartDay}, {row.EndDay}, {id}, {row.LengthClass})
                """
            );
        }

        IndexEvent(row, claims);
    }

    private static IEnumerable<string> Terms(EventFacts row, string standing, List<ActorFacts> actors, List<ClaimFacts> seen) =>
        [
            FilterTerm.Kind(row.Kind),
            FilterTerm.Standing(standing),
            .. row.Tags.Select(FilterTerm.Tag),
            .. actors.Select(actor => FilterTerm.Actor(actor.Id)),
            .. seen.Select(claim => FilterTerm.Stance(claim.Stance)),
            .. seen.Select(claim => FilterTerm.Article(claim.Article)),
        ];

    private static List<Participant> Participants(List<ActorFacts> actors) =>
        [
            .. actors
                .GroupBy(actor => actor.Id)
                .Select(parts => new Participant(parts.First().Slug, parts.First().Name, [.. parts.Select(part => part.Role)])),
        ];

    /// <summary>An event is found by its title and summary and by its claims' paraphrases and quotes, each claim by its own; by everyone only through what everyone may read.</summary>
    private void IndexEvent(EventFacts row, List<ClaimFacts> claims)
    {
        StoreWords(
            "event_text",
            row.TextKey,
            row.Public ? [row.Title, row.Summary, .. claims.Where(claim => claim.Public).SelectMany(claim => claim.Shown)] : [],
            row.Public ? [.. claims.SelectMany(claim => claim.All)] : [row.Title, row.Summary, .. claims.SelectMany(claim => claim.All)]
        );
        foreach (var claim in claims)
            StoreWords("claim_text", claim.Id, claim.Public ? claim.Shown : [], claim.All);
    }

    private void IndexArticle(long id)
    {
        foreach (var row in connection.Query<ArticleFacts>($"select title, publisher, agency, byline from article where id = {id}"))
            StoreWords("article_text", id, [row.Title, row.Publisher, row.Agency, row.Byline], []);
    }

    private void StoreWords(string table, long key, IEnumerable<string?> words, IEnumerable<string?> hidden)
    {
        connection.Execute(connection.Dialect.DropText(table, key));
        connection.Execute(
            connection.Dialect.StoreText(table, key, [.. words.SelectMany(TextFolding.Words)], [.. hidden.SelectMany(TextFolding.Words)])
        );
    }

    /// <summary>Adds what everyone sees of the event to its actors' and articles' counts, or takes it away.</summary>
    private void CountEvent(long id, int sign)
    {
        var claims = Claims(id).Where(claim => claim.Public).ToList();
        if (claims.Count == 0)
            return;
        foreach (var actor in connection.Query<long>($"select distinct actor from event_actor where event = {id}"))
            Add(_actorCounts, actor, sign, 0);
        foreach (var claim in claims)
        {
            foreach (var actor in new[] { claim.Speaker, claim.Via }.OfType<long>().Distinct())
                Add(_actorCounts, actor, 0, sign);
            Add(_articleCounts, claim.Article, 0, sign);
        }

        foreach (var article in claims.Select(claim => claim.Article).Distinct())
            Add(_articleCounts, article, sign, 0);
    }

    private static void Add(Dictionary<long, (long Events, long Claims)> counts, long key, int eventCount, int claimCount)
    {
        var old = counts.GetValueOrDefault(key);
        counts[key] = (old.Events + eventCount, old.Claims + claimCount);
    }

    private List<ClaimFacts> Claims(long id) =>
        connection.Query<ClaimFacts>(
            $"""
            select c.id, c.public, c.article, c.speaker, c.via, c.stance, c.text, c.quote_exact, a.text_rights from claim c join article a on a.id = c.article where c.event = {id} order by c.id
            """
        );

    private sealed record DerivedState
    {
        public string Standing { get; init; } = "";
        public string ActorsJson { get; init; } = "";
        public long ClaimCount { get; init; }
        public long ArticleCount { get; init; }
    }

    private sealed record EventFacts
    {
        public bool Public { get; init; }
        public long StartDay { get; init; }
        public long EndDay { get; init; }
        public long LengthClass { get; init; }
        public string Title { get; init; } = "";
        public string? Summary { get; init; }
        public string Kind { get; init; } = "";
        public IReadOnlyList<string> Tags { get; init; } = [];
        public long TextKey { get; init; }
    }

    private sealed record ActorFacts
    {
        public long Id { get; init; }
        public string Slug { get; init; } = "";
        public string Name { get; init; } = "";
        public string Role { get; init; } = "";
    }

    private sealed record ClaimFacts
    {
        public long Id { get; init; }
        public bool Public { get; init; }
        public long Article { get; init; }
        public long? Speaker { get; init; }
        public long? Via { get; init; }
        public string Stance { get; init; } = "";
        public string? Text { get; init; }
        public string? QuoteExact { get; init; }
        public string TextRights { get; init; } = "";

        public IEnumerable<string?> Shown => TextRights == "keep" ? [Text] : [Text, QuoteExact];

        public IEnumerable<string?> All => [Text, QuoteExact];
    }

    private sealed record ArticleFacts
    {
        public string Title { get; init; } = "";
        public string? Publisher { get; init; }
        public string? Agency { get; init; }
        public string? Byline { get; init; }
    }
}
