using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>Articles in: read at once, or stored as proposals; and what is known about them, changed or taken away.</summary>
public static class IngestionEndpoints
{
    private static QueryParameter Decision { get; } =
        new("review", "`accepted` makes public at once what is read; takes a key with the scope `review`.")
        {
            Choices = ["proposed", "accepted"],
            Default = "proposed",
        };

    public static void MapIngestion(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("").WithTags("Articles");
        articles
            .MapPost("/extractions", ExtractArticle)
            .WithName("extractArticle")
            .WithParameters([ExtractionResponse.Fields])
            .WithBody<ArticleFields>("article")
            .AllowEveryone()
            .ExtractsArticle()
            .WithSummary("Reads an article without storing anything")
            .WithDescription(
                "Gives the dated events, attributed claims and actors of an article, each with its place in the text. Needs no key; "
                    + "nothing is stored, nothing is fetched."
            );
        articles
            .MapPost("/articles", PostArticle)
            .WithName("postArticle")
            .WithParameters([Decision])
            .WithBody<ArticleFields>("article")
            .RequireKey("write")
            .ExtractsArticle()
            .WithSummary("Reads an article and stores it with what was read, as proposals")
            .WithDescription(
                "201 for a new text; 200 with `created: false` where the same text is stored already; the same `url` with another text "
                    + "is a new version, with `replaces`. One request is one transaction. `Idempotency-Key` is honoured."
            );
        articles
            .MapPatch("/articles/{id}", PatchArticle)
            .WithName("changeArticle")
            .WithParameters([])
            .WithBody<ArticlePatch>("article-patch")
            .RequireKey("write")
            .WithIds(PathId.Article)
            .WithSummary("Changes what is known about an article, and the rights to its text")
            .WithDescription(
                "A JSON merge patch (RFC 7396); takes `If-Match`. With `textRights` set to `none` the text and the quotes from it "
                    + "are deleted."
            );
        articles
            .MapDelete("/articles/{id}", DeleteArticle)
            .WithName("deleteArticle")
            .WithParameters([])
            .RequireKey("write")
            .WithIds(PathId.Article)
            .WithSummary("Deletes an article with its claims")
            .WithDescription("Events without claims of another article are deleted with it. Takes `If-Match`.");
    }

    private static async Task<ConditionalResult<ExtractionResponse>> ExtractArticle(HttpContext http, ExtractionGate gate)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names(ExtractionResponse.Fields);
        query.ThrowIfInvalid();
        var (submission, read) = await gate.Extract(await RequestBody.ReadJson(http), http.RequestAborted);
        return ConditionalResult.Single(ExtractionResponse.Create(submission, read, null), fields);
    }

    private static async Task<Results<Created<ExtractionResponse>, Ok<ExtractionResponse>>> PostArticle(
        HttpContext http,
        ExtractionGate gate,
        Store store,
        TimeProvider time,
        IngestionOptions options
    )
    {
        var query = await QueryReader.Create(http);
        var review = query.OptionalChoice(Decision) ?? (options.AutoAccept ? "accepted" : "proposed");
        query.ThrowIfInvalid();
        if (review == "accepted" && !options.AutoAccept)
            query.Caller.RequireScope("review");
        var (body, hash) = await RequestBody.ReadJsonWithHash(http);
        using var held = Idempotency.Hold(http, query.Caller);
        if (held is not null)
        {
            var earlier = await store.Read(snapshot => RepeatedReply(snapshot, held.FindReply(snapshot, hash)), http.RequestAborted);
            if (earlier is not null)
                return earlier;
        }

        var (submission, read) = await gate.Extract(body, http.RequestAborted);
        var reply = await store.Write(
            query.Caller.Name,
            transaction =>
            {
                var ingested = ArticleIngest.Ingest(transaction, submission, read, review, ArticleChange.VisibleTo(query.Caller));
                var answer = ExtractionResponse.Create(submission, read, ingested);
                held?.Remember(transaction, time, hash, Remembered(answer, ingested.Article, ingested.Created, submission.Rights));
                return answer;
            },
            http.RequestAborted
        );
        return Reply(reply, AddressOf(reply), reply.Created == true);
    }

    private static Results<Created<ExtractionResponse>, Ok<ExtractionResponse>> Reply(
        ExtractionResponse reply,
        string? address,
        bool created
    ) => created ? TypedResults.Created(address, reply) : TypedResults.Ok(reply);

    private static string AddressOf(ExtractionResponse reply) => $"/v1/articles/{reply.Article.Id}";

    /// <summary>The answer as it is kept to be repeated: without the text where that may not be kept.</summary>
    private static RememberedReply Remembered(ExtractionResponse reply, long article, bool created, string rights) =>
        new()
        {
            Status = created ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            Location = AddressOf(reply),
            Body = JsonSerializer.Serialize(Vocabulary.FindRights(rights).KeepsText ? reply : reply with { Text = "" }, Json.Options),
            Article = article,
        };

    /// <summary>The answer that was given before; without what was read where its words were erased since.</summary>
    private static Results<Created<ExtractionResponse>, Ok<ExtractionResponse>>? RepeatedReply(Snapshot snapshot, RememberedReply? earlier)
    {
        if (earlier is null)
            return null;
        var created = earlier.Status == StatusCodes.Status201Created;
        if (earlier.Body != "")
            return Reply(JsonSerializer.Deserialize<ExtractionResponse>(earlier.Body, Json.Options)!, earlier.Location, created);
        var article = ArticleReader.Require(snapshot, Ids.Text(Ids.Article, earlier.Article), Visibility.Everything);
        return Reply(ExtractionResponse.WithoutWords(article, created), earlier.Location, created);
    }

    private static async Task<ConditionalResult<Article>> PatchArticle(string id, HttpContext http, Store store)
    {
        var caller = Caller.Of(http);
        var body = await RequestBody.ReadJson(http);
        var article = await store.Write(
            caller.Name,
            transaction => new ArticleChange(transaction, caller, http).Patch(id, body),
            http.RequestAborted
        );
        return ConditionalResult.Single(article);
    }

    private static async Task<NoContent> DeleteArticle(string id, HttpContext http, Store store)
    {
        var caller = Caller.Of(http);
        await store.Write(caller.Name, transaction => new ArticleChange(transaction, caller, http).Delete(id), http.RequestAborted);
        return TypedResults.NoContent();
    }
}
