using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Merges;

/// <summary>Reads merges.</summary>
public static class MergeReader
{
    /// <summary>One page of merges, the newest first.</summary>
    public static Page<Merge> ReadPage(Snapshot snapshot, MergeQuery query)
    {
        var (items, hasMore) = Pager.Cut(snapshot.Query<Merge>(MergeSql.List(query)), query.Limit);
        return new Page<Merge> { Items = items, NextCursor = hasMore ? query.Cursor.Write(items[^1].Key) : null };
    }
}
