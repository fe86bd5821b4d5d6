using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Timeline.Api.Domain;
using Timeline.Api.Http;

namespace Timeline.Api.Merges;

/// <summary>Two events that a machine takes for one.</summary>
public sealed record Merge
{
    public const string Prefix = "mrg_";

    public string Id => Ids.Text(Prefix, Key);

    /// <summary>Id of the event that would go.</summary>
    public string Event => Ids.Text(Ids.Event, EventKey);

    public string? EventTitle { get; init; }

    /// <summary>Id of the event that would stay.</summary>
    public string Into => Ids.Text(Ids.Event, IntoKey);

    public string? IntoTitle { get; init; }

    /// <summary>How alike the titles are, 0 to 1.</summary>
    public double Likeness { get; init; }

    /// <summary>What has been decided on it.</summary>
    [OneOf(nameof(Vocabulary.Reviews))]
    public string Review { get; init; } = "";

    public string CreatedAt { get; init; } = "";

    [JsonIgnore]
    public long Key { get; init; }

    [JsonIgnore]
    public long EventKey { get; init; }

    [JsonIgnore]
    public long IntoKey { get; init; }

    [JsonIgnore]
    public string? EventReview { get; init; }

    [JsonIgnore]
    public string? IntoReview { get; init; }
}

/// <summary>Which event an event becomes part of.</summary>
public sealed record MergeBody
{
    /// <summary>Id of the event that stays.</summary>
    [StringLength(1_000), SingleLine]
    public required string Into { get; init; }
}
