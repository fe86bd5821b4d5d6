using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>
/// Words that tell a time: their EDTF date with its bounds, null where they date nothing, and their TIMEX3 type and value.
/// </summary>
public sealed record ResponseExpression(
    int Start,
    int End,
    string Phrase,
    string? Date,
    string? Earliest,
    string? Latest,
    string? Anchor,
    IReadOnlyList<string> Alternatives,
    Timex Timex
)
{
    internal static ResponseExpression Create(TimeExpression found) =>
        new(
            Start: found.Span.Start,
            End: found.Span.End,
            Phrase: found.Phrase,
            Date: found.Date?.ToString(),
            Earliest: found.Date?.Earliest?.ToString(),
            Latest: found.Date?.Latest?.ToString(),
            Anchor: found.Anchor?.ToString(),
            Alternatives: [.. found.Alternatives.Select(date => date.ToString())],
            Timex: new Timex(found.TimexType, found.TimexValue)
        );
}

/// <summary>TIMEX3 (ISO-TimeML): <c>DATE</c>, <c>TIME</c>, <c>DURATION</c> or <c>SET</c>, and its value.</summary>
public sealed record Timex(string Type, string Value);
