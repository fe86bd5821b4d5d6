using Microsoft.AspNetCore.Http.HttpResults;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Querying;
using Timeline.Api.Reviews;
using Timeline.Api.Storage;

namespace Timeline.Api.Merges;

/// <summary>Two events that are one: what the machine proposes, and what people decide.</summary>
public static class MergeEndpoints
{
    private static readonly string[] Decisions = ["accepted", "rejected"];

    public static void MapMerges(this IEndpointRouteBuilder api)
    {
        var merges = api.MapGroup("").WithTags("Review");
        merges
            .MapRead("/merges", ListMerges)
            .WithName("listMerges")
            .WithParameters(MergeQuery.Parameters)
            .RequireKey("review")
            .WithSummary("Lists the merges that are proposed")
            .WithDescription("Two events of different articles that are probably one, the newest proposal first.");
        merges
            .MapPost("/merges/{id}/review", ReviewMerge)
            .WithName("reviewMerge")
            .WithParameters([])
            .WithBody<Reviews.ReviewDecision>("decision")
            .RequireKey("review")
            .WithIds(("id", "Id of the merge", "mrg_0jrrbe6000001"))
            .WithFailures(409)
            .WithSummary("Carries a proposed merge out, or rejects it")
            .WithDescription("An accepted merge moves the claims of `event` to `into` and takes `event` away.");
        merges
            .MapPost("/events/{id}/merge", MergeEvents)
            .WithName("mergeEvents")
            .WithParameters([])
            .WithBody<MergeBody>("merge")
            .RequireKey("review")
            .WithIds(("id", "Id of the event that goes", SampleIds.Event))
            .WithFailures(409)
            .WithSummary("Makes an event one with another")
            .WithDescription("Its claims and actors move to the other event, and it is gone.");
    }

    private static Task<ConditionalResult<Page<Merge>>> ListMerges(MergeQuery query, Store store, HttpContext http) =>
        store.Read(
            snapshot =>
            {
                var tag = ListTag.For(snapshot, new Visibility(query.Review));
                if (ConditionalResult.ClientHas(http, tag))
                    return ConditionalResult.NotModified<Page<Merge>>(tag);
                return ConditionalResult.List(http, tag, MergeReader.ReadPage(snapshot, query), null);
            },
            http.RequestAborted
        );

    private static async Task<Ok<Merge>> ReviewMerge(string id, HttpContext http, Store store)
    {
        var caller = await Caller.AuthenticateWithScope(http, "review");
        var body = await RequestBody.ReadJson(http);
        var (decision, note) = (body.Choice("decision", Decisions, null)!, body.Text("note", 2_000));
        body.RejectUnknownMembers();
        if (body.Faults.Count > 0)
            throw ProblemException.FromFaults(body.Faults);
        return TypedResults.Ok(
            await store.Write(
                caller.Name,
                ledger =>
                {
                    var merge =
                        (
                            Ids.TryParse(Merges.Merge.Prefix, id, out var number)
                                ? ledger.Snapshot.QuerySingleOrDefault<Merge>(MergeSql.Single(number))
                                : null
                        ) ?? throw ProblemException.NotFound($"There is no merge '{Excerpt.From(id)}'.");
                    if (merge.Review != "proposed")
                        throw new ProblemException(409, "already_reviewed", "Already reviewed") { Detail = $"It was {merge.Review}." };
                    if (decision == "accepted")
                        CheckDirection(merge.EventReview, merge.IntoReview);
                    ledger.DecideMerge(merge.Key, merge.EventKey, merge.IntoKey, decision, note);
                    return merge with { Review = decision };
                },
                http.RequestAborted
            )
        );
    }

    /// <summary>What is accepted does not vanish in what is not.</summary>
    private static void CheckDirection(string? goes, string? stays)
    {
        if (goes == "accepted" && stays != "accepted")
        {
            throw new ProblemException(409, "conflict", "Conflict")
            {
                Detail = "An accepted event would go from public view. Accept the other one first, or merge that one into this.",
            };
        }
    }

    private static async Task<Ok<Events.Event>> MergeEvents(string id, HttpContext http, Store store)
    {
        var caller = await Caller.AuthenticateWithScope(http, "review");
        var body = await RequestBody.ReadJson(http);
        var target = body.Required("into");
        body.RejectUnknownMembers();
        if (body.Faults.Count > 0)
            throw ProblemException.FromFaults(body.Faults);
        var into = await store.Write(
            caller.Name,
            ledger =>
            {
                var (goes, stays) = (Find(ledger.Snapshot, id), FindTarget(ledger.Snapshot, target));
                if (goes.Key == stays.Key)
                    throw new ProblemException(409, "conflict", "Conflict") { Detail = "An event cannot be merged with itself." };
                CheckDirection(goes.Review, stays.Review);
                ledger.MergeEvents(goes.Key, stays.Key);
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
