using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>The SQL of events: pure, a question in, statements out.</summary>
public static class EventSql
{
    private static readonly Sql E = Sql.Raw("e");

    /// <summary>All that an event holds, as this reader sees it.</summary>
    public static Sql Columns(Visibility view) =>
        Sql.Join(", ", [.. EventColumns.All.Select(column => column.SelectFor(view)), Sql.Raw("e.seq")]);

    /// <summary>The events in the order asked for: statements to be read one after the other until there are enough.</summary>
    public static IEnumerable<Sql> InOrder(ResolvedQuery<EventQuery> resolved, IReadOnlyList<IndexScan> scans)
    {
        if (resolved.IsEmpty)
            return [];
        return resolved.Query.Sort switch
        {
            SortOrder.LastChangedFirst => [LastChanged(resolved)],
            SortOrder.BestMatchFirst => [BestMatches(resolved)],
            _ => ByDate(resolved, scans, Columns(resolved.Query.Visibility), Sql.Raw("event")),
        };
    }

    /// <summary>The same in the order of dates, as everyone sees them and as they are kept: JSON, first day, last day, number.</summary>
    public static IEnumerable<Sql> KeptInOrder(ResolvedQuery<EventQuery> resolved, IReadOnlyList<IndexScan> scans) =>
        resolved.IsEmpty ? [] : ByDate(resolved, scans, KeptColumns, Sql.Raw("event_json"));

    private static Sql KeptColumns { get; } = Sql.Raw("e.json, e.start_day, e.end_day, e.id");

    /// <param name="table">What has the columns, in order of time.</param>
    private static IEnumerable<Sql> ByDate(ResolvedQuery<EventQuery> resolved, IReadOnlyList<IndexScan> scans, Sql columns, Sql table) =>
        IndexScan
            .ByPhase(scans, resolved.Query)
            .Select(phase => phase.AlongRows(columns, table) ?? AtPlaces(resolved, phase.Places, columns, table));

    private static Sql AtPlaces(ResolvedQuery<EventQuery> resolved, Sql places, Sql columns, Sql table)
    {
        var order = Sql.Raw(resolved.Query.Range.Ascending ? "asc" : "desc");
        var again = resolved.Dialect.JoinsInOrder
            ? Sql.None
            : $"\norder by place.start_day {order}, place.end_day {order}, place.id {order}";
        return $"""
            select {columns} from (
            {places}
            ) place cross join {table} e where e.time_key = place.row_key{again}
            """;
    }

    /// <summary>Last changed first.</summary>
    private static Sql LastChanged(ResolvedQuery<EventQuery> resolved)
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
    private static Sql BestMatches(ResolvedQuery<EventQuery> resolved)
    {
        var (query, view) = (resolved.Query, resolved.Query.Visibility);
        var rank = resolved.Dialect.TextRank("event_text", "e.time_key", query.Words!.All, query.Words.EndsInPrefix);
        return $"""
            select {Columns(view)} from event e
            where e.public in {view.PublicFlags}{EventFilterSql.WhereClause(resolved)}
            order by {rank} desc, e.start_day desc, e.end_day desc, e.id desc limit {Sql.Raw(query.Limit)}
            """;
    }

    /// <summary>One event, if the reader sees it.</summary>
    public static Sql Single(long id, Visibility view) =>
        $"select {Columns(view)} from event e where e.id = {id} and e.public in {view.PublicFlags}{view.EventCondition(E)}";

    /// <summary>
    /// Those of the events that everyone sees. The plus makes an expression of the flag, so that no database prefers the key that
    /// begins with it to so many ids.
    /// </summary>
    public static Sql Public(IReadOnlyList<long> ids) =>
        $"select {Columns(Visibility.Public)} from event e where e.id in {ids} and +e.public = 1";

    /// <summary>One event as it is kept, if everyone sees it.</summary>
    public static Sql SingleKept(long id) => $"select e.json from event_json e where e.id = {id}";
}
