using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>Spans as the API writes them: pairs of a start and an exclusive end.</summary>
internal static class SpanPairs
{
    public static IReadOnlyList<IReadOnlyList<int>> From(IEnumerable<TextSpan> spans) =>
        [.. spans.Select(span => (IReadOnlyList<int>)[span.Start, span.End])];
}
