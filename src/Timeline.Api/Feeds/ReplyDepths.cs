using Timeline.Api.Claims;
using Timeline.Api.Events;
using Timeline.Api.Querying;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>
/// How claims of a page answer each other within what is exported. A claim answered outside of it is not named, since the file
/// would name what it does not hold; a claim stands as many levels down as there are claims in the file that it answers, directly or not.
/// </summary>
public sealed class ReplyDepths
{
    /// <summary>Longer chains are cut; a circle is such a chain.</summary>
    private const int Deepest = 100;
    private readonly Dictionary<long, long> _answered = [];

    public ReplyDepths(Snapshot snapshot, ResolvedQuery<EventQuery> resolved, IReadOnlyList<Event> events, IEnumerable<Claim> claims)
    {
        var inside = events.Select(found => found.Key).ToHashSet();
        var links = claims
            .Where(claim => claim.RespondsToKey is not null)
            .Select(claim => (Claim: claim.Key, Answered: claim.RespondsToKey!.Value))
            .ToList();
        for (var level = 0; links.Count > 0 && level < Deepest; level++)
        {
            var targets = snapshot
                .Query<Target>(FeedSql.AnsweredClaims([.. links.Select(link => link.Answered).Distinct()], resolved.Query.Visibility))
                .ToDictionary(target => target.Id);
            var others = targets.Values.Select(target => target.Event).Where(found => !inside.Contains(found)).Distinct().ToList();
            if (others.Count > 0)
                inside.UnionWith(snapshot.Query<long>(FeedSql.MatchingEvents(resolved, others)));
            foreach (var (claim, target) in links)
            {
                if (targets.TryGetValue(target, out var row) && inside.Contains(row.Event))
                    _answered[claim] = target;
            }

            links =
            [
                .. targets
                    .Values.Where(row => inside.Contains(row.Event) && row.RespondsTo is not null && !_answered.ContainsKey(row.Id))
                    .Select(row => (row.Id, row.RespondsTo!.Value)),
            ];
        }
    }

    /// <summary>The claim that this one answers, in the file; null where there is none.</summary>
    public long? AnsweredBy(long claim) => Depth(claim) is > 0 ? _answered[claim] : null;

    /// <summary>0 for a claim that answers none.</summary>
    public int Depth(long claim)
    {
        var level = 0;
        for (var at = claim; _answered.TryGetValue(at, out var next) && level < Deepest; at = next)
            level++;
        return level == Deepest ? 0 : level;
    }

    private sealed record Target
    {
        public long Id { get; init; }
        public long Event { get; init; }
        public long? RespondsTo { get; init; }
    }
}
