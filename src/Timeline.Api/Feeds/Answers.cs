using Timeline.Api.Claims;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Feeds;

/// <summary>
/// How claims of a page answer each other within what is exported. A claim answered outside of it is not named, since the file
/// would name what it does not hold; a claim stands as many levels down as there are claims in the file that it answers, directly or not.
/// </summary>
public sealed class Answers
{
    /// <summary>Longer chains are cut; a circle is such a chain.</summary>
    private const int Deepest = 100;
    private readonly Dictionary<long, long> answered = [];

    public Answers(Snapshot snapshot, Asked<EventQuery> asked, IReadOnlyList<Event> events, IEnumerable<Claim> claims)
    {
        var inside = events.Select(found => found.Key).ToHashSet();
        var links = claims
            .Where(claim => claim.RespondsToKey is not null)
            .Select(claim => (Claim: claim.Key, Answered: claim.RespondsToKey!.Value))
            .ToList();
        for (var level = 0; links.Count > 0 && level < Deepest; level++)
        {
            var targets = snapshot
                .Query<Target>(FeedSql.Answered([.. links.Select(link => link.Answered).Distinct()], asked.Query.View))
                .ToDictionary(target => target.Id);
            var others = targets.Values.Select(target => target.Event).Where(found => !inside.Contains(found)).Distinct().ToList();
            if (others.Count > 0)
                inside.UnionWith(snapshot.Query<long>(FeedSql.Among(asked, others)));
            foreach (var (claim, target) in links)
            {
                if (targets.TryGetValue(target, out var row) && inside.Contains(row.Event))
                    answered[claim] = target;
            }

            links =
            [
                .. targets
                    .Values.Where(row => inside.Contains(row.Event) && row.RespondsTo is not null && !answered.ContainsKey(row.Id))
                    .Select(row => (row.Id, row.RespondsTo!.Value)),
            ];
        }
    }

    /// <summary>The claim that this one answers, in the file; null where there is none.</summary>
    public long? Of(long claim) => Level(claim) is > 0 ? answered[claim] : null;

    /// <summary>0 for a claim that answers none.</summary>
    public int Level(long claim)
    {
        var level = 0;
        for (var at = claim; answered.TryGetValue(at, out var next) && level < Deepest; at = next)
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
