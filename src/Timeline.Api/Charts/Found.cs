using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>The events that a question finds, counted in different ways.</summary>
public sealed class Found
{
    private readonly Snapshot snapshot;

    public Found(Snapshot snapshot, ChartQuery query)
    {
        this.snapshot = snapshot;
        Asked = new Asked<ChartQuery>(snapshot, query);
        var counted = Asked.IsEmpty ? 0 : snapshot.Number(ChartSql.Count(Asked));
        (Total, IsExact) = (Math.Min(counted, ChartSql.CountedExactly), counted <= ChartSql.CountedExactly);
        Undated =
            Asked.IsEmpty || query.Window.Undated != Storage.Undated.Exclude
                ? 0
                : Math.Min(Walk.CountedExactly, snapshot.Number(ChartSql.Undated(Asked)));
    }

    public Asked<ChartQuery> Asked { get; }

    public long Total { get; }

    /// <summary>False where there are more than are counted.</summary>
    public bool IsExact { get; }

    /// <summary>How many are left out for want of a date.</summary>
    public long Undated { get; }

    /// <summary>The terms of each of the dimensions, those with most events first.</summary>
    public ILookup<Dimension, TermCount> Values(params IReadOnlyList<Dimension> dimensions) =>
        (Asked.IsEmpty ? [] : snapshot.Query<TermCount>(ChartSql.Values(Asked, dimensions, IsExact))).ToLookup(row =>
            dimensions.Single(dimension => row.Term.StartsWith(dimension.Prefix, StringComparison.Ordinal))
        );

    public List<TermCount> Precisions() => Asked.IsEmpty ? [] : snapshot.Query<TermCount>(ChartSql.Precisions(Asked));
}
