using System.Text.Json.Serialization;
using Timeline.Api.Http;

namespace Timeline.Api.Charts;

/// <summary>How events are spread over time.</summary>
public sealed record Histogram
{
    /// <summary>Length of a bucket: <c>day</c>, <c>week</c>, <c>month</c>, <c>quarter</c>, <c>year</c> or <c>decade</c>.</summary>
    public required string Interval { get; init; }

    /// <summary>Where an event counts that lasts over several buckets: <c>first</c>, <c>each</c> or <c>weighted</c>.</summary>
    public required string Spanning { get; init; }

    /// <summary>Without gaps, in order of time, at most 2,000.</summary>
    public required IReadOnlyList<Bucket> Buckets { get; init; }

    /// <summary>With <c>series</c>: the series that occur, actors with most events first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HistogramSeries>? Series { get; init; }

    /// <summary>How many fit the query but have no date.</summary>
    public required long Undated { get; init; }

    /// <summary>How many fit the query and have a date but no bucket: open on both sides, with nothing else that bounds the time.</summary>
    public required long Excluded { get; init; }

    /// <summary>What each name in the query was taken for.</summary>
    public required IReadOnlyList<ResolvedName> Resolved { get; init; }

    /// <summary>What a reader of this answer should know.</summary>
    public required IReadOnlyList<Hint> Hints { get; init; }
}

/// <summary>One series of a histogram.</summary>
/// <param name="Key">The value it stands for; the id, where that is an actor.</param>
/// <param name="Name">The value, or the actor's name.</param>
/// <param name="Count">How many dated events it has in all buckets.</param>
public sealed record HistogramSeries(string Key, string Name, long Count);
