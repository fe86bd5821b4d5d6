using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL that facets and networks share: pure, a question in, statements out.</summary>
public static class ChartSql
{
    /// <summary>The most events that are counted exactly; of more, the newest are.</summary>
    public const int CountedExactly = 100_000;

    /// <summary>How many there are; where that takes a walk, at most one more than <see cref="CountedExactly"/>.</summary>
    public static Sql Count(ResolvedQuery<ChartQuery> resolved)
    {
        if (!IsUnfilteredPublic(resolved))
            return $"select count(*) from ({Places(resolved, CountedExactly + 1)}) m";
        // Every event has one kind, so the counts of the kinds add up to the events.
        var kinds = TermCountSql.AllEvents(resolved.Query.Range, [Dimension.Kind]);
        return $"select coalesce(cast(sum(count) as bigint), 0) from ({kinds}) kinds";
    }

    public static Sql Undated(ResolvedQuery<ChartQuery> resolved) =>
        IndexScan.Count(EventFilterSql.Scans(resolved), [DateRangeFilter.UndatedPhase], resolved.Query.Visibility);

    /// <summary>
    /// How many events each value of the dimensions has among those asked for; of each dimension the most frequent, in order.
    /// </summary>
    /// <param name="isExact">True where no more events are asked for than are counted exactly.</param>
    public static Sql Values(ResolvedQuery<ChartQuery> resolved, IReadOnlyList<Dimension> dimensions, bool isExact)
    {
        if (isExact && IsUnfilteredPublic(resolved))
            return TermCountSql.MostFrequent(TermCountSql.AllEvents(resolved.Query.Range, dimensions), dimensions, resolved.Query.Limit);
        var rows = Sql.Join(
            "\nunion all\n",
            dimensions.Select(dimension =>
                (Sql)$"select term from ({dimension.TermRows(resolved.Query.Visibility)}) {Sql.Raw(dimension.Name)}_rows"
            )
        );
        return TermCountSql.MostFrequent(
            Newest(resolved),
            $"select x.term as term, count(*) as count from ({rows}) x group by x.term",
            dimensions,
            resolved.Query.Limit
        );
    }

    public static Sql Actors(IReadOnlyList<long> ids) => $"select id, slug, name, kind from actor where id in {ids}";

    public static Sql Articles(IReadOnlyList<long> ids) => $"select id, title from article where id in {ids}";

    private static bool IsUnfilteredPublic(ResolvedQuery<ChartQuery> resolved) =>
        resolved.Query.Visibility.IsMaterialized && EventFilterSql.IsUnfiltered(resolved);

    /// <summary>The events asked for, as far as they are counted.</summary>
    internal static Sql Newest(ResolvedQuery<ChartQuery> resolved) => Places(resolved, CountedExactly);

    private static Sql Places(ResolvedQuery<ChartQuery> resolved, int limit) =>
        IndexScan.Places(
            EventFilterSql.Scans(resolved),
            [.. resolved.Query.Range.Phases(null).SelectMany(phase => phase)],
            resolved.Query.Visibility,
            null,
            false,
            limit
        );
}
