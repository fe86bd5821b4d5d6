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
    public static Sql LastChanged(ResolvedQuery<EventQuery> resolved)
    {
        var (query, view) = (resolved.Query, resolved.Query.Visibility);
        Sql after = query.After is [var seq] ? $" and e.seq < {seq}" : Sql.None;
        return $"""
            select {Columns(view)} from event e
            where e.public in {view.PublicFlags}{after}{EventFilterSql.WhereClause(resolved)}
            order by e.seq desc limit {Sql.Raw(query.Limit + 1)}
            """;
    }

    /// <summary>The best match for the words first.</summary>
    public static Sql BestMatches(ResolvedQuery<EventQuery> resolved)
    {
        var (query, view) = (resolved.Query, resolved.Query.Visibility);
        var rank = resolved.Dialect.TextRank("event_text", "e.text_key", query.Words!.All, query.Words.EndsInPrefix);
        return $"""
            select {Columns(view)} from event e
            where e.public in {view.PublicFlags}{EventFilterSql.WhereClause(resolved)}
            order by {rank} desc, e.start_day desc, e.end_day desc, e.id desc limit {Sql.Raw(query.Limit)}
            """;
    }

    /// <summary>One event, if the reader sees it.</summary>
    public static Sql Single(long id, Visibility view) =>
        $"select {Columns(view)} from event e where e.id = {id} and e.public in {view.PublicFlags}{view.EventCondition(E)}";

    private static Sql Columns(Visibility view) =>
        Sql.Join(", ", [.. EventColumns.All.Select(column => column.SelectFor(view)), Sql.Raw("e.seq")]);
}
