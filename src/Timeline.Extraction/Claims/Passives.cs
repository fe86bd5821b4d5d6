using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Attributions in the passive: the subject is what is spoken of, or who is quoted.</summary>
internal static class Passives
{
    private const int Farthest = 16;

    public static Draft? Read(Line line, VerbGroup group, Subject? subject, ImmutableArray<CueReading> readings)
    {
        if (Quoted(line, group, subject, readings) is { } quoted)
            return quoted;
        if (Silent(line, group, subject, readings) is { } silent)
            return silent;
        readings =
        [
            .. readings.Where(reading => !reading.IsSilent && (reading.Particle.Length == 0 || line.Is(group.End, reading.Particle))),
        ];
        if (readings.Length == 0)
            return null;
        var impersonal = subject is { } it && line.Is(it.First, "it") && it.End - it.First == 1;
        if (impersonal && line.Is(group.End, "that"))
            return new Draft(line, null, group.First, group.End, readings[0], group).With(group.End, Bounds.OfClause(line, group.End));
        if (subject is not { } told)
            return null;
        return By(line, group, told, readings) ?? Expected(line, group, told, readings) ?? Told(line, group, told, readings);
    }

    // "was quoted by the agency as saying that": the subject is the source, the agency its medium.
    private static Draft? Quoted(Line line, VerbGroup group, Subject? subject, ImmutableArray<CueReading> readings)
    {
        if (subject is null)
            return null;
        for (var i = group.End; i < Math.Min(line.Count - 1, group.End + Farthest); i++)
        {
            if (line.IsBreak(i))
                return null;
            if (!line.Is(i, "as") || line.Tag(i + 1) != Tag.VBG || !Lexicon.Verbs.TryGetValue(line.Lower(i + 1), out var saying))
                continue;
            if (Complements.After(line, i + 2, saying, false) is not { } found)
                return null;
            return new Draft(line, subject, group.First, found.CueEnd, found.Reading, group) { Via = AgentAfter(line, group.End, i) }.With(
                found.First,
                found.End
            );
        }
        return null;
    }

    // "could not be reached for comment"
    private static Draft? Silent(Line line, VerbGroup group, Subject? subject, ImmutableArray<CueReading> readings)
    {
        if (!group.Negated || subject is null)
            return null;
        if (Complements.Silence(line, group.End, readings) is not { } found)
            return null;
        return new Draft(line, subject, group.First, found.CueEnd, found.Reading, group).With(found.First, found.End);
    }

    private static Draft? By(Line line, VerbGroup group, Subject told, ImmutableArray<CueReading> readings)
    {
        var by = group.End;
        while (by < Math.Min(line.Count, group.End + 6) && !line.Is(by, "by") && !line.IsVerb(by) && !line.IsComma(by))
            by++;
        if (!line.Is(by, "by") || line.Tag(by + 1) == Tag.VBG || Agent(line, by) is not { } agent)
            return null;
        var reading = readings.FirstOrDefault(reading => reading.TakesNoun) ?? readings[0];
        var draft = new Draft(line, agent, group.First, group.End, reading, group).With(told.First, told.End);
        if (line.Lower(agent.End) is "for" or "as" or "to" or "of" or "over")
            draft.With(agent.End, Bounds.OfPhrase(line, agent.End));
        return draft;
    }

    // "is expected to resign"
    private static Draft? Expected(Line line, VerbGroup group, Subject told, ImmutableArray<CueReading> readings)
    {
        if (!line.Is(group.End, "to") || !line.IsVerb(VerbGroups.SkipAdverbs(line, group.End + 1)) && readings[0].Stance != Stance.Expects)
            return null;
        var reading = readings.FirstOrDefault(reading => reading.TakesInfinitive) ?? readings[0];
        return new Draft(line, null, group.First, group.End, reading, group)
            .With(told.First, told.End)
            .With(group.End, Bounds.OfPhrase(line, group.End));
    }

    // "was told that": who is told says nothing; the source stays open.
    private static Draft? Told(Line line, VerbGroup group, Subject told, ImmutableArray<CueReading> readings)
    {
        var reading = readings.FirstOrDefault(reading => reading.TakesNoun && reading.Manner is Manner.Said);
        if (reading is null || !line.Is(group.End, "as"))
            return null;
        return new Draft(line, null, group.First, group.End, reading, group)
            .With(told.First, told.End)
            .With(group.End, Bounds.OfPhrase(line, group.End));
    }

    private static Subject? AgentAfter(Line line, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (line.Is(i, "by"))
                return Agent(line, i);
        }

        return null;
    }

    public static Subject? Agent(Line line, int by)
    {
        var end = NounPhrases.FullEnd(line, by + 1);
        return end > by + 1 ? new(by + 1, end, by + 1, NounPhrases.HeadEnd(line, by + 1, end)) : null;
    }
}
