using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL of facets that are no terms.</summary>
public static class FacetSql
{
    private static readonly Sql Precision = Sql.Raw("coalesce(e.precision, 'undated')");

    /// <summary>How many events each precision has; those without a date have <c>undated</c>.</summary>
    public static Sql PrecisionCounts(ResolvedQuery<ChartQuery> resolved) =>
        $"""
            with m as materialized ({ChartSql.Newest(resolved)})
            select {Precision} as term, count(*) as count
            from m cross join event e where e.time_key = m.row_key
            group by {Precision} order by count(*) desc, {Precision}
            """;
}
