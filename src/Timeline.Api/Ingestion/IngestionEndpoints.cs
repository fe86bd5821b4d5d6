using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Hosting;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>Articles in: read at once, or stored as proposals; and what is known about them, changed or taken away.</summary>
public static class IngestionEndpoints
{
    public static void MapIngestion(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("").WithTags("Articles");
        articles
            .MapPost("/extractions", ExtractArticle)
            .WithName("extractArticle")
            .WithParameters([TimelineQuery.FieldsOf with { Example = "events,claims" }])
            .WithBody<ArticleFields>("article")
            .WithFailures(429, 503)
            .WithSummary("Reads an article without storing anything")
            .WithDescription(
                "Gives the dated events, attributed claims and actors of an article, each with its place in the text. Needs no key; nothing is stored, nothing is fetched."
            );
        articles
            .MapPost("/articles", PostArticle)
            .WithName("postArticle")
            .WithParameters([
                new("review", "`accepted` makes public at once what is read; takes a key with the scope `review`.")
                {
                    Choices = ["proposed", "accepted"],
                    Default = "proposed",
                },
            ])
            .WithBody<ArticleFields>("article")
            .RequireKey("write")
            .WithFailures(410, 429)
            .WithSummary("Reads an article and stores it with what was read, as proposals")
            .WithDescription(
                "201 for a new text; 200 with `created: false` where the same text is stored already; the same `url` with another text is a new version, with `replaces`. One request is one transaction. `Idempotency-Key` is honoured."
            );
        articles
            .MapPatch("/articles/{id}", PatchArticle)
            .WithName("changeArticle")
            .WithParameters([])
            .WithBody<ArticlePatch>("article-patch")
            .RequireKey("write")
            .WithIds(("id", "Id of the article", SampleIds.Article))
            .WithSummary("Changes what is known about an article, and the rights to its text")
            .WithDescription(
                "A JSON merge patch (RFC 7396); takes `If-Match`. With `textRights` set to `none` the text and the quotes from it are deleted."
            );
        articles
            .MapDelete("/articles/{id}", DeleteArticle)
            .WithName("deleteArticle")
            .WithParameters([])
            .RequireKey("write")
            .WithIds(("id", "Id of the article", SampleIds.Article))
            .WithSummary("Deletes an article with its claims")
            .WithDescription("Events that stand on no other article's claims go with it. Takes `If-Match`.");
    }

    private static async Task<ConditionalResult<ExtractionResponse>> ExtractArticle(HttpContext http, ExtractionGate reader)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names("fields", Json.Members<ExtractionResponse>(), "unknown_field");
        query.ThrowIfInvalid();
        var (submission, read) = await reader.Extract(await RequestBody.ReadJson(http), http.RequestAborted);
        return ConditionalResult.Single(ExtractionResponse.Create(submission, read, null), fields);
    }

    private static async Task<Results<Created<ExtractionResponse>, Ok<ExtractionResponse>>> PostArticle(
        HttpContext http,
        ExtractionGate reader,
        Store store,
        TimeProvider time,
        Settings settings
    )
    {
        var query = await QueryReader.Create(http);
        query.Caller.RequireScope("write");
        var review = query.Choice("review", ["proposed", "accepted"], settings.AutoAccept ? "accepted" : "proposed");
        query.ThrowIfInvalid();
        if (review == "accepted" && !settings.AutoAccept)
            query.Caller.RequireScope("review");
        var (body, hash) = await RequestBody.ReadJsonWithHash(http);
        using var held = Idempotency.Hold(http, query.Caller);
        if (
            held is not null
            && await store.Read(snapshot => RepeatedReply(snapshot, held.FindReply(snapshot, hash)), http.RequestAborted) is { } earlier
        )
        {
            return earlier;
        }

        var (submission, read) = await reader.Extract(body, http.RequestAborted);
        var (reading, location) = await store.Write(
            query.Caller.Name,
            ledger =>
            {
                var filed = ArticleIngest.Ingest(ledger, submission, read, review, VisibleTo(query.Caller));
                var answer = ExtractionResponse.Create(submission, read, filed);
                var address = $"/v1/articles/{answer.Article.Id}";
                var remembered = submission.Rights == "none" ? answer with { Text = "" } : answer;
                held?.Remember(
                    ledger,
                    time,
                    hash,
                    new RememberedReply
                    {
                        Status = filed.Created ? 201 : 200,
                        Location = address,
                        Body = JsonSerializer.Serialize(remembered, Json.Options),
                        Article = filed.Article,
                    }
                );
                return (answer, address);
            },
            http.RequestAborted
        );
        return reading.Created == true ? TypedResults.Created(location, reading) : TypedResults.Ok(reading);
    }

    /// <summary>The answer that was given before; without what was read where its words were erased since.</summary>
    private static Results<Created<ExtractionResponse>, Ok<ExtractionResponse>>? RepeatedReply(Snapshot snapshot, RememberedReply? earlier)
    {
        if (earlier is null)
            return null;
        var created = earlier.Status == 201;
        var reading =
            earlier.Body == ""
                ? ExtractionResponse.WithoutWords(
                    ArticleEndpoints.Find(snapshot, Ids.Text(Ids.Article, earlier.Article), Visibility.Everything),
                    created
                )
                : JsonSerializer.Deserialize<ExtractionResponse>(earlier.Body, Json.Options)!;
        return created ? TypedResults.Created(earlier.Location, reading) : TypedResults.Ok(reading);
    }

    private static async Task<ConditionalResult<Article>> PatchArticle(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        query.Caller.RequireScope("write");
        query.ThrowIfInvalid();
        var body = await RequestBody.ReadJson(http);
        return await store.Write(
            query.Caller.Name,
            ledger =>
            {
                var old = FindForChange(http, query.Caller, ledger.Snapshot, id);
                var row = ArticlePatch.Apply(body, old);
                if (row.Rights != old.TextRights)
                {
                    var own = MachineTitleUpdate.Update(ledger, old, row.Rights);
                    if (row.TitleFrom == "machine")
                        row = row with { Title = own };
                }

                ledger.UpdateArticle(row);
                return ConditionalResult.Single(ArticleEndpoints.Find(ledger.Snapshot, id, Visibility.Everything));
            },
            http.RequestAborted
        );
    }

    private static async Task<NoContent> DeleteArticle(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        query.Caller.RequireScope("write");
        query.ThrowIfInvalid();
        await store.Write(
            query.Caller.Name,
            ledger =>
            {
                var article = FindForChange(http, query.Caller, ledger.Snapshot, id).Key;
                MachineTitleUpdate.Remove(ledger, article);
                ledger.DeleteArticle(article);
                return true;
            },
            http.RequestAborted
        );
        return TypedResults.NoContent();
    }

    /// <summary>What the holder of a key may see at most.</summary>
    private static Visibility VisibleTo(Caller caller) =>
        caller.HasScope("review") ? Visibility.Everything : new Visibility("proposed", null, caller.Name);

    /// <summary>
    /// The article as it is now, if the caller may change it and has seen it so. The holder of a key with only <c>write</c> may
    /// change what he posted himself and nobody has decided on.
    /// </summary>
    private static Article FindForChange(HttpContext http, Caller caller, Snapshot snapshot, string id)
    {
        var whole = ArticleEndpoints.Find(snapshot, id, VisibleTo(caller));
        if (!caller.HasScope("review") && (whole.Owner != caller.Name || snapshot.QueryNumber(ArticleSql.Decided(whole.Key)) > 0))
            caller.RequireScope("review");
        if (snapshot.QuerySingleOrDefault<Article>(ArticleSql.Single(whole.Key, Visibility.Public)) is { } seen)
            Preconditions.Check(http, seen, whole);
        else
            Preconditions.Check(http, whole);
        return whole;
    }
}
