using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>Reads who appears with whom.</summary>
public static class ActorNetworkReader
{
    public static ActorNetwork Read(Snapshot snapshot, ChartQuery query)
    {
        var found = new MatchedEventCounts(snapshot, query);
        var actors = LabelledCount.Actors(snapshot, [.. found.Values(Dimension.Actor)[Dimension.Actor]]);
        var ids = actors.ToDictionary(actor => actor.Key, actor => actor.Id);
        var pairs = actors.Count < 2 ? [] : snapshot.Query<PairCount>(ActorNetworkSql.PairCounts(found.Asked, [.. ids.Keys]));
        return new ActorNetwork
        {
            Nodes = [.. actors.Select(actor => new ActorCount(actor.Id, actor.Name, actor.Kind, actor.Count))],
            Links = [.. pairs.Select(pair => new ActorPair(ids[pair.Source], ids[pair.Target], pair.Count))],
            Total = found.Total,
            TotalIsExact = found.IsExact,
            Undated = found.Undated,
            Resolved = found.Asked.Names,
            Hints = found.Asked.Hints,
        };
    }

    private sealed record PairCount
    {
        public long Source { get; init; }
        public long Target { get; init; }
        public long Count { get; init; }
    }
}
