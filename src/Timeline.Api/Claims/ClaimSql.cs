using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Claims;

/// <summary>The SQL of claims: pure, a question in, statements out.</summary>
public static class ClaimSql
{
    private const int NewestPerEvent = 20;
    private static readonly Sql C = Sql.Raw("c");

    /// <summary>The scans that together meet every claim asked for, each along an index that begins with what is asked for.</summary>
    public static IReadOnlyList<IndexScan> Scans(ResolvedQuery<ClaimQuery> resolved)
    {
        var query = resolved.Query;
        var conditions = Conditions(resolved);
        IEnumerable<Sql> starts =
            query.Event is { } about ? [$" and c.event = {about}"]
            : query.Answered is { } answered ? [$" and c.responds_to = {answered}"]
            : Starts(query, EventFilter.Article) is { Count: > 0 } articles ? articles
            : Sources(resolved) is { Count: > 0 } sources ? sources
            : Starts(query, EventFilter.Stance) is { Count: > 0 } stances ? stances
            : [Sql.None];
        // Every start is among the conditions as well, so with too many of them one scan along all claims meets the same.
        return
        [
            .. (starts.Count() <= IndexScan.MaxScans ? starts : [Sql.None]).Select(start => new IndexScan(
                $"claim c",
                $"{start}{conditions}",
                C,
                Sql.Raw("id"),
                Sql.Raw("id")
            )),
        ];
    }

    /// <summary>In the order of their dates: a statement for each phase, to be read until there are enough.</summary>
    public static IEnumerable<Sql> ByDate(ClaimQuery query, IReadOnlyList<IndexScan> scans) =>
        IndexScan.ByPhase(scans, query).Select(phase => AtPlaces(phase.Places, query.Visibility, query.Range.Ascending));

    private static Sql AtPlaces(Sql places, Visibility view, bool ascending)
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        return $"""
            {Rows(view, $"from ({places}) place cross join claim c")}
            where c.id = place.row_key
            order by place.start_day {order}, place.end_day {order}, place.id {order}
            """;
    }

    /// <summary>Last changed first.</summary>
    public static Sql LastChanged(ResolvedQuery<ClaimQuery> resolved)
    {
        var query = resolved.Query;
        Sql after = query.After is [var seq] ? $" and c.seq < {seq}" : Sql.None;
        return $"""
            {Rows(query.Visibility, $"from claim c")}
            where c.public in {query.Visibility.PublicFlags}{after}{InRange(query.Range)}{Conditions(resolved)}
            order by c.seq desc limit {Sql.Raw(query.Limit + 1)}
            """;
    }

    /// <summary>The best match for the words first.</summary>
    public static Sql BestMatches(ResolvedQuery<ClaimQuery> resolved)
    {
        var query = resolved.Query;
        return $"""
            {Rows(query.Visibility, $"from claim c")}
            where c.public in {query.Visibility.PublicFlags}{InRange(query.Range)}{Conditions(resolved)}
            order by {resolved.Dialect.TextRank(
                "claim_text",
                "c.id",
                query.Words!.All,
                query.Words.EndsInPrefix
            )} desc, c.start_day desc, c.end_day desc, c.id desc limit {Sql.Raw(query.Limit)}
            """;
    }

    /// <summary>One claim, if the reader sees it.</summary>
    public static Sql Single(long id, Visibility view) =>
        $"{Rows(view, $"from claim c")} where c.id = {id} and c.public in {view.PublicFlags} and {view.ClaimCondition(C)}";

    /// <summary>All claims of the events.</summary>
    public static Sql AllForEvents(IReadOnlyList<long> events, Visibility view) =>
        $"{Rows(view, $"from claim c")} where c.event in {events} and {view.ClaimCondition(C)} order by c.id";

    /// <summary>The newest claims of each of the events, in the order of a list: those without a date last.</summary>
    public static Sql NewestForEvents(IReadOnlyList<long> events, Visibility view) =>
        $"""
        {Rows(view, $"""
            from (
              select c.id, row_number() over (partition by c.event
                order by case when c.start_day = {Sql.Raw(DateRange.UndatedDay)} then 1 else 0 end,
                  c.start_day desc, c.end_day desc, c.id desc) as place
              from claim c where c.event in {events} and {view.ClaimCondition(C)}) newest
            join claim c on c.id = newest.id
            """)}
        where newest.place <= {Sql.Raw(NewestPerEvent)} order by c.event, newest.place
        """;

    /// <summary>A claim's answer is shown only where the reader sees the claim that it answers.</summary>
    private static Sql Rows(Visibility view, Sql from) =>
        $"""
            select c.id as key, c.event as event_key, c.article as article_key,
              speaker.slug as speaker_id, coalesce(speaker.name, c.speaker_name) as speaker_name,
              via.slug as via_id, coalesce(via.name, c.via_name) as via_name, c.stance, c.cue, c.direct, c.text,
              c.date, c.start_day, c.end_day, c.precision, c.approximate, c.uncertain, c.extent, c.phrase, c.anchor, c.alternatives,
              c.tells_date, c.tells_start_day, c.tells_end_day, c.tells_precision, c.tells_approximate, c.tells_uncertain,
              c.tells_extent, c.tells_phrase, c.tells_anchor, c.tells_alternatives,
              answered.id as responds_to_key, {view.QuoteColumns(C, Sql.Raw("article"))},
              article.sha256, c.review, c.version, c.created_at, c.updated_at, c.seq
            {from}
            join article on article.id = c.article
            left join actor speaker on speaker.id = c.speaker
            left join actor via on via.id = c.via
            left join claim answered on answered.id = c.responds_to and {view.ClaimCondition(Sql.Raw("answered"))}
            """;

    /// <summary>The actors as sources: each as the one who says it and, unless the role forbids it, as the one who reports it.</summary>
    private static List<Sql> Sources(ResolvedQuery<ClaimQuery> resolved)
    {
        if (resolved.Query.AllActors || resolved.Query.Role is not (null or "speaker"))
            return [];
        var ids = resolved.Actors.SelectMany(found => found).Select(actor => actor.Id).Distinct().ToList();
        return
        [
            .. ids.Select(id => (Sql)$" and c.speaker = {id}"),
            .. resolved.Query.Role is null ? ids.Select(id => (Sql)$" and c.via = {id}") : [],
        ];
    }

    /// <summary>Where a scan begins for each value of the filter.</summary>
    private static List<Sql> Starts(ClaimQuery query, EventFilter filter) =>
        [.. query.Filters[filter].Select(value => filter.ClaimCondition([value], query.Visibility))];

    private static Sql Conditions(ResolvedQuery<ClaimQuery> resolved)
    {
        var (query, view) = (resolved.Query, resolved.Query.Visibility);
        var conditions = new List<Sql> { $" and {view.ListedClaimCondition(C)}" };
        if (query.Event is { } about)
            conditions.Add($" and c.event = {about}");
        if (query.Answered is { } answered)
            conditions.Add($" and c.responds_to = {answered}");
        foreach (var (filter, values) in query.Filters.Where(pair => pair.Value.Count > 0))
            conditions.Add(filter.ClaimCondition(values, view));
        if (query.Range.Match == RangeMatch.Covers)
            conditions.Add($" and c.extent = 'throughout'");
        if (query.Words is { } words)
        {
            conditions.Add(
                $" and c.id in ({resolved.Dialect.TextMatches("claim_text", words.All, words.EndsInPrefix, view.Review is not null)})"
            );
        }

        conditions.AddRange(Actors(resolved));
        return Sql.Join("", conditions);
    }

    /// <summary>The actors as conditions: as sources, or in a role in the event.</summary>
    private static IEnumerable<Sql> Actors(ResolvedQuery<ClaimQuery> resolved)
    {
        var query = resolved.Query;
        var groups =
            query.AllActors || resolved.Actors.Count == 0
                ? resolved.Actors.Select(found => found.Select(actor => actor.Id).ToList())
                : [resolved.Actors.SelectMany(found => found).Select(actor => actor.Id).ToList()];
        if (query.Role is "speaker" && resolved.Actors.Count == 0)
            return [$" and (c.speaker is not null or c.speaker_name is not null)"];
        if (query.Role is { } role and not "speaker")
        {
            return resolved.Actors.Count == 0
                ? [$" and exists (select 1 from event_actor p where p.event = c.event and p.role = {role})"]
                : groups.Select(ids =>
                    (Sql)$" and (select 1 from event_actor p where p.event = c.event and p.role = {role} and p.actor in {ids} limit 1) = 1"
                );
        }

        return query.Role is null
            ? groups.Select(ids => (Sql)$" and (c.speaker in {ids} or c.via in {ids})")
            : groups.Select(ids => (Sql)$" and c.speaker in {ids}");
    }

    private static Sql InRange(DateRangeFilter window) =>
        $" and ({Sql.Join(" or ", window.Phases(null).SelectMany(phase => phase).Select(bounds => (Sql)$"({bounds.Condition(C)})"))})";
}
