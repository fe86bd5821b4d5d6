using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Claims;

/// <summary>The SQL of claims: pure, a question in, statements out.</summary>
public static class ClaimSql
{
    private const int NewestPerEvent = 20;
    private static readonly Sql C = Sql.Raw("c");

    /// <summary>The walks that together meet every claim asked for, each along an index that begins with what is asked.</summary>
    public static IReadOnlyList<IndexScan> Scans(ResolvedQuery<ClaimQuery> asked)
    {
        var query = asked.Query;
        var conditions = Conditions(asked);
        IEnumerable<Sql> starts =
            query.Event is { } about ? [$" and c.event = {about}"]
            : query.Answered is { } answered ? [$" and c.responds_to = {answered}"]
            : query.Articles.Count > 0 ? query.Articles.Distinct().Select(article => (Sql)$" and c.article = {article}")
            : Sources(asked) is { Count: > 0 } sources ? sources
            : query.Stances.Count > 0 ? query.Stances.Select(stance => (Sql)$" and c.stance = {stance}")
            : [Sql.None];
        // Every start is among the conditions as well, so with too many of them one walk along all claims meets the same.
        return
        [
            .. (starts.Count() <= IndexScan.MaxScans ? starts : [Sql.None]).Select(start => new IndexScan(
                $"claim c",
                $"{start}{conditions}",
                C,
                Sql.Raw("id")
            )),
        ];
    }

    /// <summary>The claims at these places.</summary>
    public static Sql AtPlaces(Sql places, Visibility view, bool ascending)
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        return $"""
            {Rows(view, $"from ({places}) place cross join claim c")}
            where c.id = place.id
            order by place.start_day {order}, place.end_day {order}, place.id {order}
            """;
    }

    /// <summary>Last changed first.</summary>
    public static Sql LastChanged(ResolvedQuery<ClaimQuery> asked)
    {
        var query = asked.Query;
        Sql after = query.After is [var seq] ? $" and c.seq < {seq}" : Sql.None;
        return $"""
            {Rows(query.Visibility, $"from claim c")}
            where c.public in {query.Visibility.PublicFlags}{after}{InRange(query.Range)}{Conditions(asked)}
            order by c.seq desc limit {Sql.Raw(query.Limit + 1)}
            """;
    }

    /// <summary>The best match for the words first.</summary>
    public static Sql BestMatches(ResolvedQuery<ClaimQuery> asked)
    {
        var query = asked.Query;
        return $"""
            {Rows(query.Visibility, $"from claim c")}
            where c.public in {query.Visibility.PublicFlags}{InRange(query.Range)}{Conditions(asked)}
            order by {asked.Dialect.TextRank(
                "claim_text",
                "c.id",
                query.Words!,
                query.Prefix
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
              select c.id, row_number() over (
                partition by c.event order by case when c.start_day = {Sql.Raw(DateRange.UndatedDay)} then 1 else 0 end, c.start_day desc, c.end_day desc, c.id desc) as place
              from claim c where c.event in {events} and {view.ClaimCondition(C)}) newest
            join claim c on c.id = newest.id
            """)}
        where newest.place <= {Sql.Raw(NewestPerEvent)} order by c.event, newest.place
        """;

    /// <summary>A claim's answer is shown only where the reader sees the claim that it answers.</summary>
    private static Sql Rows(Visibility view, Sql from) =>
        $"""
            select c.id as key, c.event as event_key, c.article as article_key, speaker.slug as speaker_id, coalesce(speaker.name, c.speaker_name) as speaker_name,
              via.slug as via_id, coalesce(via.name, c.via_name) as via_name, c.stance, c.cue, c.direct, c.text, c.date, c.start_day, c.end_day, c.precision, c.approximate, c.uncertain,
              c.extent, c.phrase, c.anchor, c.alternatives,
              c.tells_date, c.tells_start_day, c.tells_end_day, c.tells_precision, c.tells_approximate, c.tells_uncertain,
              c.tells_extent, c.tells_phrase, c.tells_anchor, c.tells_alternatives, answered.id as responds_to_key, c.quote_exact, c.quote_prefix, c.quote_suffix, c.quote_spans, {QuoteShown(
                view
            )} as quote_shown, article.sha256,
              c.review, c.version, c.created_at, c.updated_at, c.seq
            {from}
            join article on article.id = c.article
            left join actor speaker on speaker.id = c.speaker
            left join actor via on via.id = c.via
            left join claim answered on answered.id = c.responds_to and {view.ClaimCondition(Sql.Raw("answered"))}
            """;

    /// <summary>Words of a text that is kept for checking only are shown to reviewers alone.</summary>
    private static Sql QuoteShown(Visibility view) => $"case when {view.QuoteCondition(Sql.Raw("article"))} then 1 else 0 end";

    /// <summary>The actors as sources: each as the one who says it and, unless the role forbids it, as the one who reports it.</summary>
    private static List<Sql> Sources(ResolvedQuery<ClaimQuery> asked)
    {
        if (asked.Query.AllActors || asked.Query.Role is not (null or "speaker"))
            return [];
        var ids = asked.Actors.SelectMany(found => found).Select(actor => actor.Id).Distinct().ToList();
        return
        [
            .. ids.Select(id => (Sql)$" and c.speaker = {id}"),
            .. asked.Query.Role is null ? ids.Select(id => (Sql)$" and c.via = {id}") : [],
        ];
    }

    private static Sql Conditions(ResolvedQuery<ClaimQuery> asked)
    {
        var (query, view) = (asked.Query, asked.Query.Visibility);
        var conditions = new List<Sql> { $" and {view.ListedClaimCondition(C)}" };
        if (query.Event is { } about)
            conditions.Add($" and c.event = {about}");
        if (query.Answered is { } answered)
            conditions.Add($" and c.responds_to = {answered}");
        if (query.Articles.Count > 0)
            conditions.Add($" and c.article in {query.Articles}");
        if (query.Stances.Count > 0)
            conditions.Add($" and c.stance in {query.Stances}");
        if (query.Range.Match == RangeMatch.Covers)
            conditions.Add($" and c.extent = 'throughout'");
        if (query.Kinds.Count > 0)
            conditions.Add(EventHasTerm(query.Kinds.Select(FilterTerm.Kind)));
        if (query.Tags.Count > 0)
            conditions.Add(EventHasTerm(query.Tags.Select(FilterTerm.Tag)));
        if (query.Standings.Count > 0)
        {
            conditions.Add(
                view.IsMaterialized
                    ? EventHasTerm(query.Standings.Select(FilterTerm.Standing))
                    : $" and exists (select 1 from event e where e.id = c.event and {Standing.SqlFor(view)} in {query.Standings})"
            );
        }

        if (query.Words is { } words)
            conditions.Add($" and c.id in ({asked.Dialect.TextMatches("claim_text", words, query.Prefix, view.Review is not null)})");
        conditions.AddRange(Actors(asked));
        return Sql.Join("", conditions);
    }

    /// <summary>The actors as conditions: as sources, or in a role in the event.</summary>
    private static IEnumerable<Sql> Actors(ResolvedQuery<ClaimQuery> asked)
    {
        var query = asked.Query;
        var groups =
            query.AllActors || asked.Actors.Count == 0
                ? asked.Actors.Select(found => found.Select(actor => actor.Id).ToList())
                : [asked.Actors.SelectMany(found => found).Select(actor => actor.Id).ToList()];
        if (query.Role is "speaker" && asked.Actors.Count == 0)
            return [$" and (c.speaker is not null or c.speaker_name is not null)"];
        if (query.Role is { } role and not "speaker")
        {
            return asked.Actors.Count == 0
                ? [$" and exists (select 1 from event_actor p where p.event = c.event and p.role = {role})"]
                : groups.Select(ids =>
                    (Sql)$" and (select 1 from event_actor p where p.event = c.event and p.role = {role} and p.actor in {ids} limit 1) = 1"
                );
        }

        return query.Role is null
            ? groups.Select(ids => (Sql)$" and (c.speaker in {ids} or c.via in {ids})")
            : groups.Select(ids => (Sql)$" and c.speaker in {ids}");
    }

    private static Sql EventHasTerm(IEnumerable<string> terms) =>
        $" and exists (select 1 from event_term x where x.event = c.event and x.term in {terms.ToList()})";

    private static Sql InRange(DateRangeFilter window) =>
        $" and ({Sql.Join(" or ", window.Phases(null).SelectMany(phase => phase).Select(condition => (Sql)$"({condition(C)})"))})";
}
