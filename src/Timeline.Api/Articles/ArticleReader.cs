using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Articles;

/// <summary>Reads articles, for this slice and for others.</summary>
public static class ArticleReader
{
    /// <summary>The article as the reader sees it; a problem 404 or 410 where there is none for him.</summary>
    public static Article Require(Snapshot snapshot, string id, Visibility visibility) =>
        EntityLookup.Require(
            snapshot,
            Ids.Article,
            id,
            visibility,
            number => snapshot.QuerySingleOrDefault<Article>(ArticleSql.Single(number, visibility))
        );

    /// <summary>The article with this key as the reader sees it; null where there is none for him.</summary>
    public static Article? Find(Snapshot snapshot, long key, Visibility visibility) =>
        snapshot.QuerySingleOrDefault<Article>(ArticleSql.Single(key, visibility));

    /// <summary>True where somebody has decided on a claim of the article, or on an event that stands on no other.</summary>
    public static bool IsDecidedOn(Snapshot snapshot, long key) => snapshot.QueryNumber(ArticleSql.Decided(key)) > 0;

    /// <summary>One page of articles.</summary>
    public static Page<Article> ReadPage(Snapshot snapshot, ArticleQuery query)
    {
        var (items, hasMore) = Pager.Cut(snapshot.Query<Article>(ArticleSql.List(query, snapshot.Dialect)), query.Limit);
        var (total, isExact) = Pager.Total(query.Count ? snapshot.QueryNumber(ArticleSql.Count(query, snapshot.Dialect)) : null);
        return new Page<Article>
        {
            Items = items,
            NextCursor = hasMore ? query.Cursor.Write(query.PositionOf(items[^1])) : null,
            Hints = query.Words is { AreNone: true } ? [Hint.NoWords] : [],
            Total = total,
            TotalIsExact = isExact,
        };
    }

    /// <summary>The places of an article that claims stand on, in the order of its text.</summary>
    public static Page<Annotation> ReadAnnotations(Snapshot snapshot, long article, AnnotationQuery query)
    {
        var ordered = snapshot
            .Query<AnnotationRow>(AnnotationSql.ForArticle(article, query.Visibility))
            .OrderBy(row => row.Start)
            .ThenBy(row => row.Key)
            .Where(query.IsAfterCursor)
            .Take(query.Limit + 1)
            .ToList();
        var (rows, hasMore) = Pager.Cut(ordered, query.Limit);
        return new Page<Annotation>
        {
            Items = [.. rows.Select(row => row.Annotation)],
            NextCursor = hasMore ? query.Cursor.Write<long[]>([rows[^1].Start, rows[^1].Key]) : null,
        };
    }
}
