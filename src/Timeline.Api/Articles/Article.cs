using System.Text.Json.Serialization;
using Timeline.Api.Domain;

namespace Timeline.Api.Articles;

/// <summary>A source document.</summary>
public sealed record Article
{
    public string Id => Ids.Text(Ids.Article, Key);

    public string Title { get; init; } = "";

    /// <summary>
    /// <c>machine</c>: made of the words of the text, and bounded by the rights to it; <c>person</c>: given with the article, or
    /// changed since.
    /// </summary>
    public string TitleFrom { get; init; } = "";

    public string? Publisher { get; init; }

    public string? Agency { get; init; }

    public string? Byline { get; init; }

    public string? Url { get; init; }

    /// <summary>A day or an instant.</summary>
    public string Published { get; init; } = "";

    public string Language { get; init; } = "";

    /// <summary>SHA-256 of its text in UTF-8, lower-case hexadecimal: what its claims' spans point into.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Whether its text is kept, and whether anyone may read it here.</summary>
    [OneOf(nameof(Vocabulary.Rights))]
    public string TextRights { get; init; } = "";

    /// <summary>The article that this one is a new version of.</summary>
    public string? Replaces => ReplacesKey is { } key ? Ids.Text(Ids.Article, key) : null;

    public int EventCount { get; init; }

    public int ClaimCount { get; init; }

    public int Version { get; init; }

    public string CreatedAt { get; init; } = "";

    public string UpdatedAt { get; init; } = "";

    /// <summary>The text, where anyone may read it; a single article carries it, a list does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Who posted it, as the change log names him.</summary>
    [JsonIgnore]
    public string Owner { get; init; } = "";

    [JsonIgnore]
    public long Key { get; init; }

    [JsonIgnore]
    public long PublishedDay { get; init; }

    [JsonIgnore]
    public long? ReplacesKey { get; init; }

    [JsonIgnore]
    public long Seq { get; init; }
}
