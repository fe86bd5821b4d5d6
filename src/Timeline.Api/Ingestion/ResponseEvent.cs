using Timeline.Api.Domain;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>An event: <c>spans</c> are those of the expressions behind its date, <c>claims</c> indexes into the claims.</summary>
public sealed record ResponseEvent(
    string? Id,
    string Title,
    [property: OneOf(nameof(Vocabulary.EventKinds))] string Kind,
    string? Date,
    string? Earliest,
    string? Latest,
    [property: OneOf(nameof(Vocabulary.Precisions))] string? Precision,
    [property: OneOf(nameof(Vocabulary.Extents))] string Extent,
    string? Phrase,
    string? Anchor,
    IReadOnlyList<string> Alternatives,
    IReadOnlyList<IReadOnlyList<int>> Spans,
    IReadOnlyList<ResponseParticipant> Actors,
    IReadOnlyList<int> Claims
)
{
    internal static ResponseEvent Create(ExtractionResult read, ExtractedEvent found, int index, IngestResult? stored) =>
        new(
            Id: stored?.Event(index) is { } key ? Ids.Text(Ids.Event, key) : null,
            Title: stored?.Titles.GetValueOrDefault(index) ?? found.Title,
            Kind: found.Kind,
            Date: found.Date?.ToString(),
            Earliest: found.Date?.Earliest?.ToString(),
            Latest: found.Date?.Latest?.ToString(),
            Precision: found.Date is { } date ? Vocabulary.PrecisionName(date.Precision) : null,
            Extent: found.Extent,
            Phrase: found.Phrase,
            Anchor: found.Anchor?.ToString(),
            Alternatives: [.. found.Alternatives.Select(other => other.ToString())],
            Spans: SpanPairs.From(found.Expressions.Select(i => read.Expressions[i].Span)),
            Actors:
            [
                .. found.Actors.Select(part => new ResponseParticipant(
                    Id: stored?.Actors.GetValueOrDefault(part.Actor),
                    Name: read.Actors[part.Actor].Name,
                    Roles: part.Roles
                )),
            ],
            Claims: found.Claims
        );
}

/// <summary>An actor's part in an event.</summary>
public sealed record ResponseParticipant(string? Id, string Name, [property: OneOf(nameof(Vocabulary.Roles))] IReadOnlyList<string> Roles);
