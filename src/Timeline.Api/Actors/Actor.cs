using System.Text.Json.Serialization;
using Timeline.Api.Domain;
using Timeline.Api.Querying;

namespace Timeline.Api.Actors;

/// <summary>A person, organisation, state or medium, under one id, with all the names it is called by.</summary>
public sealed record Actor
{
    /// <summary>A readable id, such as <c>vladimir-putin</c>.</summary>
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>What sort of actor it is.</summary>
    [OneOf(nameof(Vocabulary.ActorKinds))]
    public string Kind { get; init; } = "";

    /// <summary>The other names it is called by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>How many events it has a part in.</summary>
    public int EventCount { get; init; }

    /// <summary>How many claims it makes or reports.</summary>
    public int ClaimCount { get; init; }

    public int Version { get; init; }

    public string CreatedAt { get; init; } = "";

    public string UpdatedAt { get; init; } = "";

    [JsonIgnore]
    public long Key { get; init; }

    [JsonIgnore]
    public long? MergedInto { get; init; }

    /// <summary>The actor as what its own id stands for.</summary>
    [JsonIgnore]
    public MatchedActor AsMatch =>
        new()
        {
            Id = Key,
            Slug = Id,
            Name = Name,
            Matched = "id",
            EventCount = EventCount,
        };
}

/// <summary>Another name of an actor.</summary>
public sealed record ActorAlias
{
    public long Actor { get; init; }

    public string Name { get; init; } = "";
}
