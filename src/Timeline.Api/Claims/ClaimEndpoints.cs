using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Claims;

/// <summary>Who said what about an event, and who answered.</summary>
public static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder api)
    {
        var claims = api.MapGroup("").WithTags("Claims");
        claims
            .MapRead("/claims", ListClaims)
            .WithName("listClaims")
            .WithParameters(ClaimQuery.Parameters)
            .WithSummary("Lists claims by speaker, stance, date said and more")
            .WithDescription("Newest first, by when it was said. `from` and `to` mean when it was said.");
        claims
            .MapRead("/claims/{id}", GetClaim)
            .WithName("getClaim")
            .WithParameters([TimelineQuery.FieldsOf with { Example = "id,speaker,stance,text" }, TimelineQuery.ReviewIs])
            .WithSummary("Shows one claim")
            .WithIds(PathId.Claim);
        claims
            .MapRead("/claims/{id}/responses", ListResponses)
            .WithName("listResponses")
            .WithParameters(ClaimQuery.Children)
            .WithSummary("Lists the claims that answer a claim")
            .WithIds(PathId.Claim with { Meaning = "Id of the claim answered." });
        claims
            .MapRead("/events/{id}/claims", ListEventClaims)
            .WithName("listEventClaims")
            .WithParameters(ClaimQuery.Children)
            .WithSummary("Lists the claims about an event")
            .WithIds(PathId.Event);
    }

    private static Task<ConditionalResult<Page<Claim>>> ListClaims(ClaimQuery query, Store store, HttpContext http) =>
        store.Read(snapshot => Answer(snapshot, query, http), http.RequestAborted);

    private static Task<ConditionalResult<Page<Claim>>> ListEventClaims(string id, ClaimQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
                Answer(snapshot, query with { Event = EntityLookup.RequireVisible(snapshot, Ids.Event, id, query.Visibility) }, http),
            http.RequestAborted
        );

    private static Task<ConditionalResult<Page<Claim>>> ListResponses(string id, ClaimQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
                Answer(snapshot, query with { Answered = EntityLookup.RequireVisible(snapshot, Ids.Claim, id, query.Visibility) }, http),
            http.RequestAborted
        );

    private static async Task<ConditionalResult<Claim>> GetClaim(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names("fields", ClaimQuery.Members, "unknown_field");
        var view = query.Visibility();
        query.ThrowIfInvalid();
        return await store.Read(snapshot => ConditionalResult.Single(Find(snapshot, id, view), fields), http.RequestAborted);
    }

    /// <summary>The claim as the reader sees it; 404 or 410 where he does not.</summary>
    public static Claim Find(Snapshot snapshot, string id, Visibility view) =>
        EntityLookup.Require(snapshot, Ids.Claim, id, view, number => snapshot.QuerySingleOrDefault<Claim>(ClaimSql.Single(number, view)));

    private static ConditionalResult<Page<Claim>> Answer(Snapshot snapshot, ClaimQuery query, HttpContext http)
    {
        var tag = ConditionalResult.ListTag(snapshot, query.Visibility);
        return ConditionalResult.ClientHas(http, tag)
            ? ConditionalResult.NotModified<Claim>(tag)
            : ConditionalResult.List(http, tag, Read(snapshot, query), query.Fields);
    }

    private static Page<Claim> Read(Snapshot snapshot, ClaimQuery query)
    {
        var asked = new ResolvedQuery<ClaimQuery>(snapshot, query);
        return asked.Page(
            snapshot,
            asked.IsEmpty ? [] : ClaimSql.Scans(asked),
            walks =>
                query.Sort switch
                {
                    "-updated" => snapshot.Query<Claim>(ClaimSql.LastChanged(asked)),
                    "relevance" => snapshot.Query<Claim>(ClaimSql.BestMatches(asked)),
                    _ => IndexScan.Read<Claim>(
                        snapshot,
                        walks,
                        query.Range,
                        query.Visibility,
                        query.Position,
                        query.Limit,
                        places => ClaimSql.AtPlaces(places, query.Visibility, query.Range.Ascending)
                    ),
                },
            claim => claim.Place,
            claim => claim.Seq
        );
    }
}
