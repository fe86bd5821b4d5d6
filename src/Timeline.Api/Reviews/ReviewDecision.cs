using System.ComponentModel.DataAnnotations;
using Timeline.Api.Domain;

namespace Timeline.Api.Reviews;

/// <summary>A decision and why it was taken.</summary>
public sealed record ReviewDecision
{
    /// <summary>What is decided.</summary>
    [OneOf(nameof(Vocabulary.Decisions))]
    public required string Decision { get; init; }

    [StringLength(2_000)]
    public string? Note { get; init; }
}

/// <summary>A decision on many: events and claims by id, and all that is proposed from an article.</summary>
public sealed record BulkReviewDecision
{
    /// <summary>What is decided.</summary>
    [OneOf(nameof(Vocabulary.Decisions))]
    public required string Decision { get; init; }

    [StringLength(2_000)]
    public string? Note { get; init; }

    [Length(0, 1_000)]
    public IReadOnlyList<string>? Events { get; init; }

    [Length(0, 1_000)]
    public IReadOnlyList<string>? Claims { get; init; }

    [StringLength(1_000)]
    public string? Article { get; init; }
}

/// <summary>What was decided, and on how many events and claims.</summary>
public sealed record ReviewOutcome(string Decision, int Events, int Claims);
