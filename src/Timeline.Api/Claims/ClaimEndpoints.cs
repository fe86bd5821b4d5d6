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
            .MapMethods("/claims", RouteDeclarations.Reading, ListClaims)
            .WithName("listClaims")
            .WithParameters(ClaimQuery.Parameters)
            .WithSummary("Lists claims by speaker, stance, date said and more")
            .WithDescription("Newest first, by when it was said. `from` and `to` mean when it was said.");
        claims
            .MapMethods("/claims/{id}", RouteDeclarations.Reading, GetClaim)
            .WithName("getClaim")
            .WithParameters([ClaimQuery.Fields, TimelineParameters.Review])
            .WithSummary("Shows one claim")
            .WithIds(PathId.Claim);
        claims
            .MapMethods("/claims/{id}/responses", RouteDeclarations.Reading, ListResponses)
            .WithName("listResponses")
            .WithParameters(ClaimQuery.Children)
            .WithSummary("Lists the claims that answer a claim")
            .WithIds(PathId.Claim with { Meaning = "Id of the claim answered." });
        claims
            .MapMethods("/events/{id}/claims", RouteDeclarations.Reading, ListEventClaims)
            .WithName("listEventClaims")
            .WithParameters(ClaimQuery.Children)
            .WithSummary("Lists the claims about an event")
            .WithIds(PathId.Event);
    }

    private static Task<ConditionalResult<Page<Claim>>> ListClaims(ClaimQuery query, Store store, HttpContext http) =>
        store.Read(snapshot => ReadList(snapshot, query, http), http.RequestAborted);

    private static Task<ConditionalResult<Page<Claim>>> ListEventClaims(string id, ClaimQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var about = EntityLookup.RequireVisible(snapshot, Ids.Event, id, query.Visibility);
                return ReadList(snapshot, query with { Event = about }, http);
            },
            http.RequestAborted
        );

    private static Task<ConditionalResult<Page<Claim>>> ListResponses(string id, ClaimQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var answered = EntityLookup.RequireVisible(snapshot, Ids.Claim, id, query.Visibility);
                return ReadList(snapshot, query with { Answered = answered }, http);
            },
            http.RequestAborted
        );

    private static async Task<ConditionalResult<Claim>> GetClaim(string id, HttpContext http, Store store)
    {
        var query = await QueryReader.Create(http);
        var fields = query.Names(ClaimQuery.Fields);
        var visibility = VisibilityReader.Read(query);
        query.ThrowIfInvalid();
        return await store.Read(
            snapshot => ConditionalResult.Single(ClaimReader.Require(snapshot, id, visibility), fields),
            http.RequestAborted
        );
    }

    private static ConditionalResult<Page<Claim>> ReadList(Snapshot snapshot, ClaimQuery query, HttpContext http) =>
        ConditionalResult.List<Claim>(
            http,
            ListTag.For(snapshot, query.Visibility),
            () => ClaimReader.ReadPage(snapshot, query),
            query.SelectedMembers
        );
}
