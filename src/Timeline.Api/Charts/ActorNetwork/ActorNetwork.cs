using Timeline.Api.Domain;
using Timeline.Api.Http;

namespace Timeline.Api.Charts;

/// <summary>Who appears together.</summary>
public sealed record ActorNetwork
{
    /// <summary>Actors, those with most events first.</summary>
    public required IReadOnlyList<ActorCount> Nodes { get; init; }

    /// <summary>Pairs of these actors that have a part in the same events, those with most first.</summary>
    public required IReadOnlyList<ActorPair> Links { get; init; }

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

/// <summary>An actor and the number of events it has a part in.</summary>
public sealed record ActorCount(string Id, string Name, [property: OneOf(nameof(Vocabulary.ActorKinds))] string Kind, long Count);

/// <summary>Two actors, by id, and the number of events both have a part in.</summary>
public sealed record ActorPair(string Source, string Target, long Count);
