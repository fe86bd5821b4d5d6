using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;

namespace Timeline.Extraction.Events;

/// <summary>Who takes part in an event, and how.</summary>
internal static class Participants
{
    public static List<EventParticipant> Of(Findings findings, Happening happening, Func<int, int?> speakerOf)
    {
        var roles = new Dictionary<int, List<string>>();
        var order = new List<int>();
        void Take(int actor, string role)
        {
            if (!roles.TryGetValue(actor, out var mine))
            {
                roles.Add(actor, mine = []);
                order.Add(actor);
            }
            if (!mine.Contains(role))
                mine.Add(role);
        }

        if (happening.Statement is { } statement && speakerOf(statement) is { } speaker)
            Take(speaker, "speaker");
        foreach (var run in Runs(findings, happening))
        {
            foreach (var mention in findings.Cast.Between(run.First, run.End))
            {
                if (
                    mention.Kind != MentionKind.Modifier
                    && RoleOf(findings, happening, mention, roles.Count == 0) is var role
                    && !(roles.ContainsKey(mention.Actor) && role == "mentioned")
                )
                {
                    Take(mention.Actor, role);
                }
            }
        }

        foreach (var claim in happening.Claims)
        {
            if (happening.Statement is null && speakerOf(claim) is { } source && !roles.ContainsKey(source))
                Take(source, "speaker");
        }

        return [.. order.Select(actor => new EventParticipant(actor, roles[actor]))];
    }

    private static IEnumerable<Run> Runs(Findings findings, Happening happening)
    {
        yield return happening.Title;
        if (happening.Statement is not { } claim)
            yield break;
        foreach (var part in findings.Claims[claim].Content)
        {
            if (!part.Overlaps(happening.Title) || part.End > happening.Title.End)
                yield return part.Overlaps(happening.Title) ? new(happening.Title.End, part.End) : part;
        }
    }

    private static string RoleOf(Findings findings, Happening happening, Mention mention, bool first)
    {
        var tokens = findings.Document.Tokens;
        var before = mention.First > 0 ? tokens[mention.First - 1].Lower : "";
        if (before is "mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "the" or "president" && mention.First > 1)
            before = tokens[mention.First - 2].Lower;
        if (before is "told" or "to" or "with" or "asked" or "urged" or "met" or "meet" or "thanked" or "accused" or "warned")
            return "addressee";
        return first && happening.Statement is null && (happening.Verb < 0 || mention.First < happening.Verb) ? "subject" : "mentioned";
    }
}
