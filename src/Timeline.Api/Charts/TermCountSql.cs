using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL of counting terms.</summary>
public static class TermCountSql
{
    /// <summary>
    /// How many events in the window have each term of the dimensions, of all that everyone sees: a scan of the terms, which are
    /// stored together.
    /// </summary>
    public static Sql AllEvents(DateRangeFilter window, IReadOnlyList<Dimension> dimensions)
    {
        var arms = dimensions.SelectMany(dimension =>
            window.Phases(null).SelectMany(phase => phase).Select(bounds => CountTerms(dimension, bounds.Condition(Sql.Raw("t"))))
        );
        return $"select term, cast(sum(count) as bigint) as count from ({Sql.Join("\nunion all\n", arms)}) arms group by term";
    }

    /// <summary>Of counted terms the most frequent of each dimension, in order.</summary>
    public static Sql MostFrequent(Sql counted, IReadOnlyList<Dimension> dimensions, int limit) =>
        $"with f as materialized ({counted}) {TopOfEach(dimensions, limit)}";

    /// <inheritdoc cref="MostFrequent(Sql, IReadOnlyList{Dimension}, int)"/>
    /// <param name="matches">The events that the counting names <c>m</c>.</param>
    public static Sql MostFrequent(Sql matches, Sql counted, IReadOnlyList<Dimension> dimensions, int limit) =>
        $"with m as materialized ({matches}), f as materialized ({counted}) {TopOfEach(dimensions, limit)}";

    private static Sql CountTerms(Dimension dimension, Sql isInWindow)
    {
        var isOfDimension = dimension.TermCondition(Sql.Raw("t.term"));
        return $"""
            select t.term as term, count(*) as count from event_term t
            where {isOfDimension} and t.public = 1 and {isInWindow} group by t.term
            """;
    }

    private static Sql TopOfEach(IReadOnlyList<Dimension> dimensions, int limit) =>
        Sql.Join("\nunion all\n", dimensions.Select(dimension => TopOf(dimension, dimension.Values?.Count ?? limit)));

    private static Sql TopOf(Dimension dimension, int limit)
    {
        var isOfDimension = dimension.TermCondition(Sql.Raw("term"));
        var (most, alias) = (Sql.Raw(limit), Sql.Raw(dimension.Name));
        return $"select * from (select term, count from f where {isOfDimension} order by count desc, term limit {most}) {alias}_values";
    }
}
