using Timeline.Api.Domain;

namespace Timeline.Api.Articles;

/// <summary>The members of an article on a line of the import format.</summary>
public static class ArticleMembers
{
    public static LineFormat<Article> Line { get; } =
        new()
        {
            Given =
            [
                ("id", article => article.Id),
                ("title", article => article.Title),
                ("publisher", article => article.Publisher),
                ("agency", article => article.Agency),
                ("byline", article => article.Byline),
                ("url", article => article.Url),
                ("published", article => article.Published),
                ("language", article => article.Language),
                ("sha256", article => article.Sha256),
                ("textRights", article => article.TextRights),
                ("text", article => article.Text),
            ],
            Derived = ["eventCount", "claimCount", "replaces", "version", "createdAt", "updatedAt"],
        };
}
