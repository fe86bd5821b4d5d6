using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>One attribution, in tokens of its document.</summary>
/// <param name="Source">The source as the text names it there, appositions included; null where it is left open ("is expected to").</param>
/// <param name="SourceHead">The words to identify the source by: for "who" what it refers to, else the head of
/// <paramref name="Source"/>.</param>
/// <param name="Via">The medium or agency that passed it on.</param>
/// <param name="Content">What is said, in parts where the cue stands between.</param>
/// <param name="IsDirect">Whether any of it is the source's own words.</param>
/// <param name="RespondsTo">Index of the claim that it answers, in the same list.</param>
public sealed record Attribution(
    TokenSpan? Source,
    TokenSpan? SourceHead,
    TokenSpan? Via,
    TokenSpan Cue,
    IReadOnlyList<TokenSpan> Content,
    bool IsDirect,
    Stance Stance,
    AttributionManner Manner,
    int? RespondsTo
);
