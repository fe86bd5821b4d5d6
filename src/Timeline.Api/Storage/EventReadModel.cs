using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>Derives what is kept of one event from the event, its participants and its claims.</summary>
internal sealed class EventReadModel(Connection connection)
{
    private readonly TextIndex _texts = new(connection);
    private readonly TermCounts _counts = new(connection);

    /// <summary>What is derived of an event that everyone sees; null for one that not everyone does.</summary>
    public PublicState? ReadPublicState(long id) =>
        connection.Query<PublicState>(
            $"""
            select standing, cast(actors as text) as actors_json, claim_count, article_count,
              (select count(*) from claim where event = {id} and quote_granted = 1) as quotes_granted
            from event where id = {id} and public = 1
            """
        )
            is [var state]
            ? state
            : null;

    /// <summary>The claims of an event, as far as anything is derived from them.</summary>
    public List<ClaimFacts> ReadClaims(long id) =>
        connection.Query<ClaimFacts>(
            $"""
            select c.id, c.public, c.article, c.speaker, c.via, c.stance, c.text, c.quote_exact, a.publisher,
              case when {Visibility.Public.QuoteCondition(Sql.Raw("c"), Sql.Raw("a"))} then 1 else 0 end as quote_shown
            from claim c join article a on a.id = c.article where c.event = {id} order by c.id
            """
        );

    /// <summary>The terms by which an event is filtered, each with its place in time, as they are stored.</summary>
    public List<string> ReadTerms(long id) =>
        connection.Query<string>(
            $"""
            select term || ' ' || public || ' ' || start_day || ' ' || end_day || ' ' || length_class || ' ' || time_key
            from event_term where event = {id} order by term, public, start_day, end_day
            """
        );

    /// <summary>Derives who may see these events and their claims, many with one statement.</summary>
    public void UpdatePublicFlags(IEnumerable<long> events)
    {
        foreach (var ids in IdBatch.Of(events))
        {
            connection.Execute(
                $"""
                update event set public = case when review = 'accepted'
                    and exists (select 1 from claim c where c.event = event.id and c.review = 'accepted') then 1 else 0 end
                where id in {ids}
                """
            );
            connection.Execute(
                $"""
                update claim set public = case when review = 'accepted'
                    and exists (select 1 from event e where e.id = claim.event and e.public = 1) then 1 else 0 end
                where event in {ids}
                """
            );
        }
    }

    /// <summary>
    /// Derives everything but the public flags, which it takes as they are, here and in the events answered. The counts of terms
    /// follow with <see cref="WriteCounts"/>.
    /// </summary>
    public void Update(long id)
    {
        if (ReadFacts(id) is not { } row)
            return;
        TakeFromCounts(id);
        _texts.DropEvent(row, ReadClaims(id));
        Add(id, row);
    }

    /// <summary>The same for an event that the counts of terms do not hold yet, nor the search index it or its claims.</summary>
    public void UpdateFresh(long id)
    {
        if (ReadFacts(id) is { } row)
            Add(id, row);
    }

    private void Add(long id, EventFacts row)
    {
        var actors = ReadActors(id);
        var claims = ReadClaims(id);
        var seen = claims.Where(claim => claim.Public).ToList();
        var participants = JsonColumn.Write(Participants(actors));
        var articles = seen.Select(claim => claim.Article).Distinct().Count();
        connection.Execute(
            $"""
            update event as e set standing = {Standing.SqlFor(Visibility.Public)}, actors = {participants},
              claim_count = {seen.Count}, article_count = {articles}
            where id = {id}
            """
        );
        var standing = connection.Query<string>($"select standing from event where id = {id}")[0];
        connection.Execute($"delete from event_term where event = {id}");
        var terms = Terms(row, standing, actors, seen).Distinct().ToList();
        if (row.Public)
            _counts.Add(terms, row.Days, 1);
        foreach (var term in terms)
        {
            connection.Execute(
                $"""
                insert into event_term (term, public, start_day, end_day, event, length_class, time_key)
                values ({term}, {row.Public}, {row.StartDay}, {row.EndDay}, {id}, {row.LengthClass}, {row.TimeKey})
                """
            );
        }

        _texts.IndexEvent(row, claims);
    }

    /// <summary>Takes away what an event is filtered, counted and found by, since it is to be deleted.</summary>
    public void Delete(long id)
    {
        TakeFromCounts(id);
        connection.Execute($"delete from event_term where event = {id}");
        if (ReadFacts(id) is { } row)
            _texts.DropEvent(row, []);
    }

    /// <summary>Writes what all updates have changed in the counts of terms.</summary>
    public void WriteCounts() => _counts.Write();

    /// <summary>Empties the counts of terms, for all events to be added again.</summary>
    public void ClearCounts() => _counts.Clear();

    private void TakeFromCounts(long id)
    {
        var stored = connection.Query<StoredTerm>($"select term, start_day, end_day from event_term where event = {id} and public = 1");
        if (stored is [var first, ..])
            _counts.Add(stored.Select(row => row.Term), new DateRange(first.StartDay, first.EndDay), -1);
    }

    private EventFacts? ReadFacts(long id) =>
        connection.Query<EventFacts>(
            $"select public, start_day, end_day, length_class, title, summary, kind, tags, precision, time_key from event where id = {id}"
        )
            is [var row]
            ? row
            : null;

    private List<ActorFacts> ReadActors(long id) =>
        connection.Query<ActorFacts>(
            $"""
            select a.id, a.slug, a.name, p.role from event_actor p join actor a on a.id = p.actor
            where p.event = {id} order by p.position
            """
        );

    private static IEnumerable<string> Terms(EventFacts row, string standing, List<ActorFacts> actors, List<ClaimFacts> seen) =>
        [
            FilterTerm.Kind(row.Kind),
            FilterTerm.Standing(standing),
            .. row.Tags.Select(FilterTerm.Tag),
            .. actors.Select(actor => FilterTerm.Actor(actor.Id)),
            .. seen.Select(claim => FilterTerm.Stance(claim.Stance)),
            .. seen.Select(claim => FilterTerm.Article(claim.Article)),
            .. seen.Select(claim => claim.Publisher).OfType<string>().Select(FilterTerm.Publisher),
            .. row.Precision is { } precision ? [FilterTerm.Precision(precision)] : Array.Empty<string>(),
        ];

    private static List<Participant> Participants(List<ActorFacts> actors) =>
        [
            .. actors
                .GroupBy(actor => actor.Id)
                .Select(parts => new Participant(parts.First().Slug, parts.First().Name, [.. parts.Select(part => part.Role)])),
        ];

    private sealed record StoredTerm
    {
        public string Term { get; init; } = "";
        public long StartDay { get; init; }
        public long EndDay { get; init; }
    }
}
