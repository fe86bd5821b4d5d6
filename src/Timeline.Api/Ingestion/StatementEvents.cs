using Timeline.Api.Domain;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>Gives every claim an event to stand on: what is about nothing else is about its own saying.</summary>
public static class StatementEvents
{
    private const int LongestTitle = 160;

    /// <summary>The extraction with an undated statement for each claim that has no event.</summary>
    public static ExtractionResult AddTo(ExtractionResult read)
    {
        var text = new CodePoints(read.Text);
        var events = read.Events.ToList();
        var claims = read
            .Claims.Select(
                (claim, i) =>
                {
                    if (claim.Event is not null)
                        return claim;
                    events.Add(Statement(text, claim, i));
                    return claim with { Event = events.Count - 1 };
                }
            )
            .ToList();
        return read with { Claims = claims, Events = events };
    }

    private static ExtractedEvent Statement(CodePoints text, ExtractedClaim claim, int index)
    {
        var places = claim.Source.Concat(claim.Cue).Concat(claim.Content).ToList();
        var title = places.Count == 0 ? "" : text.Slice(places.Min(span => span.Start), places.Max(span => span.End)).Trim();
        IReadOnlyList<EventParticipant> actors = claim.Speaker is { } speaker ? [new EventParticipant(speaker, [Vocabulary.Speaker])] : [];
        return new ExtractedEvent(
            Title: title.Length == 0 ? "A statement" : Ellipsis.Shorten(title, LongestTitle),
            Kind: Vocabulary.Statement,
            Date: null,
            Extent: Vocabulary.Within,
            Phrase: null,
            Anchor: null,
            Alternatives: [],
            Expressions: [],
            Actors: actors,
            Claims: [index]
        );
    }
}
