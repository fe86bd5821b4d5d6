using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>A claim: <c>said</c>, <c>respondsTo</c> and <c>event</c> are indexes into the lists beside it.</summary>
public sealed record ResponseClaim(
    string? Id,
    ClaimSource? Speaker,
    IReadOnlyList<IReadOnlyList<int>> Source,
    ClaimSource? Via,
    IReadOnlyList<IReadOnlyList<int>> Cue,
    IReadOnlyList<IReadOnlyList<int>> Content,
    bool Direct,
    [property: OneOf(nameof(Vocabulary.Stances))] string Stance,
    int? Said,
    int? RespondsTo,
    int? Event
)
{
    internal static ResponseClaim Create(ExtractionResult read, ExtractedClaim claim, int index, IngestResult? stored) =>
        new(
            Id: stored?.Claims.GetValueOrDefault(index) is { } key ? Ids.Text(Ids.Claim, key) : null,
            Speaker: SourceOf(read, claim.Speaker, claim.SpeakerName, stored),
            Source: SpanPairs.From(claim.Source),
            Via: SourceOf(read, claim.Via, null, stored),
            Cue: SpanPairs.From(claim.Cue),
            Content: SpanPairs.From(claim.Content),
            Direct: claim.Direct,
            Stance: claim.Stance,
            Said: claim.Said,
            RespondsTo: claim.RespondsTo,
            Event: claim.Event
        );

    private static ClaimSource? SourceOf(ExtractionResult read, int? actor, string? name, IngestResult? stored)
    {
        if (actor is { } index)
            return new ClaimSource(stored?.Actors.GetValueOrDefault(index), read.Actors[index].Name);
        return ClaimSource.Create(null, name);
    }
}
