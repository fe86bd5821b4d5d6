using System.Text.Json.Serialization;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>Something that happened, is going on, or is expected, with a date that may be imprecise.</summary>
public sealed record Event : ITimelineRow
{
    public string Id => Ids.Text(Ids.Event, Key);

    public string Title { get; init; } = "";

    /// <summary>
    /// <c>machine</c>: made of the words of an article, and bounded by the rights to its text; <c>person</c>: written by
    /// somebody.
    /// </summary>
    public string TitleFrom { get; init; } = "";

    public string? Summary { get; init; }

    /// <summary>What sort of event it is.</summary>
    [OneOf(nameof(Vocabulary.EventKinds))]
    public string Kind { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>EDTF (ISO 8601-2); null when undated.</summary>
    public string? Date { get; init; }

    /// <summary>First day that the date can mean, <c>YYYY-MM-DD</c>; null on an open side.</summary>
    public string? Earliest => DateRange.FormatDay(StartDay);

    /// <summary>Last day that the date can mean, <c>YYYY-MM-DD</c>; null on an open side.</summary>
    public string? Latest => DateRange.FormatDay(EndDay);

    /// <summary>How exactly the date tells the time; null when undated.</summary>
    [OneOf(nameof(Vocabulary.Precisions))]
    public string? Precision { get; init; }

    public bool Approximate { get; init; }

    public bool Uncertain { get; init; }

    /// <summary><c>within</c>: on some day between the bounds; <c>throughout</c>: on all of them.</summary>
    public string Extent { get; init; } = "";

    /// <summary>The article's words for the date.</summary>
    public string? Phrase { get; init; }

    /// <summary>The day a relative phrase was resolved against.</summary>
    public string? Anchor { get; init; }

    /// <summary>Other readings of the date, as EDTF; never matched by filters.</summary>
    public IReadOnlyList<string> Alternatives { get; init; } = [];

    /// <summary>Where the date comes from: a person who typed it, or its claims, whose articles tell it.</summary>
    [OneOf(nameof(Vocabulary.DateSources))]
    public string DateFrom { get; init; } = "";

    /// <summary>How the event stands by its claims.</summary>
    [OneOf(nameof(Vocabulary.Standings))]
    public string Standing { get; init; } = "";

    /// <summary>What has been decided on it.</summary>
    [OneOf(nameof(Vocabulary.Reviews))]
    public string Review { get; init; } = "";

    public IReadOnlyList<Participant> Actors { get; init; } = [];

    public int ClaimCount { get; init; }

    public int ArticleCount { get; init; }

    public int Version { get; init; }

    public string CreatedAt { get; init; } = "";

    public string UpdatedAt { get; init; } = "";

    /// <summary>With <c>include=claims</c>: its 20 newest claims.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Claim>? Claims { get; init; }

    [JsonIgnore]
    public long Key { get; init; }

    [JsonIgnore]
    public long StartDay { get; init; }

    [JsonIgnore]
    public long EndDay { get; init; }

    [JsonIgnore]
    public long Seq { get; init; }

    /// <summary>Where a scan by date goes on after this event.</summary>
    [JsonIgnore]
    public long[] Position => [StartDay, EndDay, Key];
}
