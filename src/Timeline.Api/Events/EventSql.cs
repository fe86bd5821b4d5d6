using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>The SQL of events: pure, a question in, statements out.</summary>
public static class EventSql
{
    private static readonly Sql E = Sql.Raw("e");

    /// <summary>The events at these places.</summary>
    public static Sql AtPlaces(Sql places, Visibility view, bool ascending)
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        return $"""
            select {Columns(view)} from (
            {places}
            ) place cross join event e
            where e.public = place.public and e.start_day = place.start_day and e.end_day = place.end_day and e.id = place.id
            order by place.start_day {order}, place.end_day {order}, place.id {order}
            """;
    }

    /// <summary>Last changed first.</summary>
    public static Sql LastChanged(ResolvedQuery<EventQuery> asked)
    {
        var (query, view) = (asked.Query, asked.Query.Visibility);
        Sql after = query.After is [var seq] ? $" and e.seq < {seq}" : Sql.None;
        return $"""
            select {Columns(view)} from event e
            where e.public in {view.PublicFlags}{after}{EventFilterSql.WhereClause(asked)}
            order by e.seq desc limit {Sql.Raw(query.Limit + 1)}
            """;
    }

    /// <summary>The best match for the words first.</summary>
    public static Sql BestMatches(ResolvedQuery<EventQuery> asked)
    {
        var (query, view) = (asked.Query, asked.Query.Visibility);
        return $"""
            select {Columns(view)} from event e
            where e.public in {view.PublicFlags}{EventFilterSql.WhereClause(asked)}
            order by {asked.Dialect.TextRank(
                "event_text",
                "e.text_key",
                query.Words!,
                query.Prefix
            )} desc, e.start_day desc, e.end_day desc, e.id desc limit {Sql.Raw(query.Limit)}
            """;
    }

    /// <summary>One event, if the reader sees it.</summary>
    public static Sql Single(long id, Visibility view) =>
        $"select {Columns(view)} from event e where e.id = {id} and e.public in {view.PublicFlags}{view.EventCondition(E)}";

    private static Sql Columns(Visibility view) =>
        $"""
            e.id as key, e.title, e.title_from, e.summary, e.kind, e.tags, e.date, e.start_day, e.end_day, e.precision, e.approximate, e.uncertain, e.extent, e.phrase, e.anchor, e.alternatives, e.date_from,
            e.review, e.actors, e.version, e.created_at, e.updated_at, e.seq, {Derived(view)}
            """;

    /// <summary>Kept for what everyone sees; worked out for a reviewer and for the past.</summary>
    private static Sql Derived(Visibility view) =>
        view.IsMaterialized
            ? Sql.Raw("e.standing, e.claim_count, e.article_count")
            : $"""
                {Standing.SqlFor(view)} as standing,
                (select count(*) from claim c where c.event = e.id and {view.ClaimCondition(Sql.Raw("c"))}) as claim_count,
                (select count(distinct c.article) from claim c where c.event = e.id and {view.ClaimCondition(
                    Sql.Raw("c")
                )}) as article_count
                """;
}
