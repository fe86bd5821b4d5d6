using Timeline.Api.Domain;
using Timeline.Api.Querying;

namespace Timeline.Api.Claims;

/// <summary>One source saying one thing about an event.</summary>
public sealed partial record Claim : ITimelineRow
{
    public string Id => Ids.Text(Ids.Claim, Key);

    /// <summary>Id of the event it is about.</summary>
    public string Event => Ids.Text(Ids.Event, EventKey);

    /// <summary>Id of the article that tells of it.</summary>
    public string Article => Ids.Text(Ids.Article, ArticleKey);

    /// <summary>Who says it; null for the article's own voice.</summary>
    public ClaimSource? Speaker => ClaimSource.Create(SpeakerId, SpeakerName);

    /// <summary>The medium that reported it.</summary>
    public ClaimSource? Via => ClaimSource.Create(ViaId, ViaName);

    /// <summary>What the source does with what it says.</summary>
    [OneOf(nameof(Vocabulary.Stances))]
    public string Stance { get; init; } = "";

    /// <summary>The word that tells of the saying, such as <c>denied</c>.</summary>
    public string? Cue { get; init; }

    /// <summary>True for the speaker's very words.</summary>
    public bool Direct { get; init; }

    /// <summary>A paraphrase.</summary>
    public string? Text { get; init; }

    /// <summary>When it was said.</summary>
    public StatedWhen Said =>
        new(
            Date,
            DateRange.FormatDay(StartDay),
            DateRange.FormatDay(EndDay),
            Precision,
            Approximate,
            Uncertain,
            Extent,
            Phrase,
            Anchor,
            Alternatives
        );

    /// <summary>The date of the event as this claim's article gives it; null where that is not known.</summary>
    public StatedWhen? Tells =>
        TellsExtent is null
            ? null
            : new(
                TellsDate,
                DateRange.FormatDay(TellsStartDay),
                DateRange.FormatDay(TellsEndDay),
                TellsPrecision,
                TellsApproximate,
                TellsUncertain,
                TellsExtent,
                TellsPhrase,
                TellsAnchor,
                TellsAlternatives
            );

    /// <summary>Id of the claim that it answers.</summary>
    public string? RespondsTo => RespondsToKey is { } key ? Ids.Text(Ids.Claim, key) : null;

    public Quote Quote => new(QuoteExact, QuotePrefix, QuoteSuffix, QuoteSpans, Sha256);

    /// <summary>What has been decided on it.</summary>
    [OneOf(nameof(Vocabulary.Reviews))]
    public string Review { get; init; } = "";

    public int Version { get; init; }

    public string CreatedAt { get; init; } = "";

    public string UpdatedAt { get; init; } = "";
}

/// <summary>Who says something: an actor by id and name, or a name alone where the source has no known identity.</summary>
public sealed record ClaimSource(string? Id, string Name)
{
    public static ClaimSource? Create(string? id, string? name) => name is null ? null : new ClaimSource(id, name);
}

/// <summary>When something was said or happened, with the members that every date has.</summary>
public sealed record StatedWhen(
    string? Date,
    string? Earliest,
    string? Latest,
    [property: OneOf(nameof(Vocabulary.Precisions))] string? Precision,
    bool Approximate,
    bool Uncertain,
    [property: OneOf(nameof(Vocabulary.Extents))] string Extent,
    string? Phrase,
    string? Anchor,
    IReadOnlyList<string> Alternatives
);

/// <summary>
/// A place in the article's text: W3C text quote (null where the text may not be shown) and positions in Unicode code points, end
/// exclusive, in the text with this SHA-256.
/// </summary>
public sealed record Quote(string? Exact, string? Prefix, string? Suffix, IReadOnlyList<IReadOnlyList<int>> Spans, string Sha256);
