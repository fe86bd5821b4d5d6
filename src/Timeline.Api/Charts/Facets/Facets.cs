using Timeline.Api.Http;

namespace Timeline.Api.Charts;

/// <summary>
/// What the events found have in common: for each kind of filter, its values and how many events have them, most frequent first.
/// </summary>
public sealed record Facets
{
    public required IReadOnlyList<ActorCount> Actor { get; init; }

    public required IReadOnlyList<FacetValue> Standing { get; init; }

    public required IReadOnlyList<FacetValue> Kind { get; init; }

    /// <summary><c>day</c>, <c>week</c>, <c>month</c> …; <c>undated</c> for events without a date.</summary>
    public required IReadOnlyList<FacetValue> Precision { get; init; }

    /// <summary>The publishers of the articles that tell of them.</summary>
    public required IReadOnlyList<FacetValue> Publisher { get; init; }

    public required IReadOnlyList<ArticleFacet> Article { get; init; }

    /// <summary>How many events were counted: those that fit the query, at most 100,000.</summary>
    public required long Total { get; init; }

    /// <summary>False where more events fit; then the newest 100,000 are counted.</summary>
    public required bool TotalIsExact { get; init; }

    /// <summary>How many more fit the query but have no date and are left out for that; exact to 10,000.</summary>
    public required long Undated { get; init; }

    /// <summary>What each name in the query was taken for.</summary>
    public required IReadOnlyList<ResolvedName> Resolved { get; init; }

    /// <summary>What a reader of this answer should know.</summary>
    public required IReadOnlyList<Hint> Hints { get; init; }
}

/// <summary>A value of a filter and how many events have it.</summary>
public sealed record FacetValue(string Value, long Count);

/// <summary>An article and how many events it tells of.</summary>
public sealed record ArticleFacet(string Id, string Title, long Count);
