using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>
/// The SQL of histograms: pure, a question in, statements out. Events are counted by first and last day, and whatever is drawn
/// follows from that.
/// </summary>
public static class HistogramSql
{
    private static readonly Sql IsDated = $"x.start_day < {Sql.Raw(DateRange.UndatedDay)}";

    /// <summary>
    /// Events per first and last day, of those asked for and of those left out for want of a date. A pair of days can come up more
    /// than once.
    /// </summary>
    public static Sql CountByDay(ResolvedQuery<HistogramQuery> resolved) =>
        EventFilterSql.Scans(resolved) is [var only]
            ? ScanConditions(resolved, only, arm => $"select {arm.Days}, count(*) as count{arm.Rows} group by {arm.Days}")
            : $"select start_day, end_day, count(*) as count from ({Matches(resolved)}) m group by start_day, end_day";

    /// <summary>The same per term of a dimension.</summary>
    /// <param name="terms">Only these terms; null for all.</param>
    public static Sql CountByDay(ResolvedQuery<HistogramQuery> resolved, Dimension dimension, IReadOnlyList<string>? terms)
    {
        Sql only = terms is null ? Sql.None : $" where x.term in {terms}";
        var rows = dimension.TermRows(resolved.Query.Visibility);
        return $"""
            with m as materialized ({Matches(resolved)})
            select x.start_day, x.end_day, count(*) as count, x.term as term from ({rows}) x{only} group by x.term, x.start_day, x.end_day
            """;
    }

    /// <summary>
    /// Events per term and first and last day, of all that everyone sees: one scan for each term, in the order of its index.
    /// </summary>
    public static Sql CountAllByDay(IReadOnlyList<string> terms) => Sql.Join("\nunion all\n", terms.Select(CountTermByDay));

    /// <summary>The counts that are kept of these terms, with the term as the last column.</summary>
    public static Sql KeptCounts(IReadOnlyList<string> terms) =>
        $"select start_day, end_day, events, term from term_count where term in {terms}";

    /// <summary>
    /// The counts that are kept of a term: of the dated events in the window, and of those without a date unless only these are asked
    /// for.
    /// </summary>
    /// <param name="byFirstDay">
    /// True to have one row for each first day, that of the window for what began before it; it takes a window with both bounds.
    /// </param>
    public static Sql KeptCounts(string term, DateRangeFilter window, bool byFirstDay)
    {
        var (from, to) = (window.From ?? DateRange.OpenStart, window.To ?? DateRange.OpenEnd);
        var days = Sql.Raw(
            byFirstDay ? "start_day, start_day as end_day, cast(sum(events) as bigint) as count" : "start_day, end_day, events as count"
        );
        var inOrder = byFirstDay ? Sql.Raw(" group by start_day") : Sql.None;
        Sql ends = window.Match == RangeMatch.Within ? $" and end_day <= {to}" : Sql.None;
        var arms = new List<Sql> { $"select {days} from term_count where term = {term} and start_day = {DateRange.UndatedDay}{inOrder}" };
        if (window.Undated != UndatedFilter.Only)
            arms.Add($"select {days} from term_count where term = {term} and start_day >= {from} and start_day <= {to}{ends}{inOrder}");
        if (window.Undated != UndatedFilter.Only && window.From is not null && window.Match == RangeMatch.Overlap)
            arms.Add(RunningAt(term, from, byFirstDay));
        return Sql.Join("\nunion all\n", arms);
    }

    private static Sql RunningAt(string term, long day, bool byFirstDay)
    {
        var columns = Sql.Raw("start_day, end_day, events");
        if (byFirstDay)
            columns = $"cast({day} as bigint), cast({day} as bigint), coalesce(cast(sum(events) as bigint), 0)";
        return $"select {columns} from term_count where term = {term} and start_day < {day} and end_day >= {day}";
    }

    private static Sql CountTermByDay(string term) =>
        $"""
            select t.start_day as start_day, t.end_day as end_day, count(*) as count, t.term as term from event_term t
            where t.term = {term} and t.public = 1 group by t.term, t.start_day, t.end_day
            """;

    /// <summary>The actors with most dated events, as terms, and how many.</summary>
    public static Sql TopActors(ResolvedQuery<HistogramQuery> resolved, int limit)
    {
        var dated = resolved.Query.Range with { Undated = UndatedFilter.Exclude };
        if (EventFilterSql.IsUnfiltered(resolved))
            return TermCountSql.MostFrequent(TermCountSql.AllEvents(dated, [Dimension.Actor]), [Dimension.Actor], limit);
        var rows = Dimension.Actor.TermRows(resolved.Query.Visibility);
        return TermCountSql.MostFrequent(
            Matches(resolved),
            $"select x.term as term, count(*) as count from ({rows}) x where {IsDated} group by x.term",
            [Dimension.Actor],
            limit
        );
    }

    /// <summary>Each event once, by place and id.</summary>
    private static Sql Matches(ResolvedQuery<HistogramQuery> resolved)
    {
        var each = EventFilterSql
            .Scans(resolved)
            .Select(scan => ScanConditions(resolved, scan, arm => $"select {arm.Days}, {scan.TimeAlias}.{scan.IdColumn} as id{arm.Rows}"))
            .ToList();
        return each.Count == 1 ? each[0] : Sql.Join("\nunion\n", each.Select((arms, i) => (Sql)$"select * from ({arms}) w{Sql.Raw(i)}"));
    }

    /// <summary>What a scan meets under each of the window's conditions and without a date; no event meets two of them.</summary>
    private static Sql ScanConditions(ResolvedQuery<HistogramQuery> resolved, IndexScan scan, Func<UnionArm, Sql> select)
    {
        var (window, view) = (resolved.Query.Range, resolved.Query.Visibility);
        var anyOf = (window with { Undated = UndatedFilter.Include }).Phases(null).SelectMany(phase => phase);
        if (window.Undated == UndatedFilter.Only)
            anyOf = DateRangeFilter.UndatedPhase;
        var arms = anyOf.SelectMany(bounds => view.PublicFlags.Select(flag => ScanArm(scan, bounds.Condition(scan.TimeAlias), flag)));
        return Sql.Join("\nunion all\n", arms.Select(select));
    }

    private static UnionArm ScanArm(IndexScan scan, Sql isInWindow, long publicFlag)
    {
        var time = scan.TimeAlias;
        return new UnionArm(
            $"{time}.start_day, {time}.end_day",
            $" from {scan.From} where {time}.public = {Sql.Raw(publicFlag)} and {isInWindow}{scan.Where}"
        );
    }

    /// <summary>One select of a union: the columns of its days, and where its rows come from.</summary>
    private sealed record UnionArm(Sql Days, Sql Rows);
}
