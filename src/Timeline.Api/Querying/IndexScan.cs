using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>
/// A scan along an index that holds rows in order of time: the tables, the conditions (each begins with <c>and</c>), the alias
/// whose columns <c>public, start_day, end_day, length_class</c> place a row in time, the column that names the thing there, and the
/// one that its row is found by.
/// </summary>
public sealed record IndexScan(Sql From, Sql Where, Sql TimeAlias, Sql IdColumn, Sql RowKeyColumn)
{
    /// <summary>
    /// The most scans of one question: with every class of length and both views they stay below SQLite's 500 parts of a compound
    /// select.
    /// </summary>
    public const int MaxScans = 20;

    /// <summary>The most rows that are counted exactly.</summary>
    public const int ExactCountLimit = 10_000;

    /// <summary>True where all rows are scanned as they lie in the order of time, by nothing but their place in it.</summary>
    public bool IsAlongRows { get; init; }

    /// <summary>The term whose events are all that this scan meets, in whatever window, where these are counted; else null.</summary>
    public string? CountedTerm { get; init; }

    /// <summary>Meets the same in order of time, where events are asked for by words and nothing else; else null.</summary>
    public TextWalk? TextWalk { get; init; }

    /// <summary>
    /// The places (start_day, end_day, id, row_key) of the first rows, in order, that any of the scans meets within any of the bounds.
    /// What one scan meets within each of the bounds lies in order, so that the database merges it and stops at the limit. Of
    /// several scans each stops by itself, since to leave out what two of them meet a database may read all.
    /// </summary>
    public static Sql Places(
        IReadOnlyList<IndexScan> scans,
        IReadOnlyList<TimeBounds> anyOf,
        Visibility view,
        ScanPosition? after,
        bool ascending,
        int limit
    )
    {
        // What one scan meets lies within one of the bounds only; two scans can meet the same.
        var arms = scans.SelectMany(scan =>
            anyOf.SelectMany(bounds => view.PublicFlags.Select(isPublic => scan.SelectPlaces(bounds, isPublic, after, ascending, limit)))
        );
        var first = FirstInOrder(Sql.None, Sql.Raw("id"), ascending, limit);
        if (scans.Count == 1)
            return $"{Sql.Join("\nunion all\n", arms)}{first}";
        var stopping = arms.Select((arm, i) => (Sql)$"select * from ({arm}{first}) arm{Sql.Raw(i)}");
        return $"select * from ({Sql.Join("\nunion\n", stopping)}) arms{first}";
    }

    /// <summary>
    /// How many rows any of the scans meets in any of the phases: exact up to <see cref="ExactCountLimit"/>, one more than that
    /// where there are more.
    /// </summary>
    public static Sql Count(IReadOnlyList<IndexScan> scans, IEnumerable<IReadOnlyList<TimeBounds>> phases, Visibility view) =>
        $"select count(*) from ({Places(scans, [.. phases.SelectMany(phase => phase)], view, null, true, ExactCountLimit + 1)}) counted";

    /// <summary>How many events of a counted term have no date.</summary>
    public static Sql KeptUndatedCount(string term)
    {
        var undated = Sql.Raw(DateRange.UndatedDay);
        return $"""
            select coalesce((select events from term_count where term = {term} and start_day = {undated} and end_day = {undated}), 0)
            """;
    }

    /// <summary>
    /// The phases of the question in reading order; in each, the first rows, one more than asked for where there are more. Whoever
    /// reads them stops as soon as there are enough.
    /// </summary>
    public static IEnumerable<ScanPhase> ByPhase(IReadOnlyList<IndexScan> scans, TimelineQuery query)
    {
        foreach (var phase in query.Range.Phases(query.Position))
        {
            // A position among dated rows says nothing of the undated ones, which come last in both orders.
            var isFresh = phase == DateRangeFilter.UndatedPhase && query.Position is not { Start: DateRange.UndatedDay };
            yield return new ScanPhase(scans, phase, query, isFresh ? null : query.Position);
        }
    }

    /// <summary>These columns of the first rows in order within the bounds.</summary>
    internal Sql SelectInOrder(Sql columns, TimeBounds bounds, long isPublic, ScanPosition? after, bool ascending, int limit) =>
        $"{Select(columns, bounds, isPublic, after, ascending)}{FirstInOrder($"{TimeAlias}.", IdColumn, ascending, limit)}";

    private Sql SelectPlaces(TimeBounds bounds, long isPublic, ScanPosition? after, bool ascending, int limit)
    {
        if (TextWalk?.Places(bounds, after, ascending, limit) is { } walk)
            return $"select * from ({walk}) walk";
        var t = TimeAlias;
        Sql columns = $"{t}.start_day as start_day, {t}.end_day as end_day, {t}.{IdColumn} as id, {t}.{RowKeyColumn} as row_key";
        return Select(columns, bounds, isPublic, after, ascending);
    }

    private Sql Select(Sql columns, TimeBounds bounds, long isPublic, ScanPosition? after, bool ascending)
    {
        var beyond = Sql.Raw(ascending ? ">" : "<");
        // Stands before the window's condition, since SQLite seeks by the first bound that it meets: a page far down costs no more
        // than the first.
        Sql onwards = after is { } place
            ? $" and ({TimeAlias}.start_day, {TimeAlias}.end_day, {TimeAlias}.{IdColumn}) {beyond} ({place.Start}, {place.End}, {place.Id})"
            : Sql.None;
        return $"""
            select {columns} from {From}
            where {TimeAlias}.public = {Sql.Raw(isPublic)}{onwards} and {bounds.Condition(TimeAlias)}{Where}
            """;
    }

    private static Sql FirstInOrder(Sql t, Sql id, bool ascending, int limit)
    {
        var order = Sql.Raw(ascending ? "asc" : "desc");
        return $"\norder by {t}start_day {order}, {t}end_day {order}, {t}{id} {order} limit {Sql.Raw(limit)}";
    }
}

/// <summary>One phase of a question by date: the scans, the bounds of which any will do, and where to go on.</summary>
public sealed record ScanPhase(IReadOnlyList<IndexScan> Scans, IReadOnlyList<TimeBounds> AnyOf, TimelineQuery Query, ScanPosition? After)
{
    /// <summary>The places of the rows, to be looked up.</summary>
    public Sql Places => IndexScan.Places(Scans, AnyOf, Query.Visibility, After, Query.Range.Ascending, Query.Limit + 1);

    /// <summary>
    /// These columns of the rows of a table that is clustered as what is scanned is, where one scan meets the rows themselves and so
    /// nothing need be looked up; else null.
    /// </summary>
    public Sql? AlongRows(Sql columns, Sql table) =>
        Scans is [{ IsAlongRows: true } scan] && AnyOf is [{ LengthClass: null } bounds] && Query.Visibility.PublicFlags is [var flag]
            ? (scan with { From = $"{table} {scan.TimeAlias}" }).SelectInOrder(
                columns,
                bounds,
                flag,
                After,
                Query.Range.Ascending,
                Query.Limit + 1
            )
            : null;
}
