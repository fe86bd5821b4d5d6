using Timeline.Extraction.Actors;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Who takes part in an event, and how.</summary>
internal static class ParticipantCollector
{
    public static List<EventParticipant> Collect(StageResults results, EventDraft draft, Func<int, int?> speakerOf)
    {
        var roles = new Dictionary<int, List<ParticipantRole>>();
        var order = new List<int>();
        void AddRole(int actor, ParticipantRole role)
        {
            if (!roles.TryGetValue(actor, out var mine))
            {
                roles.Add(actor, mine = []);
                order.Add(actor);
            }
            if (!mine.Contains(role))
                mine.Add(role);
        }

        if (draft.Statement is { } statement && speakerOf(statement) is { } speaker)
            AddRole(speaker, ParticipantRole.Speaker);
        foreach (var span in SpansOf(results, draft))
        {
            foreach (var mention in results.Actors.MentionsBetween(span.First, span.End))
            {
                if (
                    mention.Kind != MentionKind.Modifier
                    && RoleOf(results, draft, mention, roles.Count == 0) is var role
                    && !(roles.ContainsKey(mention.Actor) && role == ParticipantRole.Mentioned)
                )
                {
                    AddRole(mention.Actor, role);
                }
            }
        }

        foreach (var actor in draft.Referred)
        {
            if (!roles.ContainsKey(actor))
                AddRole(actor, roles.Count == 0 && draft.Statement is null ? ParticipantRole.Subject : ParticipantRole.Mentioned);
        }

        foreach (var claim in draft.Claims)
        {
            if (draft.Statement is null && speakerOf(claim) is { } source && !roles.ContainsKey(source))
                AddRole(source, ParticipantRole.Speaker);
        }

        return [.. order.Select(actor => new EventParticipant(actor, [.. roles[actor].Select(role => role.Name)]))];
    }

    private static IEnumerable<TokenSpan> SpansOf(StageResults results, EventDraft draft)
    {
        if (draft.Predication is { Subject: { } subject } predication)
        {
            yield return subject;
            if (predication.Owner is { } owner)
                yield return owner;
            if (predication.Gap is { } gap)
                yield return gap;
            yield return new(predication.Group.First, predication.End);
            yield break;
        }

        yield return draft.Title;
        if (draft.Statement is not { } claim)
            yield break;
        foreach (var part in results.Attributions[claim].Content)
        {
            if (!part.Overlaps(draft.Title) || part.End > draft.Title.End)
                yield return part.Overlaps(draft.Title) ? new(draft.Title.End, part.End) : part;
        }
    }

    private static ParticipantRole RoleOf(StageResults results, EventDraft draft, ActorMention mention, bool first)
    {
        var tokens = results.Document.Tokens;
        var before = mention.First > 0 ? tokens[mention.First - 1].Lower : "";
        if (before is "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "the" or "president" && mention.First > 1)
            before = tokens[mention.First - 2].Lower;
        if (before is "told" or "to" or "with" or "asked" or "urged" or "met" or "meet" or "thanked" or "accused" or "warned")
            return ParticipantRole.Addressee;
        var isBeforeVerb = draft.Verb < 0 || mention.First < draft.Verb;
        return first && draft.Statement is null && isBeforeVerb ? ParticipantRole.Subject : ParticipantRole.Mentioned;
    }
}
