using Microsoft.AspNetCore.Http.HttpResults;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Querying;
using Timeline.Api.Reviews;
using Timeline.Api.Storage;

namespace Timeline.Api.Merges;

/// <summary>Two events that are one: what the machine proposes, and what people decide.</summary>
public static class MergeEndpoints
{
    public static void MapMerges(this IEndpointRouteBuilder api)
    {
        var merges = api.MapGroup("").WithTags("Review");
        merges
            .MapMethods("/merges", RouteDeclarations.Reading, ListMerges)
            .WithName("listMerges")
            .WithParameters(MergeQuery.Parameters)
            .RequireKey("review")
            .WithSummary("Lists the merges that are proposed")
            .WithDescription("Two events of different articles that are probably one, the newest proposal first.");
        merges
            .MapPost("/merges/{id}/review", ReviewMerge)
            .WithName("reviewMerge")
            .WithParameters([])
            .WithBody<ReviewDecision>("decision")
            .RequireKey("review")
            .WithIds(PathId.Merge)
            .Decides()
            .WithSummary("Carries a proposed merge out, or rejects it")
            .WithDescription("An accepted merge moves the claims of `event` to `into` and takes `event` away.");
        merges
            .MapPost("/events/{id}/merge", MergeEvents)
            .WithName("mergeEvents")
            .WithParameters([])
            .WithBody<MergeBody>("merge")
            .RequireKey("review")
            .WithIds(PathId.Event with { Meaning = "Id of the event that goes." })
            .Decides()
            .WithSummary("Makes an event one with another")
            .WithDescription("Its claims and actors move to the other event, and it is gone.");
    }

    private static Task<ConditionalResult<Page<Merge>>> ListMerges(MergeQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
                ConditionalResult.List<Merge>(
                    http,
                    ListTag.For(snapshot, new Visibility(query.Review)),
                    () => MergeReader.ReadPage(snapshot, query),
                    null
                ),
            http.RequestAborted
        );

    private static async Task<Ok<Merge>> ReviewMerge(string id, HttpContext http, Store store)
    {
        var caller = Caller.Of(http);
        var body = await RequestBody.Read<ReviewDecision>(http);
        var reviewed = await store.Write(
            caller.Name,
            transaction =>
            {
                var merge = FindMerge(transaction.Snapshot, id);
                if (merge.Review != "proposed")
                    throw ProblemCatalogue.AlreadyReviewed.With($"It was {merge.Review}.");
                if (body.Decision == "accepted")
                    CheckDirection(merge.EventReview, merge.IntoReview);
                transaction.DecideMerge(merge.Key, merge.EventKey, merge.IntoKey, body.Decision, body.Note);
                return merge with { Review = body.Decision };
            },
            http.RequestAborted
        );
        return TypedResults.Ok(reviewed);
    }

    private static Merge FindMerge(Snapshot snapshot, string id)
    {
        var merge = Ids.TryParse(Merge.Prefix, id, out var key) ? snapshot.QuerySingleOrDefault<Merge>(MergeSql.Single(key)) : null;
        return merge ?? throw ProblemCatalogue.NotFound.With($"There is no merge '{Excerpt.From(id)}'.");
    }

    /// <summary>What is accepted does not vanish in what is not.</summary>
    private static void CheckDirection(string? goes, string? stays)
    {
        if (goes == "accepted" && stays != "accepted")
        {
            throw ProblemCatalogue.Conflict.With(
                "An accepted event would go from public view. Accept the other one first, or merge that one into this."
            );
        }
    }

    private static async Task<Ok<Events.Event>> MergeEvents(string id, HttpContext http, Store store)
    {
        var caller = Caller.Of(http);
        var body = await RequestBody.Read<MergeBody>(http);
        var into = await store.Write(
            caller.Name,
            transaction =>
            {
                var (goes, stays) = (Find(transaction.Snapshot, id), FindTarget(transaction.Snapshot, body.Into));
                if (goes.Key == stays.Key)
                    throw ProblemCatalogue.Conflict.With("An event cannot be merged with itself.");
                CheckDirection(goes.Review, stays.Review);
                transaction.MergeEvents(goes.Key, stays.Key);
                return stays.Id;
            },
            http.RequestAborted
        );
        // Read anew, since what follows from the claims that moved is worked out when the transaction closes.
        return TypedResults.Ok(await store.Read(snapshot => Find(snapshot, into), http.RequestAborted));
    }

    private static Events.Event Find(Snapshot snapshot, string id) => Events.EventReader.Require(snapshot, id, Visibility.Everything);

    /// <summary>An event that was merged itself stands for what it became.</summary>
    private static Events.Event FindTarget(Snapshot snapshot, string id)
    {
        try
        {
            return Find(snapshot, id);
        }
        catch (MovedException moved)
        {
            return Find(snapshot, moved.TargetId);
        }
    }
}
