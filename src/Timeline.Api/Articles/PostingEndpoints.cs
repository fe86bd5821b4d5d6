using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Articles;

/// <summary>Articles in: read at once, or stored as proposals; and what is known about them, changed or taken away.</summary>
public static class PostingEndpoints
{
    public static void MapPosting(this IEndpointRouteBuilder api)
    {
        var articles = api.MapGroup("").WithTags("Articles");
        articles.MapPost("/extractions", Extract).WithName("extractArticle").Takes([TimelineQuery.FieldsOf with { Example = "events,claims" }]).TakesBody<ArticleBody>("article").Fails(400, 413, 415, 429, 503)
            .WithSummary("Reads an article without storing anything")
            .WithDescription("Gives the dated events, attributed claims and actors of an article, each with its place in the text. Needs no key; nothing is stored, nothing is fetched.");
        articles.MapPost("/articles", Post).WithName("postArticle").Takes([new("review", "`accepted` makes public at once what is read; takes a key with the scope `review`.") { Choices = ["proposed", "accepted"], Default = "proposed" }])
            .TakesBody<ArticleBody>("article").NeedsKey("write").Fails(400, 401, 403, 409, 413, 415, 422, 429, 503, 507)
            .WithSummary("Reads an article and stores it with what was read, as proposals")
            .WithDescription("201 for a new text; 200 with `created: false` where the same text is stored already; the same `url` with another text is a new version, with `replaces`. One request is one transaction. `Idempotency-Key` is honoured.");
        articles.MapPatch("/articles/{id}", Patch).WithName("changeArticle").Takes([]).TakesBody<ArticlePatch>("article-patch").NeedsKey("write").WithIds(("id", "Id of the article", Samples.Article)).Fails(400, 401, 403, 404, 410, 412, 415, 428)
            .WithSummary("Changes what is known about an article, and the rights to its text")
            .WithDescription("A JSON merge patch (RFC 7396); takes `If-Match`. With `textRights` set to `none` the text and the quotes from it are deleted.");
        articles.MapDelete("/articles/{id}", Delete).WithName("deleteArticle").Takes([]).NeedsKey("write").WithIds(("id", "Id of the article", Samples.Article)).Fails(401, 403, 404, 410, 412, 428)
            .WithSummary("Deletes an article with its claims").WithDescription("Events that stand on no other article's claims go with it. Takes `If-Match`.");
    }

    private static async Task<Reply<Reading>> Extract(HttpContext http, ArticleReader reader)
    {
        var query = await QueryReader.Of(http);
        var fields = query.Names("fields", Json.Members<Reading>(), "unknown_field");
        query.Check();
        var (submission, read) = await reader.Read(await Bodies.Json(http), http.RequestAborted);
        return Reply.One(Reading.Of(submission, read, null), fields);
    }

    private static async Task<Results<Created<Reading>, Ok<Reading>>> Post(HttpContext http, ArticleReader reader, Store store, TimeProvider time, Settings settings)
    {
        var query = await QueryReader.Of(http);
        query.Caller.Need("write");
        var review = query.Choice("review", ["proposed", "accepted"], settings.AutoAccept ? "accepted" : "proposed");
        query.Check();
        if (review == "accepted" && !settings.AutoAccept) query.Caller.Need("review");
        var (body, hash) = await Bodies.JsonWithHash(http);
        using var held = Idempotency.Hold(http, query.Caller);
        if (held is not null && await store.Read(snapshot => held.Earlier(snapshot, hash), http.RequestAborted) is { } earlier) return Again(earlier);
        var (submission, read) = await reader.Read(body, http.RequestAborted);
        var (reading, location) = await store.Write(query.Caller.Name, ledger =>
        {
            var filed = Filing.File(ledger, time, submission, read, review);
            var answer = Reading.Of(submission, read, filed);
            var address = $"/v1/articles/{answer.Article.Id}";
            var remembered = submission.Rights == "none" ? answer with { Text = "" } : answer;
            held?.Remember(ledger, time, hash, filed.Created ? 201 : 200, address, JsonSerializer.Serialize(remembered, Json.Options));
            return (answer, address);
        }, http.RequestAborted);
        return reading.Created == true ? TypedResults.Created(location, reading) : TypedResults.Ok(reading);
    }

    private static Results<Created<Reading>, Ok<Reading>> Again(Answered earlier)
    {
        var reading = JsonSerializer.Deserialize<Reading>(earlier.Body, Json.Options)!;
        return earlier.Status == 201 ? TypedResults.Created(earlier.Location, reading) : TypedResults.Ok(reading);
    }

    private static async Task<Reply<Article>> Patch(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Of(http);
        query.Caller.Need("write");
        query.Check();
        var body = await Bodies.Json(http);
        return await store.Write(query.Caller.Name, ledger =>
        {
            var article = Current(http, ledger.Now, id);
            ledger.Change(ArticlePatch.Apply(body, article));
            return Reply.One(ArticleEndpoints.Find(ledger.Now, id, new View("any")));
        }, http.RequestAborted);
    }

    private static async Task<NoContent> Delete(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Of(http);
        query.Caller.Need("write");
        query.Check();
        await store.Write(query.Caller.Name, ledger =>
        {
            ledger.DeleteArticle(Current(http, ledger.Now, id).Key);
            return true;
        }, http.RequestAborted);
        return TypedResults.NoContent();
    }

    /// <summary>The article as it is now, if the caller has seen it so.</summary>
    private static Article Current(HttpContext http, Snapshot snapshot, string id)
    {
        var whole = ArticleEndpoints.Find(snapshot, id, new View("any"));
        if (snapshot.One<Article>(ArticleSql.One(whole.Key, View.Public)) is { } seen) Preconditions.Check(http, seen, whole);
        else Preconditions.Check(http, whole);
        return whole;
    }
}
