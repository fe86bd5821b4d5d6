using Timeline.Api.Domain;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>An actor with every place that mentions it.</summary>
public sealed record ResponseActor(
    string? Id,
    string Name,
    [property: OneOf(nameof(Vocabulary.ActorKinds))] string Kind,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<IReadOnlyList<int>> Mentions
)
{
    internal static ResponseActor Create(ExtractedActor actor, string? id) =>
        new(Id: id, Name: actor.Name, Kind: actor.Kind, Aliases: actor.Aliases, Mentions: SpanPairs.From(actor.Mentions));
}
