using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL of counting terms.</summary>
public static class TermCountSql
{
    /// <summary>How many events in the window have each term of the dimensions, of all that everyone sees: a walk along the terms, which lie together.</summary>
    public static Sql AllEvents(DateRangeFilter window, IReadOnlyList<Dimension> dimensions)
    {
        var arms = dimensions.SelectMany(dimension =>
            window
                .Phases(null)
                .SelectMany(phase => phase)
                .Select(condition =>
                    (Sql)
                        $"""
                            select t.term as term, count(*) as count from event_term t where {dimension.TermCondition(
                                Sql.Raw("t.term")
                            )} and t.public = 1 and {condition(Sql.Raw("t"))} group by t.term
                            """
                )
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

    private static Sql TopOfEach(IReadOnlyList<Dimension> dimensions, int limit) =>
        Sql.Join(
            "\nunion all\n",
            dimensions.Select(dimension =>
                (Sql)
                    $"""
                        select * from (select term, count from f where {dimension.TermCondition(
                            Sql.Raw("term")
                        )} order by count desc, term limit {Sql.Raw(dimension.Values?.Count ?? limit)}) {Sql.Raw(dimension.Name)}_values
                        """
            )
        );
}
