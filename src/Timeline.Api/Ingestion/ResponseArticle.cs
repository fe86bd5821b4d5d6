using Timeline.Api.Articles;
using Timeline.Api.Domain;

namespace Timeline.Api.Ingestion;

/// <summary>The article as sent, with the SHA-256 of its cleaned text.</summary>
public sealed record ResponseArticle(
    string? Id,
    string Title,
    string? Publisher,
    string? Agency,
    string? Byline,
    string? Url,
    string Published,
    string Language,
    string Sha256,
    [property: OneOf(nameof(Vocabulary.Rights))] string TextRights,
    string? Replaces
)
{
    internal static ResponseArticle FromInput(ArticleInput input, IngestResult? stored) =>
        new(
            Id: stored is null ? null : Ids.Text(Ids.Article, stored.Article),
            Title: stored?.Title ?? input.Title ?? input.FirstLine,
            Publisher: input.Publisher,
            Agency: input.Agency,
            Byline: input.Byline,
            Url: input.Url,
            Published: input.Published,
            Language: input.Language,
            Sha256: input.Sha256,
            TextRights: input.Rights,
            Replaces: stored?.Replaces is { } replaced ? Ids.Text(Ids.Article, replaced) : null
        );

    internal static ResponseArticle FromArticle(Article article) =>
        new(
            Id: article.Id,
            Title: article.Title,
            Publisher: article.Publisher,
            Agency: article.Agency,
            Byline: article.Byline,
            Url: article.Url,
            Published: article.Published,
            Language: article.Language,
            Sha256: article.Sha256,
            TextRights: article.TextRights,
            Replaces: article.Replaces
        );
}
