using Microsoft.AspNetCore.Http.HttpResults;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Reviews;

/// <summary>What people decide on what a machine pulled out.</summary>
public static class ReviewEndpoints
{
    private const string NothingNamed =
        "Name what to decide on: 'events', 'claims' or 'article' in the body, or else a filter in the query, such as '?actor=…'.";

    /// <summary>What lists of events are filtered by; what is decided on is what is proposed, as it stands today.</summary>
    private static readonly IReadOnlyList<QueryParameter> Filters =
    [
        .. TimelineParameters
            .Filters.Where(parameter => parameter.Name is not ("review" or "asOf"))
            .Select(parameter => parameter with { Example = null }),
    ];

    public static void MapReviews(this IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("").WithTags("Review");
        reviews
            .MapPost("/events/{id}/review", ReviewEvent)
            .Reviews("reviewEvent", "Accepts or rejects a proposed event", "Its proposed claims are decided on with it.", PathId.Event);
        reviews
            .MapPost("/claims/{id}/review", ReviewClaim)
            .Reviews(
                "reviewClaim",
                "Accepts or rejects a proposed claim",
                "An event is public once it and one of its claims are accepted.",
                PathId.Claim
            );
        reviews
            .MapPost("/articles/{id}/review", ReviewArticle)
            .Reviews(
                "reviewArticle",
                "Accepts or rejects all that is proposed from an article",
                "Decides on its claims that are proposed, and on the events that are proposed and that they are about.",
                PathId.Article
            );
        reviews
            .MapPost("/reviews", ReviewMany)
            .WithName("reviewMany")
            .WithParameters(Filters)
            .WithBody<BulkReviewDecision>("decisions")
            .RequireKey("review")
            .WithSummary("Accepts or rejects many at once")
            .WithDescription(
                "Decides on the events and claims named by id and on what is proposed from an article; or, with a filter, on the "
                    + "proposed events that fit it, with their proposed claims, up to 1,000. "
                    + "All or nothing; what has been decided on already stays as it is."
            );
    }

    private static void Reviews(this RouteHandlerBuilder endpoint, string name, string summary, string description, PathId id) =>
        endpoint
            .WithName(name)
            .WithParameters([])
            .WithBody<ReviewDecision>("decision")
            .RequireKey("review")
            .WithIds(id)
            .Decides()
            .WithSummary(summary)
            .WithDescription(description);

    private static Task<Ok<ReviewOutcome>> ReviewEvent(string id, HttpContext http, Store store) =>
        ReviewOne(http, store, Ids.Event, id, (review, key) => review.ReviewEvent(key));

    private static Task<Ok<ReviewOutcome>> ReviewClaim(string id, HttpContext http, Store store) =>
        ReviewOne(http, store, Ids.Claim, id, (review, key) => review.ReviewClaims([key]));

    private static Task<Ok<ReviewOutcome>> ReviewArticle(string id, HttpContext http, Store store) =>
        ReviewOne(http, store, Ids.Article, id, (review, key) => review.ReviewArticle(key));

    private static async Task<Ok<ReviewOutcome>> ReviewOne(
        HttpContext http,
        Store store,
        string prefix,
        string id,
        Func<ReviewWriter, long, ReviewOutcome> decide
    )
    {
        var caller = Caller.Of(http);
        var body = await RequestBody.Read<ReviewDecision>(http);
        var outcome = await store.Write(
            caller.Name,
            transaction =>
            {
                var key = EntityLookup.RequireVisible(transaction.Snapshot, prefix, id, Visibility.Everything);
                var reviewed = decide(new ReviewWriter(transaction, body.Decision, body.Note), key);
                return reviewed.Events + reviewed.Claims > 0
                    ? reviewed
                    : throw ProblemCatalogue.AlreadyReviewed.With("Nothing of it is proposed any more.");
            },
            http.RequestAborted
        );
        return TypedResults.Ok(outcome);
    }

    private static async Task<Ok<ReviewOutcome>> ReviewMany(EventQuery filter, HttpContext http, Store store)
    {
        var caller = Caller.Of(http);
        var body = await RequestBody.ReadJson(http);
        var fields = body.Read<BulkReviewDecision>();
        var events = ParseIds(body, nameof(fields.Events), fields.Events ?? [], Ids.Event);
        var claims = ParseIds(body, nameof(fields.Claims), fields.Claims ?? [], Ids.Claim);
        var articles = ParseIds(body, nameof(fields.Article), fields.Article is { } article ? [article] : [], Ids.Article);
        var isFiltered = http.Request.QueryString.HasValue;
        var isNamed = events.Count + claims.Count + articles.Count > 0;
        if (isFiltered == isNamed && body.Faults.Count == 0)
            body.AddFault(nameof(fields.Events), FaultCode.Required, NothingNamed);
        body.ThrowIfInvalid();
        var outcome = await store.Write(
            caller.Name,
            transaction =>
            {
                var review = new ReviewWriter(transaction, fields.Decision, fields.Note);
                var chosen = isFiltered ? ReviewWriter.FindProposed(transaction.Snapshot, filter) : events;
                List<ReviewOutcome> parts =
                [
                    review.ReviewClaims(claims),
                    .. chosen.Select(review.ReviewEvent),
                    .. articles.Select(review.ReviewArticle),
                ];
                return new ReviewOutcome(fields.Decision, parts.Sum(part => part.Events), parts.Sum(part => part.Claims));
            },
            http.RequestAborted
        );
        return TypedResults.Ok(outcome);
    }

    private static List<long> ParseIds(JsonBody body, string member, IReadOnlyList<string> ids, string prefix)
    {
        var keys = new List<long>();
        foreach (var id in ids)
        {
            if (Ids.TryParse(prefix, id, out var key))
                keys.Add(key);
            else
                body.AddFault(member, FaultCode.InvalidId, $"'{Excerpt.From(id)}' is not such an id.");
        }

        return keys;
    }
}
