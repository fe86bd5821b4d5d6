using Timeline.Api.Domain;

namespace Timeline.Api.Storage;

/// <summary>Derives what is kept of one event from the event, its participants and its claims.</summary>
internal sealed class EventReadModel(Connection connection)
{
    private const int BatchSize = 100;
    private readonly TextIndex _texts = new(connection);

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
            select term || ' ' || public || ' ' || start_day || ' ' || end_day || ' ' || length_class
            from event_term where event = {id} order by term, public, start_day, end_day
            """
        );

    /// <summary>Derives who may see these events and their claims, many with one statement.</summary>
    public void UpdatePublicFlags(IEnumerable<long> events)
    {
        foreach (var batch in events.Order().Chunk(BatchSize))
        {
            // All statements but the last have one text; that one repeats an id, so that there are few others.
            var ids = batch.Length == 1 ? batch : [.. batch, .. Enumerable.Repeat(batch[^1], BatchSize - batch.Length)];
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

    /// <summary>Derives everything but the public flags, which it takes as they are, here and in the events answered.</summary>
    public void Update(long id)
    {
        if (ReadFacts(id) is not { } row)
            return;
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
        foreach (var term in Terms(row, standing, actors, seen).Distinct())
        {
            connection.Execute(
                $"""
                insert into event_term (term, public, start_day, end_day, event, length_class)
                values ({term}, {row.Public}, {row.StartDay}, {row.EndDay}, {id}, {row.LengthClass})
                """
            );
        }

        _texts.IndexEvent(row, claims);
    }

    private EventFacts? ReadFacts(long id) =>
        connection.Query<EventFacts>(
            $"select public, start_day, end_day, length_class, title, summary, kind, tags, precision, text_key from event where id = {id}"
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
}
