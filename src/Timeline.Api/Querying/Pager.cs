using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>A row that lies in time, as lists of events and of claims hold them.</summary>
public interface ITimelineRow
{
    /// <summary>Where a scan by date goes on after this row: first day, last day, number.</summary>
    long[] Position { get; }

    /// <summary>The number of its last change.</summary>
    long Seq { get; }
}

/// <summary>Makes pages of rows that were read one beyond the limit.</summary>
public static class Pager
{
    /// <summary>The rows of the page, and whether there are more.</summary>
    public static (List<T> Items, bool HasMore) Cut<T>(List<T> rows, int limit) =>
        rows.Count > limit ? (rows[..limit], true) : (rows, false);

    /// <summary>
    /// What <c>count=true</c> adds, of a count that stops one beyond what is counted exactly; nothing where nothing was counted.
    /// </summary>
    public static (int? Total, bool? IsExact) Total(long? counted) =>
        counted is { } many ? ((int)Math.Min(many, IndexScan.ExactCountLimit), many <= IndexScan.ExactCountLimit) : (null, null);

    /// <summary>One page of what was asked for: its rows with the cursor, the counts, and what the names were taken for.</summary>
    public static Page<T> ToPage<TQuery, T>(Snapshot snapshot, ResolvedQuery<TQuery> resolved, IReadOnlyList<IndexScan> scans, List<T> rows)
        where TQuery : TimelineQuery
        where T : ITimelineRow
    {
        var query = resolved.Query;
        var (items, hasMore) = Cut(rows, query.Limit);
        var (total, isExact) = Total(query.Count ? CountMatches(snapshot, resolved, scans) : null);
        return new Page<T>
        {
            Items = items,
            NextCursor = hasMore && query.Sort != SortOrder.BestMatchFirst ? CursorAfter(query, items[^1]) : null,
            Undated = query.Range.Undated == UndatedFilter.Exclude ? (int)CountUndated(snapshot, resolved, scans) : 0,
            Resolved = resolved.Names,
            Hints = resolved.Hints,
            Total = total,
            TotalIsExact = isExact,
        };
    }

    /// <summary>
    /// The first rows in the order of their dates, one more than the limit where there are more; <paramref name="read"/> reads those at
    /// the places given.
    /// </summary>
    public static List<T> ReadByDate<T>(TimelineQuery query, IReadOnlyList<IndexScan> scans, Func<Sql, IReadOnlyList<T>> read)
    {
        var rows = new List<T>();
        foreach (var places in IndexScan.PlacesByPhase(scans, query))
        {
            rows.AddRange(read(places));
            if (rows.Count > query.Limit)
                break;
        }

        return rows;
    }

    /// <summary>How many rows match but for their date, which they do not have; exact to 10,000.</summary>
    public static long CountUndated<TQuery>(Snapshot snapshot, ResolvedQuery<TQuery> resolved, IReadOnlyList<IndexScan> scans)
        where TQuery : TimelineQuery
    {
        if (resolved.IsEmpty)
            return 0;
        var counted = snapshot.QueryNumber(IndexScan.Count(scans, [DateRangeFilter.UndatedPhase], resolved.Query.Visibility));
        return Math.Min(IndexScan.ExactCountLimit, counted);
    }

    private static long CountMatches<TQuery>(Snapshot snapshot, ResolvedQuery<TQuery> resolved, IReadOnlyList<IndexScan> scans)
        where TQuery : TimelineQuery
    {
        if (resolved.IsEmpty)
            return 0;
        return snapshot.QueryNumber(IndexScan.Count(scans, resolved.Query.Range.Phases(null), resolved.Query.Visibility));
    }

    private static string CursorAfter<T>(TimelineQuery query, T row)
        where T : ITimelineRow => query.Cursor.Write(query.Sort == SortOrder.LastChangedFirst ? [row.Seq] : row.Position);
}
