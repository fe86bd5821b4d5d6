using System.Text.Json.Serialization;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>Something that happened, is going on, or is expected, with a date that may be imprecise.</summary>
public sealed record Event
{
    public string Id => Ids.Text(Ids.Event, Key);

    public string Title { get; init; } = "";

    /// <summary><c>machine</c>: made of the words of an article, and bounded by the rights to its text; <c>person</c>: written by somebody.</summary>
    public string TitleFrom { get; init; } = "";

    public string? Summary { get; init; }

    /// <summary>One of the kinds of event, such as <c>meeting</c>.</summary>
    public string Kind { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>EDTF (ISO 8601-2); null when undated.</summary>
    public string? Date { get; init; }

    /// <summary>First day that the date can mean, <c>YYYY-MM-DD</c>; null on an open side.</summary>
    public string? Earliest => DateRange.FormatDay(StartDay);

    /// <summary>Last day that the date can mean, <c>YYYY-MM-DD</c>; null on an open side.</summary>
    public string? Latest => DateRange.FormatDay(EndDay);

    /// <summary><c>day</c>, <c>week</c>, <c>month</c>, <c>quarter</c>, <c>season</c>, <c>half</c>, <c>year</c>, <c>decade</c>, <c>century</c>, <c>range</c> or <c>set</c>.</summary>
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

    /// <summary>Where the date comes from: <c>person</c>, who typed it, or <c>claims</c>, whose articles tell it.</summary>
    public string DateFrom { get; init; } = "";

    /// <summary>How the event stands by its claims: <c>disputed</c>, <c>denied</c>, <c>unconfirmed</c>, <c>expected</c>, <c>reported</c> or <c>attributed</c>.</summary>
    public string Standing { get; init; } = "";

    /// <summary><c>proposed</c>, <c>accepted</c> or <c>rejected</c>.</summary>
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

    /// <summary>Where a walk by date goes on after this event.</summary>
    [JsonIgnore]
    public long[] Place => [StartDay, EndDay, Key];
}
