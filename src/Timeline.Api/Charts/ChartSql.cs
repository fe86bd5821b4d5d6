using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL of facets and networks: pure, a question in, statements out.</summary>
public static class ChartSql
{
    /// <summary>The most events that are counted exactly; of more, the newest are.</summary>
    public const int CountedExactly = 100_000;

    private static readonly Sql Precision = Sql.Raw("coalesce(e.precision, 'undated')");

    /// <summary>How many there are; where that takes a walk, at most one more than <see cref="CountedExactly"/>.</summary>
    public static Sql Count(ResolvedQuery<ChartQuery> asked) =>
        IsWhole(asked)
            ? (Sql)
                $"select coalesce(cast(sum(count) as bigint), 0) from ({TermCountSql.AllEvents(asked.Query.Range, [Dimension.Kind])}) kinds"
            : $"select count(*) from ({Places(asked, CountedExactly + 1)}) m";

    public static Sql Undated(ResolvedQuery<ChartQuery> asked) =>
        IndexScan.Count(EventFilterSql.Scans(asked), [DateRangeFilter.UndatedPhase], asked.Query.Visibility);

    /// <summary>How many events each value of the dimensions has among those asked for; of each dimension the most frequent, in order.</summary>
    /// <param name="few">True where no more events are asked for than are counted exactly.</param>
    public static Sql Values(ResolvedQuery<ChartQuery> asked, IReadOnlyList<Dimension> dimensions, bool few)
    {
        if (few && IsWhole(asked))
            return TermCountSql.MostFrequent(TermCountSql.AllEvents(asked.Query.Range, dimensions), dimensions, asked.Query.Limit);
        var rows = Sql.Join(
            "\nunion all\n",
            dimensions.Select(dimension =>
                (Sql)$"select term from ({dimension.TermRows(asked.Query.Visibility)}) {Sql.Raw(dimension.Name)}_rows"
            )
        );
        return TermCountSql.MostFrequent(
            Newest(asked),
            $"select x.term as term, count(*) as count from ({rows}) x group by x.term",
            dimensions,
            asked.Query.Limit
        );
    }

    /// <summary>How many events each precision has; those without a date have <c>undated</c>.</summary>
    public static Sql Precisions(ResolvedQuery<ChartQuery> asked) =>
        $"""
            with m as materialized ({Newest(asked)})
            select {Precision} as term, count(*) as count
            from m cross join event e where e.public = m.public and e.start_day = m.start_day and e.end_day = m.end_day and e.id = m.id
            group by {Precision} order by count(*) desc, {Precision}
            """;

    /// <summary>For each pair of these actors, in how many events both have a part. The plus keeps SQLite from seeking each of the actors in each event.</summary>
    public static Sql Pairs(ResolvedQuery<ChartQuery> asked, IReadOnlyList<long> actors) =>
        $"""
            with m as materialized ({Newest(asked)})
            select a.actor as source, b.actor as target, count(distinct m.id) as count
            from m cross join event_actor a cross join event_actor b
            where a.event = m.id and +a.actor in {actors} and b.event = m.id and b.actor > a.actor and +b.actor in {actors}
            group by a.actor, b.actor order by count(distinct m.id) desc, a.actor, b.actor
            """;

    public static Sql Actors(IReadOnlyList<long> ids) => $"select id, slug, name, kind from actor where id in {ids}";

    public static Sql Articles(IReadOnlyList<long> ids) => $"select id, title from article where id in {ids}";

    private static bool IsWhole(ResolvedQuery<ChartQuery> asked) =>
        asked.Query.Visibility.IsMaterialized && EventFilterSql.IsUnfiltered(asked);

    private static Sql Newest(ResolvedQuery<ChartQuery> asked) => Places(asked, CountedExactly);

    private static Sql Places(ResolvedQuery<ChartQuery> asked, int limit) =>
        IndexScan.Places(
            EventFilterSql.Scans(asked),
            [.. asked.Query.Range.Phases(null).SelectMany(phase => phase)],
            asked.Query.Visibility,
            null,
            false,
            limit
        );
}
