using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL that facets and networks share: pure, a question in, statements out.</summary>
public static class ChartSql
{
    /// <summary>The most events that are counted exactly; of more, the newest are.</summary>
    public const int CountedExactly = 100_000;

    /// <summary>How many there are; where that takes a walk, at most one more than <see cref="CountedExactly"/>.</summary>
    public static Sql Count(ResolvedQuery<ChartQuery> asked)
    {
        if (!IsUnfilteredPublic(asked))
            return $"select count(*) from ({Places(asked, CountedExactly + 1)}) m";
        // Every event has one kind, so the counts of the kinds add up to the events.
        var kinds = TermCountSql.AllEvents(asked.Query.Range, [Dimension.Kind]);
        return $"select coalesce(cast(sum(count) as bigint), 0) from ({kinds}) kinds";
    }

    public static Sql Undated(ResolvedQuery<ChartQuery> asked) =>
        IndexScan.Count(EventFilterSql.Scans(asked), [DateRangeFilter.UndatedPhase], asked.Query.Visibility);

    /// <summary>
    /// How many events each value of the dimensions has among those asked for; of each dimension the most frequent, in order.
    /// </summary>
    /// <param name="isExact">True where no more events are asked for than are counted exactly.</param>
    public static Sql Values(ResolvedQuery<ChartQuery> asked, IReadOnlyList<Dimension> dimensions, bool isExact)
    {
        if (isExact && IsUnfilteredPublic(asked))
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

    public static Sql Actors(IReadOnlyList<long> ids) => $"select id, slug, name, kind from actor where id in {ids}";

    public static Sql Articles(IReadOnlyList<long> ids) => $"select id, title from article where id in {ids}";

    private static bool IsUnfilteredPublic(ResolvedQuery<ChartQuery> asked) =>
        asked.Query.Visibility.IsMaterialized && EventFilterSql.IsUnfiltered(asked);

    /// <summary>The events asked for, as far as they are counted.</summary>
    internal static Sql Newest(ResolvedQuery<ChartQuery> asked) => Places(asked, CountedExactly);

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
