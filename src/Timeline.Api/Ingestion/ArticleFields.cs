using System.ComponentModel.DataAnnotations;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Ingestion.Markup;

namespace Timeline.Api.Ingestion;

/// <summary>An article to read: exactly one of <c>text</c>, <c>markdown</c> and <c>html</c>, and when it was published.</summary>
public sealed record ArticleFields
{
    /// <summary>Plain text, up to 400,000 characters.</summary>
    [StringLength(CleanedText.MaxLength)]
    public string? Text { get; init; }

    /// <summary>
    /// Markdown (CommonMark), up to 1,000,000 characters, its text as long as plain text may be; spans point into the text without
    /// its marks.
    /// </summary>
    [StringLength(MarkupLimits.Longest)]
    public string? Markdown { get; init; }

    /// <summary>
    /// HTML, up to 1,000,000 characters and 15,000 elements, nested no deeper than 128; navigation, advertisements and the like are
    /// removed.
    /// </summary>
    [StringLength(MarkupLimits.Longest)]
    public string? Html { get; init; }

    /// <summary>
    /// A day (<c>2025-02-09</c>) or an instant of RFC 3339 (<c>2025-02-09T06:30:00Z</c>; no leap second): what "on Sunday" is read
    /// against.
    /// </summary>
    [StringLength(1_000), SingleLine]
    public required string Published { get; init; }

    /// <summary>Default: what the HTML says, or the first line.</summary>
    [StringLength(1_000), SingleLine]
    public string? Title { get; init; }

    [StringLength(1_000)]
    public string? Publisher { get; init; }

    [StringLength(1_000)]
    public string? Agency { get; init; }

    [StringLength(1_000)]
    public string? Byline { get; init; }

    /// <summary>Where it is; nothing is fetched from there.</summary>
    [StringLength(4_000)]
    public string? Url { get; init; }

    /// <summary>BCP 47; default <c>en</c>, the only language that is read.</summary>
    [StringLength(35)]
    public string Language { get; init; } = "en";

    /// <summary>What may be done with the text; default <c>quote</c>.</summary>
    [OneOf(nameof(Vocabulary.Rights))]
    public string TextRights { get; init; } = Vocabulary.DefaultRights;
}
