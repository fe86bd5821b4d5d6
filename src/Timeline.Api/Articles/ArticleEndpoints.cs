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
            .MapMethods("", RouteDeclarations.Reading, ListArticles)
            .WithName("listArticles")
            .WithParameters(ArticleQuery.Parameters)
            .WithSummary("Lists articles by date of publication")
            .WithDescription("Newest first. A list leaves the texts out.");
        articles
            .MapMethods("/{id}", RouteDeclarations.Reading, GetArticle)
            .WithName("getArticle")
            .WithParameters([ArticleQuery.SingleFields, TimelineParameters.Review])
            .WithSummary("Shows one article")
            .WithIds(PathId.Article);
        articles
            .MapMethods("/{id}/annotations", RouteDeclarations.Reading, ListAnnotations)
            .WithName("listAnnotations")
            .WithParameters(AnnotationQuery.Parameters)
            .WithSummary("Lists the places of an article that claims stand on")
            .WithDescription("W3C Web Annotations in the order of the text. The quoted words are left out where the text may not be shown.")
            .WithIds(PathId.Article);
    }

    private static Task<ConditionalResult<Page<Article>>> ListArticles(ArticleQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
                ConditionalResult.List<Article>(
                    http,
                    ListTag.For(snapshot, query.Visibility),
                    () => ArticleReader.ReadPage(snapshot, query),
                    query.SelectedMembers
                ),
            http.RequestAborted
        );

    private static async Task<ConditionalResult<Article>> GetArticle(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names(ArticleQuery.SingleFields);
        var visibility = VisibilityReader.Read(query);
        query.ThrowIfInvalid();
        return await store.Read(
            snapshot => ConditionalResult.Single(ArticleReader.Require(snapshot, id, visibility), fields),
            http.RequestAborted
        );
    }

    private static Task<ConditionalResult<Page<Annotation>>> ListAnnotations(
        string id,
        AnnotationQuery query,
        Store store,
        HttpContext http
    ) =>
        store.Read(
            snapshot =>
            {
                var article = EntityLookup.RequireVisible(snapshot, Ids.Article, id, query.Visibility);
                return ConditionalResult.List<Annotation>(
                    http,
                    ListTag.For(snapshot, query.Visibility),
                    () => ArticleReader.ReadAnnotations(snapshot, article, query),
                    null
                );
            },
            http.RequestAborted
        );
}
