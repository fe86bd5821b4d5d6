namespace Timeline.Api.Tests.Models;

/// <summary>A timeline and the queries sent to it.</summary>
public sealed record QueryCase(ModelTimeline Timeline, IReadOnlyList<ModelQuery> Queries)
{
    public override string ToString() => Timeline.ToString();
}
