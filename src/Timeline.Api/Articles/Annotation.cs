using System.Text.Json.Serialization;
using Timeline.Api.Domain;

namespace Timeline.Api.Articles;

/// <summary>A place in an article that a claim stands on (W3C Web Annotation Data Model).</summary>
public sealed record Annotation(string Id, string Motivation, AnnotationBody Body, AnnotationTarget Target)
{
    [JsonPropertyName("@context")]
    public string Context => "http://www.w3.org/ns/anno.jsonld";

    public string Type => "Annotation";
}

/// <summary>What stands there: the claim, the event it is about, who says it and how.</summary>
public sealed record AnnotationBody(
    string Claim,
    string Event,
    string? Speaker,
    [property: OneOf(nameof(Vocabulary.Stances))] string Stance,
    string Title
);

/// <summary>Where: the article, and selectors into its text, offsets in Unicode code points.</summary>
public sealed record AnnotationTarget(string Source, IReadOnlyList<Selector> Selector);

/// <summary>A TextPositionSelector (start, end) or a TextQuoteSelector (exact, prefix, suffix).</summary>
public sealed record Selector(string Type)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Start { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? End { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Exact { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Prefix { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Suffix { get; init; }
}

/// <summary>A claim of the article with what its annotation tells.</summary>
public sealed record AnnotationRow
{
    public long Key { get; init; }

    public long EventKey { get; init; }

    public long ArticleKey { get; init; }

    public string? Speaker { get; init; }

    public string Stance { get; init; } = "";

    public string Title { get; init; } = "";

    public string? QuoteExact { get; init; }

    public string? QuotePrefix { get; init; }

    public string? QuoteSuffix { get; init; }

    public IReadOnlyList<IReadOnlyList<int>> QuoteSpans { get; init; } = [];

    /// <summary>Where the claim begins in the text.</summary>
    public int Start => QuoteSpans is [[var start, _], ..] ? start : 0;

    public Annotation Annotation =>
        new(
            Ids.Text(Ids.Claim, Key),
            "describing",
            new AnnotationBody(Ids.Text(Ids.Claim, Key), Ids.Text(Ids.Event, EventKey), Speaker, Stance, Title),
            new AnnotationTarget(Ids.Text(Ids.Article, ArticleKey), [.. Positions, .. Quotes])
        );

    private IEnumerable<Selector> Positions =>
        QuoteSpans.Select(span => new Selector("TextPositionSelector") { Start = span[0], End = span[1] });

    private IEnumerable<Selector> Quotes =>
        QuoteExact is null
            ? []
            :
            [
                new Selector("TextQuoteSelector")
                {
                    Exact = QuoteExact,
                    Prefix = QuotePrefix,
                    Suffix = QuoteSuffix,
                },
            ];
}
