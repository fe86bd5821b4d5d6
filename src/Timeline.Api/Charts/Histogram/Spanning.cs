namespace Timeline.Api.Charts;

/// <summary>Where an event counts that lasts over several buckets.</summary>
public enum Spanning
{
    /// <summary>In the bucket of its first day.</summary>
    First,

    /// <summary>In every bucket it touches.</summary>
    Each,

    /// <summary>In all of them, shared out by days.</summary>
    Weighted,
}
