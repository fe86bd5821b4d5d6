using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Claims;

/// <summary>Who said what about an event, and who answered.</summary>
public static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        var claims = api.MapGroup("").WithTags("Claims");
        claims
            .MapReading("/claims", List)
            .WithName("listClaims")
            .Takes(ClaimQuery.Parameters)
            .WithSummary("Lists claims by speaker, stance, date said and more")
            .WithDescription("Newest first, by when it was said. `from` and `to` mean when it was said.");
        claims
            .MapReading("/claims/{id}", One)
            .WithName("getClaim")
            .Takes([TimelineQuery.FieldsOf with { Example = "id,speaker,stance,text" }, TimelineQuery.ReviewIs])
            .WithSummary("Shows one claim")
            .WithIds(("id", "Id of the claim", Samples.Claim));
        claims
            .MapReading("/claims/{id}/responses", Responses)
            .WithName("listResponses")
            .Takes(ClaimQuery.Children)
            .WithSummary("Lists the claims that answer a claim")
            .WithIds(("id", "Id of the claim answered", Samples.Claim));
        claims
            .MapReading("/events/{id}/claims", OfEvent)
            .WithName("listEventClaims")
            .Takes(ClaimQuery.Children)
            .WithSummary("Lists the claims about an event")
            .WithIds(("id", "Id of the event", Samples.Event));
    }

    private static Task<Reply<Page<Claim>>> List(ClaimQuery query, Store store, HttpContext http) =>
        store.Read(snapshot => Answer(snapshot, query, http), http.RequestAborted);

    private static Task<Reply<Page<Claim>>> OfEvent(string id, ClaimQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot => Answer(snapshot, query with { Event = Missing.Seen(snapshot, Ids.Event, id, query.View) }, http),
            http.RequestAborted
        );

    private static Task<Reply<Page<Claim>>> Responses(string id, ClaimQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot => Answer(snapshot, query with { Answered = Missing.Seen(snapshot, Ids.Claim, id, query.View) }, http),
            http.RequestAborted
        );

    private static async Task<Reply<Claim>> One(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Of(http);
        var fields = query.Names("fields", ClaimQuery.Members, "unknown_field");
        var view = query.View();
        query.Check();
        return await store.Read(snapshot => Reply.One(Find(snapshot, id, view), fields), http.RequestAborted);
    }

    /// <summary>The claim as the reader sees it; 404 or 410 where he does not.</summary>
    public static Claim Find(Snapshot snapshot, string id, View view) =>
        Missing.Known(snapshot, Ids.Claim, id, view, number => snapshot.One<Claim>(ClaimSql.One(number, view)));

    private static Reply<Page<Claim>> Answer(Snapshot snapshot, ClaimQuery query, HttpContext http)
    {
        var tag = Reply.ListTag(snapshot, query.View);
        return Reply.IsKnown(http, tag) ? Reply.Unchanged<Claim>(tag) : Reply.List(http, tag, Read(snapshot, query), query.Fields);
    }

    private static Page<Claim> Read(Snapshot snapshot, ClaimQuery query)
    {
        var asked = new Asked<ClaimQuery>(snapshot, query);
        return asked.Page(
            snapshot,
            asked.IsEmpty ? [] : ClaimSql.Walks(asked),
            walks =>
                query.Sort switch
                {
                    "-updated" => snapshot.Query<Claim>(ClaimSql.Updated(asked)),
                    "relevance" => snapshot.Query<Claim>(ClaimSql.Relevant(asked)),
                    _ => Walk.Read<Claim>(
                        snapshot,
                        walks,
                        query.Window,
                        query.View,
                        query.Place,
                        query.Limit,
                        places => ClaimSql.At(places, query.View, query.Window.Ascending)
                    ),
                },
            claim => claim.Place,
            claim => claim.Seq
        );
    }
}
