using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The events that a question finds, counted in different ways.</summary>
public sealed class MatchedEventCounts
{
    private readonly Snapshot _snapshot;

    public MatchedEventCounts(Snapshot snapshot, ChartQuery query)
    {
        _snapshot = snapshot;
        Asked = ResolvedQuery.Resolve(snapshot, query);
        var counted = Asked.IsEmpty ? 0 : snapshot.QueryNumber(ChartSql.Count(Asked));
        (Total, IsExact) = (Math.Min(counted, ChartSql.CountedExactly), counted <= ChartSql.CountedExactly);
        Undated =
            Asked.IsEmpty || query.Range.Undated != UndatedFilter.Exclude
                ? 0
                : Math.Min(IndexScan.ExactCountLimit, snapshot.QueryNumber(ChartSql.Undated(Asked)));
    }

    public ResolvedQuery<ChartQuery> Asked { get; }

    public long Total { get; }

    /// <summary>False where there are more than are counted.</summary>
    public bool IsExact { get; }

    /// <summary>How many are left out for want of a date.</summary>
    public long Undated { get; }

    /// <summary>The terms of each of the dimensions, those with most events first.</summary>
    public ILookup<Dimension, TermCount> Values(params IReadOnlyList<Dimension> dimensions) =>
        (Asked.IsEmpty ? [] : _snapshot.Query<TermCount>(ChartSql.Values(Asked, dimensions, IsExact))).ToLookup(row =>
            dimensions.Single(dimension => row.Term.StartsWith(dimension.Prefix, StringComparison.Ordinal))
        );

    public List<TermCount> Precisions() => Asked.IsEmpty ? [] : _snapshot.Query<TermCount>(FacetSql.PrecisionCounts(Asked));
}
