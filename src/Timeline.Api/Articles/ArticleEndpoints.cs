using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Articles;

/// <summary>The sources, and where in them each claim stands.</summary>
public static class ArticleEndpoints
{
    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("/articles").WithTags("Articles");
        articles
            .MapRead("", ListArticles)
            .WithName("listArticles")
            .WithParameters(ArticleQuery.Parameters)
            .WithSummary("Lists articles by date of publication")
            .WithDescription("Newest first. A list leaves the texts out.");
        articles
            .MapRead("/{id}", GetArticle)
            .WithName("getArticle")
            .WithParameters([TimelineQuery.FieldsOf with { Example = "id,title,published" }, TimelineQuery.ReviewIs])
            .WithSummary("Shows one article")
            .WithIds(PathId.Article);
        articles
            .MapRead("/{id}/annotations", ListAnnotations)
            .WithName("listAnnotations")
            .WithParameters([
                TimelineQuery.LimitTo with
                {
                    Default = "500",
                    Example = "500",
                },
                TimelineQuery.CursorAt,
                TimelineQuery.ReviewIs,
            ])
            .WithSummary("Lists the places of an article that claims stand on")
            .WithDescription("W3C Web Annotations in the order of the text. The quoted words are left out where the text may not be shown.")
            .WithIds(PathId.Article);
    }

    private static Task<ConditionalResult<Page<Article>>> ListArticles(ArticleQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var tag = ConditionalResult.ListTag(snapshot, query.Visibility);
                return ConditionalResult.ClientHas(http, tag)
                    ? ConditionalResult.NotModified<Article>(tag)
                    : ConditionalResult.List(http, tag, Read(snapshot, query, query.Visibility), query.Fields);
            },
            http.RequestAborted
        );

    private static async Task<ConditionalResult<Article>> GetArticle(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names("fields", Json.Members<Article>(), "unknown_field");
        var view = query.Visibility();
        query.ThrowIfInvalid();
        return await store.Read(snapshot => ConditionalResult.Single(Find(snapshot, id, view), fields), http.RequestAborted);
    }

    /// <summary>The article as the reader sees it; 404 or 410 where he does not.</summary>
    public static Article Find(Snapshot snapshot, string id, Visibility view) =>
        EntityLookup.Require(
            snapshot,
            Ids.Article,
            id,
            view,
            number => snapshot.QuerySingleOrDefault<Article>(ArticleSql.Single(number, view))
        );

    private static async Task<ConditionalResult<Page<Annotation>>> ListAnnotations(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var limit = query.Integer("limit", 1, 500, 500);
        var after = query.After<long[]>(key => key.Length == 2);
        var view = query.Visibility();
        query.ThrowIfInvalid();
        return await store.Read(
            snapshot =>
            {
                var article = EntityLookup.RequireVisible(snapshot, Ids.Article, id, view);
                var tag = ConditionalResult.ListTag(snapshot, view);
                if (ConditionalResult.ClientHas(http, tag))
                    return ConditionalResult.NotModified<Annotation>(tag);
                var places = snapshot.Query<AnnotationRow>(AnnotationSql.ForArticle(article, view));
                var ordered = places
                    .OrderBy(row => row.Start)
                    .ThenBy(row => row.Key)
                    .Where(row => after is not [var start, var key] || (row.Start, row.Key).CompareTo(((int)start, key)) > 0)
                    .ToList();
                var items = ordered.Take(limit).ToList();
                return ConditionalResult.List(
                    http,
                    tag,
                    new Page<Annotation>
                    {
                        Items = [.. items.Select(row => row.Annotation)],
                        NextCursor = ordered.Count > limit ? query.Cursor.Write<long[]>([items[^1].Start, items[^1].Key]) : null,
                    },
                    null
                );
            },
            http.RequestAborted
        );
    }

    private static Page<Article> Read(Snapshot snapshot, ArticleQuery query, Visibility view)
    {
        var rows = snapshot.Query<Article>(ArticleSql.List(query, view, snapshot.Dialect));
        var items = rows.Count > query.Limit ? rows[..query.Limit] : rows;
        var total = query.Count ? (int)snapshot.QueryNumber(ArticleSql.Count(query, view, snapshot.Dialect)) : (int?)null;
        return new Page<Article>
        {
            Items = items,
            NextCursor =
                rows.Count <= query.Limit
                    ? null
                    : query.Cursor.Write<long[]>(query.Sort == "-updated" ? [items[^1].Seq] : [items[^1].PublishedDay, items[^1].Key]),
            Hints = query.Words is { Count: 0 } ? [new Hint("no_words", "'q' holds no letter or digit to look for.")] : [],
            Total = total is { } many ? Math.Min(many, IndexScan.ExactCountLimit) : null,
            TotalIsExact = total is { } counted ? counted <= IndexScan.ExactCountLimit : null,
        };
    }
}
