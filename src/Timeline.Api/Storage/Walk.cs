namespace Timeline.Api.Storage;

/// <summary>
/// A walk along an index that holds rows in order of time: the tables, the conditions (each begins with <c>and</c>), the alias
/// whose columns <c>public, start_day, end_day, length_class</c> place a row in time, and the column that names the row there.
/// </summary>
public sealed record Walk(Sql From, Sql Where, Sql Time, Sql Id)
{
    /// <summary>The most walks of one question: with every class of length and both views they stay below SQLite's 500 parts of a compound select.</summary>
    public const int Most = 25;

    /// <summary>The most rows that are counted exactly.</summary>
    public const int CountedExactly = 10_000;

    /// <summary>
    /// The places (public, start_day, end_day, id) of the first rows, in order, that any of the walks meets under any of the
    /// conditions. Each walk stops by itself at the limit, so what is sorted is never more than a few pages.
    /// </summary>
    public static Sql Places(
        IReadOnlyList<Walk> walks,
        IReadOnlyList<Window.Condition> conditions,
        View view,
        Position? after,
        bool ascending,
        int limit
    )
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        var arms = walks
            .SelectMany(walk =>
                conditions.SelectMany(condition => view.Publics.Select(isPublic => walk.Arm(condition, isPublic, after, ascending, limit)))
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

    /// <summary>How many rows any of the walks meets in any of the phases: exact up to <see cref="CountedExactly"/>, one more than that where there are more.</summary>
    public static Sql Count(IReadOnlyList<Walk> walks, IEnumerable<IReadOnlyList<Window.Condition>> phases, View view) =>
        $"select count(*) from ({Places(walks, [.. phases.SelectMany(phase => phase)], view, null, true, CountedExactly + 1)}) counted";

    /// <summary>
    /// The first rows in order, one more than asked for where there are more; phases are read until there are enough.
    /// </summary>
    /// <param name="select">Makes the rows of their places.</param>
    public static List<T> Read<T>(
        Snapshot snapshot,
        IReadOnlyList<Walk> walks,
        Window window,
        View view,
        Position? after,
        int limit,
        Func<Sql, Sql> select
    )
    {
        var rows = new List<T>();
        foreach (var phase in window.Phases(after))
        {
            if (rows.Count > limit)
                break;
            // A position among dated rows says nothing of the undated ones, which come last in both orders.
            var start = phase == Window.Dateless && after is not { Start: Span.UndatedDay } ? null : after;
            rows.AddRange(snapshot.Query<T>(select(Places(walks, phase, view, start, window.Ascending, limit + 1))));
        }

        return rows;
    }

    private Sql Arm(Window.Condition condition, long isPublic, Position? after, bool ascending, int limit)
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        var beyond = Sql.Raw(ascending ? ">" : "<");
        // Stands before the window's condition, since SQLite seeks by the first bound that it meets: a page far down costs no more than the first.
        Sql onwards = after is { } place
            ? $" and ({Time}.start_day, {Time}.end_day, {Time}.{Id}) {beyond} ({place.Start}, {place.End}, {place.Id})"
            : Sql.None;
        return $"""
            select {Time}.public as public, {Time}.start_day as start_day, {Time}.end_day as end_day, {Time}.{Id} as id
            from {From}
            where {Time}.public = {Sql.Raw(isPublic)}{onwards} and {condition(Time)}{Where}
            order by {Time}.start_day {order}, {Time}.end_day {order}, {Time}.{Id} {order} limit {Sql.Raw(limit)}
            """;
    }
}
