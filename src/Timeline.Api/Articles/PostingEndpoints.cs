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
        articles
            .MapPost("/extractions", Extract)
            .WithName("extractArticle")
            .Takes([TimelineQuery.FieldsOf with { Example = "events,claims" }])
            .TakesBody<ArticleBody>("article")
            .Fails(429, 503)
            .WithSummary("Reads an article without storing anything")
            .WithDescription(
                "Gives the dated events, attributed claims and actors of an article, each with its place in the text. Needs no key; nothing is stored, nothing is fetched."
            );
        articles
            .MapPost("/articles", Post)
            .WithName("postArticle")
            .Takes([
                new("review", "`accepted` makes public at once what is read; takes a key with the scope `review`.")
                {
                    Choices = ["proposed", "accepted"],
                    Default = "proposed",
                },
            ])
            .TakesBody<ArticleBody>("article")
            .NeedsKey("write")
            .Fails(410, 429)
            .WithSummary("Reads an article and stores it with what was read, as proposals")
            .WithDescription(
                "201 for a new text; 200 with `created: false` where the same text is stored already; the same `url` with another text is a new version, with `replaces`. One request is one transaction. `Idempotency-Key` is honoured."
            );
        articles
            .MapPatch("/articles/{id}", Patch)
            .WithName("changeArticle")
            .Takes([])
            .TakesBody<ArticlePatch>("article-patch")
            .NeedsKey("write")
            .WithIds(("id", "Id of the article", Samples.Article))
            .WithSummary("Changes what is known about an article, and the rights to its text")
            .WithDescription(
                "A JSON merge patch (RFC 7396); takes `If-Match`. With `textRights` set to `none` the text and the quotes from it are deleted."
            );
        articles
            .MapDelete("/articles/{id}", Delete)
            .WithName("deleteArticle")
            .Takes([])
            .NeedsKey("write")
            .WithIds(("id", "Id of the article", Samples.Article))
            .WithSummary("Deletes an article with its claims")
            .WithDescription("Events that stand on no other article's claims go with it. Takes `If-Match`.");
    }

    private static async Task<Reply<Reading>> Extract(HttpContext http, ArticleReader reader)
    {
        var query = await QueryReader.Of(http);
        var fields = query.Names("fields", Json.Members<Reading>(), "unknown_field");
        query.Check();
        var (submission, read) = await reader.Read(await Bodies.Json(http), http.RequestAborted);
        return Reply.One(Reading.Of(submission, read, null), fields);
    }

    private static async Task<Results<Created<Reading>, Ok<Reading>>> Post(
        HttpContext http,
        ArticleReader reader,
        Store store,
        TimeProvider time,
        Settings settings
    )
    {
        var query = await QueryReader.Of(http);
        query.Caller.Need("write");
        var review = query.Choice("review", ["proposed", "accepted"], settings.AutoAccept ? "accepted" : "proposed");
        query.Check();
        if (review == "accepted" && !settings.AutoAccept)
            query.Caller.Need("review");
        var (body, hash) = await Bodies.JsonWithHash(http);
        using var held = Idempotency.Hold(http, query.Caller);
        if (
            held is not null
            && await store.Read(snapshot => Again(snapshot, held.Earlier(snapshot, hash)), http.RequestAborted) is { } earlier
        )
        {
            return earlier;
        }

        var (submission, read) = await reader.Read(body, http.RequestAborted);
        var (reading, location) = await store.Write(
            query.Caller.Name,
            ledger =>
            {
                var filed = Filing.File(ledger, submission, read, review, Own(query.Caller));
                var answer = Reading.Of(submission, read, filed);
                var address = $"/v1/articles/{answer.Article.Id}";
                var remembered = submission.Rights == "none" ? answer with { Text = "" } : answer;
                held?.Remember(
                    ledger,
                    time,
                    hash,
                    new Answered
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
    private static Results<Created<Reading>, Ok<Reading>>? Again(Snapshot snapshot, Answered? earlier)
    {
        if (earlier is null)
            return null;
        var created = earlier.Status == 201;
        var reading =
            earlier.Body == ""
                ? Reading.Erased(ArticleEndpoints.Find(snapshot, Ids.Text(Ids.Article, earlier.Article), View.Everything), created)
                : JsonSerializer.Deserialize<Reading>(earlier.Body, Json.Options)!;
        return created ? TypedResults.Created(earlier.Location, reading) : TypedResults.Ok(reading);
    }

    private static async Task<Reply<Article>> Patch(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Of(http);
        query.Caller.Need("write");
        query.Check();
        var body = await Bodies.Json(http);
        return await store.Write(
            query.Caller.Name,
            ledger =>
            {
                var old = ToChange(http, query.Caller, ledger.Now, id);
                var row = ArticlePatch.Apply(body, old);
                if (row.Rights != old.TextRights)
                {
                    var own = Retitling.Remake(ledger, old, row.Rights);
                    if (row.TitleFrom == "machine")
                        row = row with { Title = own };
                }

                ledger.Change(row);
                return Reply.One(ArticleEndpoints.Find(ledger.Now, id, View.Everything));
            },
            http.RequestAborted
        );
    }

    private static async Task<NoContent> Delete(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Of(http);
        query.Caller.Need("write");
        query.Check();
        await store.Write(
            query.Caller.Name,
            ledger =>
            {
                var article = ToChange(http, query.Caller, ledger.Now, id).Key;
                Retitling.Remove(ledger, article);
                ledger.DeleteArticle(article);
                return true;
            },
            http.RequestAborted
        );
        return TypedResults.NoContent();
    }

    /// <summary>What the holder of a key may see at most.</summary>
    private static View Own(Caller caller) => caller.Has("review") ? View.Everything : new View("proposed", null, caller.Name);

    /// <summary>
    /// The article as it is now, if the caller may change it and has seen it so. The holder of a key with only <c>write</c> may
    /// change what he posted himself and nobody has decided on.
    /// </summary>
    private static Article ToChange(HttpContext http, Caller caller, Snapshot snapshot, string id)
    {
        var whole = ArticleEndpoints.Find(snapshot, id, Own(caller));
        if (!caller.Has("review") && (whole.Owner != caller.Name || snapshot.Number(ArticleSql.Decided(whole.Key)) > 0))
            caller.Need("review");
        if (snapshot.One<Article>(ArticleSql.One(whole.Key, View.Public)) is { } seen)
            Preconditions.Check(http, seen, whole);
        else
            Preconditions.Check(http, whole);
        return whole;
    }
}
