using Microsoft.AspNetCore.Http.HttpResults;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
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
    private const int MostFiltered = 1_000;
    private static readonly string[] Decisions = ["accepted", "rejected"];

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
        Map(
            reviews,
            "/events/{id}/review",
            ReviewOneEvent,
            "reviewEvent",
            "Accepts or rejects a proposed event",
            "Its proposed claims are decided on with it.",
            SampleIds.Event
        );
        Map(
            reviews,
            "/claims/{id}/review",
            ReviewOneClaim,
            "reviewClaim",
            "Accepts or rejects a proposed claim",
            "An event is public once it and one of its claims are accepted.",
            SampleIds.Claim
        );
        Map(
            reviews,
            "/articles/{id}/review",
            ReviewOneArticle,
            "reviewArticle",
            "Accepts or rejects all that is proposed from an article",
            "Decides on its claims that are proposed, and on the events that are proposed and that they are about.",
            SampleIds.Article
        );
        reviews
            .MapPost("/reviews", ReviewMany)
            .WithName("reviewMany")
            .WithParameters(Filters)
            .WithBody<BulkReviewDecision>("decisions")
            .RequireKey("review")
            .WithSummary("Accepts or rejects many at once")
            .WithDescription(
                "Decides on the events and claims named by id and on what is proposed from an article; or, with a filter, on the proposed events that fit it, with their proposed claims, up to 1,000. "
                    + "All or nothing; what has been decided on already stays as it is."
            );
    }

    private static void Map(
        RouteGroupBuilder reviews,
        string path,
        Delegate handler,
        string name,
        string summary,
        string description,
        string example
    ) =>
        reviews
            .MapPost(path, handler)
            .WithName(name)
            .WithParameters([])
            .WithBody<ReviewDecision>("decision")
            .RequireKey("review")
            .WithIds(("id", "Its id", example))
            .WithFailures(409)
            .WithSummary(summary)
            .WithDescription(description);

    private static Task<Ok<ReviewOutcome>> ReviewOneEvent(string id, HttpContext http, Store store) =>
        Decide(
            http,
            store,
            (ledger, decision, note) =>
                ReviewEvent(ledger, EntityLookup.RequireVisible(ledger.Snapshot, Ids.Event, id, Visibility.Everything), decision, note)
        );

    private static Task<Ok<ReviewOutcome>> ReviewOneClaim(string id, HttpContext http, Store store) =>
        Decide(
            http,
            store,
            (ledger, decision, note) =>
                ledger.Review("claim", EntityLookup.RequireVisible(ledger.Snapshot, Ids.Claim, id, Visibility.Everything), decision, note)
                    ? new ReviewOutcome(decision, 0, 1)
                    : new ReviewOutcome(decision, 0, 0)
        );

    private static Task<Ok<ReviewOutcome>> ReviewOneArticle(string id, HttpContext http, Store store) =>
        Decide(
            http,
            store,
            (ledger, decision, note) =>
                ReviewArticle(ledger, EntityLookup.RequireVisible(ledger.Snapshot, Ids.Article, id, Visibility.Everything), decision, note)
        );

    private static async Task<Ok<ReviewOutcome>> ReviewMany(EventQuery filter, HttpContext http, Store store)
    {
        var caller = await Caller.AuthenticateWithScope(http, "review");
        var body = await RequestBody.ReadJson(http);
        var (decision, note) = Read(body);
        var (events, claims) = (Numbers(body, "events", Ids.Event), Numbers(body, "claims", Ids.Claim));
        var articles = body.Has("article") && body.Text("article") is { } article ? Numbers(body, [article], "article", Ids.Article) : [];
        body.RejectUnknownMembers();
        var isFiltered = http.Request.QueryString.HasValue;
        var isNamed = events.Count + claims.Count + articles.Count > 0;
        if (isFiltered == isNamed && body.Faults.Count == 0)
        {
            body.AddFault(
                "events",
                "required",
                "Name what to decide on: 'events', 'claims' or 'article' in the body, or else a filter in the query, such as '?actor=…'."
            );
        }

        if (body.Faults.Count > 0)
            throw ProblemException.FromFaults(body.Faults);
        return TypedResults.Ok(
            await store.Write(
                caller.Name,
                ledger =>
                {
                    if (isFiltered)
                        events = Proposed(ledger.Snapshot, filter);
                    var sum = new ReviewOutcome(decision, 0, claims.Count(claim => ledger.Review("claim", claim, decision, note)));
                    foreach (
                        var part in events
                            .Select(id => ReviewEvent(ledger, id, decision, note))
                            .Concat(articles.Select(id => ReviewArticle(ledger, id, decision, note)))
                    )
                    {
                        sum = sum with { Events = sum.Events + part.Events, Claims = sum.Claims + part.Claims };
                    }

                    return sum;
                },
                http.RequestAborted
            )
        );
    }

    private static async Task<Ok<ReviewOutcome>> Decide(
        HttpContext http,
        Store store,
        Func<WriteTransaction, string, string?, ReviewOutcome> review
    )
    {
        var caller = await Caller.AuthenticateWithScope(http, "review");
        var body = await RequestBody.ReadJson(http);
        var (decision, note) = Read(body);
        body.RejectUnknownMembers();
        if (body.Faults.Count > 0)
            throw ProblemException.FromFaults(body.Faults);
        return TypedResults.Ok(
            await store.Write(
                caller.Name,
                ledger =>
                {
                    var reviewed = review(ledger, decision, note);
                    return reviewed.Events + reviewed.Claims > 0
                        ? reviewed
                        : throw new ProblemException(409, "already_reviewed", "Already reviewed")
                        {
                            Detail = "Nothing of it is proposed any more.",
                        };
                },
                http.RequestAborted
            )
        );
    }

    private static ReviewOutcome ReviewEvent(WriteTransaction ledger, long id, string decision, string? note)
    {
        if (!ledger.Review("event", id, decision, note))
            return new ReviewOutcome(decision, 0, 0);
        return new ReviewOutcome(
            decision,
            1,
            ledger
                .Snapshot.Query<long>($"select id from claim where event = {id} and review = 'proposed'")
                .Count(claim => ledger.Review("claim", claim, decision, note))
        );
    }

    /// <summary>An event that other articles tell of too is not rejected with this one.</summary>
    private static ReviewOutcome ReviewArticle(WriteTransaction ledger, long id, string decision, string? note)
    {
        var claims = ledger.Snapshot.Query<long>($"select id from claim where article = {id} and review = 'proposed'");
        var events = ledger.Snapshot.Query<long>(
            $"""
            select distinct e.id from event e join claim c on c.event = e.id where c.article = {id} and e.review = 'proposed'
              and ({decision} = 'accepted' or not exists (select 1 from claim o where o.event = e.id and o.article <> {id} and o.review <> 'rejected'))
            """
        );
        return new ReviewOutcome(
            decision,
            events.Count(about => ledger.Review("event", about, decision, note)),
            claims.Count(claim => ledger.Review("claim", claim, decision, note))
        );
    }

    /// <summary>The proposed events that fit; a problem where a name of the filter is nobody's, or where too many fit.</summary>
    private static List<long> Proposed(Snapshot snapshot, EventQuery filter)
    {
        var asked = ResolvedQuery.Resolve(snapshot, filter with { Visibility = new Visibility("proposed"), Limit = MostFiltered });
        if (asked.IsEmpty)
        {
            throw ProblemException.FromFaults([
                .. asked.Hints.Select(hint => Fault.InQuery(hint.Code == "no_words" ? "q" : "actor", "unknown_reference", hint.Detail)),
            ]);
        }

        var fitting = EventReader.ReadRows(snapshot, asked);
        if (fitting.Count > MostFiltered)
        {
            throw ProblemException.FromFaults([
                Fault.InBody("", "out_of_range", $"More than {MostFiltered:N0} proposed events fit. Narrow the filter."),
            ]);
        }

        return [.. fitting.Select(found => found.Key)];
    }

    private static (string Decision, string? Note) Read(JsonBody body) =>
        (body.Choice("decision", Decisions, null)!, body.Text("note", 2_000));

    private static List<long> Numbers(JsonBody body, string name, string prefix) => Numbers(body, body.Texts(name, 1_000), name, prefix);

    private static List<long> Numbers(JsonBody body, IReadOnlyList<string> ids, string name, string prefix)
    {
        var numbers = new List<long>();
        foreach (var id in ids)
        {
            if (Ids.TryParse(prefix, id, out var number))
                numbers.Add(number);
            else
                body.AddFault(name, "invalid_id", $"'{Excerpt.From(id)}' is no such id.");
        }

        return numbers;
    }
}

/// <summary>A decision and why it was taken.</summary>
public sealed record ReviewDecision
{
    /// <summary><c>accepted</c> or <c>rejected</c>.</summary>
    public required string Decision { get; init; }

    public string? Note { get; init; }
}

/// <summary>A decision on many: events and claims by id, up to 1,000 of each, and all that is proposed from an article.</summary>
public sealed record BulkReviewDecision
{
    /// <summary><c>accepted</c> or <c>rejected</c>.</summary>
    public required string Decision { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<string>? Events { get; init; }

    public IReadOnlyList<string>? Claims { get; init; }

    public string? Article { get; init; }
}

/// <summary>What was decided, and on how many events and claims.</summary>
public sealed record ReviewOutcome(string Decision, int Events, int Claims);
