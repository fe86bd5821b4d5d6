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
        var (items, hasMore) = Cut(rows, resolved.Query.Limit);
        return ToPage(snapshot, resolved, scans, items, hasMore ? SortKey(resolved.Query, items[^1]) : null);
    }

    /// <inheritdoc cref="ToPage{TQuery, T}(Snapshot, ResolvedQuery{TQuery}, IReadOnlyList{IndexScan}, List{T})"/>
    /// <param name="last">The sort key of the last row, where more follow; else null.</param>
    public static Page<T> ToPage<TQuery, T>(
        Snapshot snapshot,
        ResolvedQuery<TQuery> resolved,
        IReadOnlyList<IndexScan> scans,
        IReadOnlyList<T> items,
        long[]? last
    )
        where TQuery : TimelineQuery
    {
        var query = resolved.Query;
        var (total, isExact) = Total(query.Count ? CountMatches(snapshot, resolved, scans) : null);
        return new Page<T>
        {
            Items = items,
            NextCursor = last is not null && query.Sort != SortOrder.BestMatchFirst ? query.Cursor.Write(last) : null,
            Undated = query.Range.Undated == UndatedFilter.Exclude ? (int)CountUndated(snapshot, resolved, scans) : 0,
            Resolved = resolved.Names,
            Hints = resolved.Hints,
            Total = total,
            TotalIsExact = isExact,
        };
    }

    /// <summary>
    /// The first rows in order, one more than the limit where there are more: of the statements, which follow each other, no more are
    /// run than it takes.
    /// </summary>
    public static List<T> ReadInOrder<T>(TimelineQuery query, IEnumerable<Sql> statements, Func<Sql, List<T>> read)
    {
        var rows = new List<T>();
        foreach (var statement in statements)
        {
            rows.AddRange(read(statement));
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
        if (scans is [{ CountedTerm: { } term }])
            return Math.Min(IndexScan.ExactCountLimit, snapshot.QueryNumber(IndexScan.KeptUndatedCount(term)));
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

    private static long[] SortKey(TimelineQuery query, ITimelineRow row) =>
        query.Sort == SortOrder.LastChangedFirst ? [row.Seq] : row.Position;
}
