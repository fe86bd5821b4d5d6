using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>
/// A scan along an index that holds rows in order of time: the tables, the conditions (each begins with <c>and</c>), the alias
/// whose columns <c>public, start_day, end_day, length_class</c> place a row in time, and the column that names the row there.
/// </summary>
public sealed record IndexScan(Sql From, Sql Where, Sql TimeAlias, Sql IdColumn)
{
    /// <summary>
    /// The most scans of one question: with every class of length and both views they stay below SQLite's 500 parts of a compound
    /// select.
    /// </summary>
    public const int MaxScans = 25;

    /// <summary>The most rows that are counted exactly.</summary>
    public const int ExactCountLimit = 10_000;

    /// <summary>
    /// The places (public, start_day, end_day, id) of the first rows, in order, that any of the scans meets under any of the
    /// conditions. Each scan stops by itself at the limit, so what is sorted is never more than a few pages.
    /// </summary>
    public static Sql Places(
        IReadOnlyList<IndexScan> scans,
        IReadOnlyList<DateRangeFilter.Condition> conditions,
        Visibility view,
        ScanPosition? after,
        bool ascending,
        int limit
    )
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        var arms = scans
            .SelectMany(scan =>
                conditions.SelectMany(condition =>
                    view.PublicFlags.Select(isPublic => scan.SelectPlaces(condition, isPublic, after, ascending, limit))
                )
            )
            .ToList();
        return arms.Count == 1
            ? arms[0]
            : $"""
                select public, start_day, end_day, id from (
                {Sql.Join("\nunion\n", arms.Select((arm, i) => (Sql)$"select * from ({arm}) arm{Sql.Raw(i)}"))}
                ) arms order by start_day {order}, end_day {order}, id {order} limit {Sql.Raw(limit)}
                """;
    }

    /// <summary>
    /// How many rows any of the scans meets in any of the phases: exact up to <see cref="ExactCountLimit"/>, one more than that
    /// where there are more.
    /// </summary>
    public static Sql Count(
        IReadOnlyList<IndexScan> scans,
        IEnumerable<IReadOnlyList<DateRangeFilter.Condition>> phases,
        Visibility view
    ) => $"select count(*) from ({Places(scans, [.. phases.SelectMany(phase => phase)], view, null, true, ExactCountLimit + 1)}) counted";

    /// <summary>
    /// The places of the first rows in order, one more than asked for where there are more, phase by phase: whoever reads them stops
    /// as soon as there are enough.
    /// </summary>
    public static IEnumerable<Sql> PlacesByPhase(IReadOnlyList<IndexScan> scans, TimelineQuery query)
    {
        foreach (var phase in query.Range.Phases(query.Position))
        {
            // A position among dated rows says nothing of the undated ones, which come last in both orders.
            var isFresh = phase == DateRangeFilter.UndatedPhase && query.Position is not { Start: DateRange.UndatedDay };
            yield return Places(scans, phase, query.Visibility, isFresh ? null : query.Position, query.Range.Ascending, query.Limit + 1);
        }
    }

    private Sql SelectPlaces(DateRangeFilter.Condition condition, long isPublic, ScanPosition? after, bool ascending, int limit)
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        var beyond = Sql.Raw(ascending ? ">" : "<");
        // Stands before the window's condition, since SQLite seeks by the first bound that it meets: a page far down costs no more
        // than the first.
        Sql onwards = after is { } place
            ? $" and ({TimeAlias}.start_day, {TimeAlias}.end_day, {TimeAlias}.{IdColumn}) {beyond} ({place.Start}, {place.End}, {place.Id})"
            : Sql.None;
        return $"""
            select {TimeAlias}.public as public, {TimeAlias}.start_day as start_day, {TimeAlias}.end_day as end_day,
              {TimeAlias}.{IdColumn} as id
            from {From}
            where {TimeAlias}.public = {Sql.Raw(isPublic)}{onwards} and {condition(TimeAlias)}{Where}
            order by {TimeAlias}.start_day {order}, {TimeAlias}.end_day {order}, {TimeAlias}.{IdColumn} {order} limit {Sql.Raw(limit)}
            """;
    }
}
