using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http.Problems;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Reviews;

/// <summary>Carries decisions out in a transaction: what a decision on one thing takes along, and what it leaves alone.</summary>
public sealed class ReviewWriter(WriteTransaction transaction, string decision, string? note)
{
    private const int MaxFiltered = 1_000;

    public ReviewOutcome ReviewClaims(IReadOnlyList<long> ids) =>
        new(decision, 0, ids.Count(id => transaction.Review("claim", id, decision, note)));

    /// <summary>Decides on an event and on its claims that are proposed.</summary>
    public ReviewOutcome ReviewEvent(long id)
    {
        if (!transaction.Review("event", id, decision, note))
            return new ReviewOutcome(decision, 0, 0);
        var claims = transaction.Snapshot.Query<long>($"select id from claim where event = {id} and review = 'proposed'");
        return ReviewClaims(claims) with { Events = 1 };
    }

    /// <summary>
    /// Decides on all that is proposed from an article. An event that other articles report too is not rejected with this one.
    /// </summary>
    public ReviewOutcome ReviewArticle(long id)
    {
        var claims = transaction.Snapshot.Query<long>($"select id from claim where article = {id} and review = 'proposed'");
        var events = transaction.Snapshot.Query<long>(
            $"""
            select distinct e.id from event e join claim c on c.event = e.id where c.article = {id} and e.review = 'proposed'
              and ({decision} = 'accepted' or not exists
                (select 1 from claim o where o.event = e.id and o.article <> {id} and o.review <> 'rejected'))
            """
        );
        var decided = events.Count(about => transaction.Review("event", about, decision, note));
        return ReviewClaims(claims) with { Events = decided };
    }

    /// <summary>The proposed events that fit a filter; a problem where a name in it is unknown, or where too many fit.</summary>
    public static List<long> FindProposed(Snapshot snapshot, EventQuery filter)
    {
        var query = ResolvedQuery.Resolve(snapshot, filter with { Visibility = new Visibility("proposed"), Limit = MaxFiltered });
        if (query.IsEmpty)
            throw ProblemException.FromFaults([.. query.Hints.Select(hint => Unresolved(hint.Code, hint.Detail))]);
        var fitting = EventReader.ReadRows(snapshot, query);
        if (fitting.Count > MaxFiltered)
        {
            throw ProblemException.FromFaults([
                Fault.InBody("", FaultCode.OutOfRange, $"More than {MaxFiltered:N0} proposed events fit. Narrow the filter."),
            ]);
        }

        return [.. fitting.Select(found => found.Key)];
    }

    private static Fault Unresolved(string hint, string detail) =>
        Fault.InQuery(hint == "no_words" ? "q" : "actor", FaultCode.UnknownReference, detail);
}
