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
        Undated = Asked.IsEmpty || query.Window.Undated != Storage.Undated.Exclude ? 0 : Math.Min(Walk.CountedExactly, snapshot.Number(ChartSql.Undated(Asked)));
    }

    public Asked<ChartQuery> Asked { get; }

    public long Total { get; }

    /// <summary>False where there are more than are counted.</summary>
    public bool IsExact { get; }

    /// <summary>How many are left out for want of a date.</summary>
    public long Undated { get; }

    /// <summary>The terms of a dimension with most events.</summary>
    public List<TermCount> Values(Dimension dimension) => Asked.IsEmpty ? [] : snapshot.Query<TermCount>(ChartSql.Values(Asked, dimension, dimension.Values?.Count ?? Asked.Query.Limit));

    public List<TermCount> Precisions() => Asked.IsEmpty ? [] : snapshot.Query<TermCount>(ChartSql.Precisions(Asked));
}
