using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The SQL of networks.</summary>
public static class ActorNetworkSql
{
    /// <summary>
    /// For each pair of these actors, in how many events both have a part. The plus keeps SQLite from seeking each of the actors
    /// in each event.
    /// </summary>
    public static Sql PairCounts(ResolvedQuery<ChartQuery> resolved, IReadOnlyList<long> actors) =>
        $"""
            with m as materialized ({ChartSql.Newest(resolved)})
            select a.actor as source, b.actor as target, count(distinct m.id) as count
            from m cross join event_actor a cross join event_actor b
            where a.event = m.id and +a.actor in {actors} and b.event = m.id and b.actor > a.actor and +b.actor in {actors}
            group by a.actor, b.actor order by count(distinct m.id) desc, a.actor, b.actor
            """;
}
