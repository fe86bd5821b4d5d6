using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL of charts: pure, a question in, statements out. Events are counted by first and last day, and whatever is drawn follows from that.</summary>
public static class ChartSql
{
    /// <summary>The most events that facets and networks count exactly.</summary>
    public const int CountedExactly = 100_000;

    /// <summary>Events per first and last day, of those asked for and of those left out for want of a date. A pair of days can come up more than once.</summary>
    public static Sql Days(Asked<HistogramQuery> asked) => EventWalks.Of(asked) is [var only]
        ? Arms(asked, only, arm => $"select {arm.Days}, count(*) as count{arm.Rows} group by {arm.Days}")
        : $"select start_day, end_day, count(*) as count from ({Matches(asked)}) m group by start_day, end_day";

    /// <summary>The same per term of a dimension.</summary>
    /// <param name="terms">Only these terms; null for all.</param>
    public static Sql Days(Asked<HistogramQuery> asked, Dimension dimension, IReadOnlyList<string>? terms)
    {
        Sql only = terms is null ? Sql.None : $" where x.term in {terms}";
        return $"""
            with m as materialized ({Matches(asked)})
            select x.term as term, m.start_day, m.end_day, count(*) as count from m {dimension.Join(asked.Query.View)}{only} group by x.term, m.start_day, m.end_day
            """;
    }

    /// <summary>Events per term and first and last day, of all that everyone sees: one walk for each term, in the order of its index.</summary>
    public static Sql AllDays(IReadOnlyList<string> terms) => Sql.Join("\nunion all\n", terms.Select(term =>
        (Sql)$"select t.term as term, t.start_day as start_day, t.end_day as end_day, count(*) as count from event_term t where t.term = {term} and t.public = 1 group by t.term, t.start_day, t.end_day"));

    /// <summary>The terms of a dimension with most events, and how many.</summary>
    public static Sql Top(Asked<HistogramQuery> asked, Dimension dimension, int limit) => $"""
        with m as materialized ({Matches(asked)})
        select x.term as term, count(*) as count from m {dimension.Join(asked.Query.View)} where m.start_day < {Sql.Raw(Span.UndatedDay)}
        group by x.term order by count(*) desc, x.term limit {Sql.Raw(limit)}
        """;

    /// <summary>How many events each value of a dimension has among those asked for, the most frequent first.</summary>
    public static Sql Values(Asked<ChartQuery> asked, Dimension dimension, int limit) => $"""
        with m as materialized ({Newest(asked)})
        select x.term as term, count(*) as count from m {dimension.Join(asked.Query.View)} group by x.term order by count(*) desc, x.term limit {Sql.Raw(limit)}
        """;

    /// <summary>How many events each precision has; those without a date have <c>undated</c>.</summary>
    public static Sql Precisions(Asked<ChartQuery> asked) => $"""
        with m as materialized ({Newest(asked)})
        select coalesce(e.precision, 'undated') as term, count(*) as count
        from m join event e on e.public = m.public and e.start_day = m.start_day and e.end_day = m.end_day and e.id = m.id
        group by coalesce(e.precision, 'undated') order by count(*) desc, 1
        """;

    /// <summary>For each pair of these actor terms, in how many events both have a part.</summary>
    public static Sql Pairs(Asked<ChartQuery> asked, IReadOnlyList<string> actors) => $"""
        with m as materialized ({Newest(asked)})
        select a.term as source, b.term as target, count(*) as count
        from m join event_term a on a.event = m.id and a.term in {actors} join event_term b on b.event = m.id and b.term > a.term and b.term in {actors}
        group by a.term, b.term order by count(*) desc, a.term, b.term
        """;

    /// <summary>How many there are, one more than <see cref="CountedExactly"/> where there are more than that.</summary>
    public static Sql Count(Asked<ChartQuery> asked) => $"select count(*) from ({Places(asked, CountedExactly + 1)}) m";

    public static Sql Undated(Asked<ChartQuery> asked) => Walk.Count(EventWalks.Of(asked), [Window.Dateless], asked.Query.View);

    public static Sql Actors(IReadOnlyList<long> ids) => $"select id, slug, name, kind from actor where id in {ids}";

    public static Sql Articles(IReadOnlyList<long> ids) => $"select id, title from article where id in {ids}";

    private static Sql Newest(Asked<ChartQuery> asked) => Places(asked, CountedExactly);

    private static Sql Places(Asked<ChartQuery> asked, int limit) =>
        Walk.Places(EventWalks.Of(asked), [.. asked.Query.Window.Phases(null).SelectMany(phase => phase)], asked.Query.View, null, false, limit);

    /// <summary>Each event once, by place and id.</summary>
    private static Sql Matches(Asked<HistogramQuery> asked)
    {
        var walks = EventWalks.Of(asked);
        var each = walks.Select(walk => Arms(asked, walk, arm => $"select {arm.Days}, {walk.Time}.{walk.Id} as id{arm.Rows}")).ToList();
        return each.Count == 1 ? each[0] : Sql.Join("\nunion\n", each.Select((arms, i) => (Sql)$"select * from ({arms}) w{Sql.Raw(i)}"));
    }

    /// <summary>What a walk meets under each of the window's conditions; no event meets two of them.</summary>
    private static Sql Arms(Asked<HistogramQuery> asked, Walk walk, Func<Arm, Sql> select)
    {
        var (window, view) = (asked.Query.Window, asked.Query.View);
        var conditions = window.Phases(null).SelectMany(phase => phase).Union(Window.Dateless);
        return Sql.Join("\nunion all\n", conditions.SelectMany(condition => view.Publics.Select(isPublic => select(new Arm(
            $"{walk.Time}.start_day, {walk.Time}.end_day",
            $" from {walk.From} where {walk.Time}.public = {Sql.Raw(isPublic)} and {condition(walk.Time)}{walk.Where}")))));
    }

    private sealed record Arm(Sql Days, Sql Rows);
}
