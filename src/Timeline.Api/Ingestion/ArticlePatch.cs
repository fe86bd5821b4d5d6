using System.ComponentModel.DataAnnotations;
using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>A JSON merge patch of an article: what is absent stays, null deletes.</summary>
public sealed record ArticlePatch
{
    [StringLength(1_000), SingleLine]
    public string Title { get; init; } = "";

    [StringLength(4_000), SingleLine]
    public string? Publisher { get; init; }

    [StringLength(4_000), SingleLine]
    public string? Agency { get; init; }

    [StringLength(4_000), SingleLine]
    public string? Byline { get; init; }

    [StringLength(4_000), SingleLine]
    public string? Url { get; init; }

    [StringLength(35), SingleLine]
    public string Language { get; init; } = "";

    /// <summary>What may be done with the text; one that was not kept cannot be shown.</summary>
    [OneOf(nameof(Vocabulary.Rights))]
    public string TextRights { get; init; } = "";

    /// <summary>The article with the body's patch applied; a <see cref="ProblemException"/> with every fault of it.</summary>
    internal static ArticleRow Apply(JsonBody body, Article old)
    {
        var patched = body.Patch(Create(old));
        var keepsText = Vocabulary.FindRights(patched.TextRights).KeepsText;
        if (keepsText && old.Text is null && patched.TextRights != old.TextRights)
            body.AddFault(nameof(TextRights), FaultCode.InvalidChoice, "The text was not kept.");
        if (patched.Url is { } url && url != old.Url)
            body.CheckAddress(nameof(Url), url);
        body.ThrowIfInvalid();
        return new ArticleRow(
            old.Key,
            patched.Title,
            patched.Publisher,
            patched.Agency,
            patched.Byline,
            patched.Url,
            old.Published,
            old.PublishedDay,
            patched.Language,
            old.Sha256,
            patched.TextRights,
            keepsText ? old.Text : null,
            old.ReplacesKey,
            body.Has(nameof(Title)) ? "person" : old.TitleFrom
        );
    }

    private static ArticlePatch Create(Article article) =>
        new()
        {
            Title = article.Title,
            Publisher = article.Publisher,
            Agency = article.Agency,
            Byline = article.Byline,
            Url = article.Url,
            Language = article.Language,
            TextRights = article.TextRights,
        };
}
