using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What follows a cue.</summary>
/// <param name="CueEnd">Where the cue ends: after the preposition or particle that it takes along.</param>
/// <param name="End">Where the content ends.</param>
internal readonly record struct Complement(CueReading Reading, int CueEnd, int First, int End);

internal static class Complements
{
    private const int FarthestThat = 14;

    /// <summary>The content after a cue that ends before <paramref name="at"/>, by the first reading that allows what is there. Readings that say nothing need a negated cue.</summary>
    public static Complement? After(Line line, int at, ImmutableArray<CueReading> readings, bool negated)
    {
        if (negated && Silence(line, at, readings) is { } silent)
            return silent;
        foreach (var reading in readings)
        {
            if (!reading.IsSilent && Match(line, at, reading) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The same by the readings that say nothing.</summary>
    public static Complement? Silence(Line line, int at, ImmutableArray<CueReading> readings)
    {
        foreach (var reading in readings)
        {
            if (reading.IsSilent && Match(line, at, reading) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The same after a noun, where a clause needs its "that".</summary>
    public static Complement? AfterNoun(Line line, int at, ImmutableArray<CueReading> readings)
    {
        foreach (var reading in readings)
        {
            if (reading.TakesClause && line.Is(at, "that") && line.Tag(at) != Tag.WDT)
                return new(reading, at, at, Bounds.OfClause(line, at));
            if ((Infinitive(line, at, at, reading) ?? Prepositional(line, at, at, reading)) is { } found)
                return found;
            if (reading.TakesNothing)
                return new(reading, at, at, at);
        }
        return null;
    }

    private static Complement? Match(Line line, int at, CueReading reading)
    {
        if (reading.Particle.Length > 0)
        {
            foreach (var particle in reading.Particle.Split(' '))
            {
                if (!line.Is(at++, particle))
                    return null;
            }
        }
        var cue = at;
        at = VerbGroups.SkipAdverbs(line, at);
        if (line.IsOver(at))
            return reading.TakesNothing ? new(reading, cue, cue, cue) : null;
        return Quoted(line, cue, at, reading)
            ?? Clause(line, cue, at, reading)
            ?? Infinitive(line, cue, at, reading)
            ?? Prepositional(line, cue, at, reading)
            ?? Addressed(line, cue, at, reading)
            ?? Noun(line, cue, at, reading)
            ?? (reading.TakesNothing ? new(reading, cue, cue, cue) : null);
    }

    private static Complement? Quoted(Line line, int cue, int at, CueReading reading)
    {
        if (!reading.TakesQuote)
            return null;
        for (var i = at; i < line.Count && i < at + FarthestThat; i++)
        {
            if (line.IsQuotation(i) && (i == at || line.IsComma(i - 1) || line.Is(i - 1, ":")))
                return new(reading, cue, i, Bounds.OfClause(line, i));
            if (line.Is(i, ":") && i + 1 < line.Count)
                return new(reading, cue, i + 1, Bounds.OfClause(line, i + 1));
            if (line.IsVerb(i) || line.Tag(i) == Tag.MD || line.Is(i, "that"))
                break;
        }
        return null;
    }

    private static Complement? Clause(Line line, int cue, int at, CueReading reading)
    {
        if (!reading.TakesClause)
            return null;
        if (line.IsComma(at))
            return Interrupted(line, cue, at, reading);
        var that = FindThat(line, at);
        if (that >= 0)
            return new(reading, cue, that, Bounds.OfClause(line, that));
        if (IsQuestionWord(line, at))
            return new(reading, cue, at, Bounds.OfClause(line, at));
        if (reading.TakesAddressee)
            return null;
        if (line.IsQuotation(at) || line.Tag(at) is Tag.EX)
            return new(reading, cue, at, Bounds.OfClause(line, at));
        var start = SkipMoment(line, at);
        return StartsClause(line, start) || reading.TakesQuote && reading.Manner == Manner.Said && OpensSpeech(line, start)
            ? new(reading, cue, start, Bounds.OfClause(line, start))
            : null;
    }

    // "said abandoning the plan was wrong", "said caucuses “are unknown”": a verb comes, but not right behind a phrase that a tagger shows.
    private static bool OpensSpeech(Line line, int at)
    {
        if (
            line.Tag(at) != Tag.VBG && !NounPhrases.IsPart(line, at)
            || IsMoment(line, at)
            || line.Lower(at) is "so" or "little" or "something" or "nothing"
        )
        {
            return false;
        }

        for (var i = at; i < line.Count && !line.IsBreak(i); i++)
        {
            if (line.Tag(i).IsFinite || line.IsQuotation(i))
                return true;
        }

        return false;
    }

    // "said, among other things, that"
    private static Complement? Interrupted(Line line, int cue, int comma, CueReading reading)
    {
        for (var i = comma + 1; i < comma + FarthestThat && i < line.Count; i++)
        {
            if (line.IsComma(i))
                return line.Is(i + 1, "that") ? new(reading, cue, i + 1, Bounds.OfClause(line, i + 1)) : null;
            else if (line.IsBreak(i))
                return null;
        }

        return null;
    }

    private static Complement? Infinitive(Line line, int cue, int at, CueReading reading) =>
        reading.TakesInfinitive && line.Is(at, "to") && line.IsVerb(VerbGroups.SkipAdverbs(line, at + 1))
            ? new(reading, cue, at, Bounds.OfClause(line, at))
            : null;

    private static Complement? Prepositional(Line line, int cue, int at, CueReading reading)
    {
        if (line.Tag(at) is not (Tag.IN or Tag.TO or Tag.RP or Tag.RB) || !reading.Frames.Contains(line.Lower(at)) || line.Is(at, "that"))
            return null;
        var first = at + 1;
        if (first >= line.Count || line.IsBreak(first) || line.IsComma(first) || IsMoment(line, first))
            return null;
        return new(reading, first, first, Bounds.OfPhrase(line, first));
    }

    private static Complement? Addressed(Line line, int cue, int at, CueReading reading)
    {
        if (!reading.TakesAddressee || line.IsComma(at))
            return null;
        var end = NounPhrases.BaseEnd(line, at);
        if (end == at)
            return null;
        for (var i = end; i < line.Count && i < end + FarthestThat; i++)
        {
            if (line.Is(i, "that") && line.Tag(i) != Tag.WDT || IsQuestionWord(line, i) && i == end)
                return new(reading, cue, i, Bounds.OfClause(line, i));
            if (line.IsQuotation(i) && (i == end || line.IsComma(i - 1)))
                return new(reading, cue, i, Bounds.OfClause(line, i));
            if (line.Is(i, ":"))
                return new(reading, cue, i + 1, Bounds.OfClause(line, i + 1));
            if (line.Is(i, "to") && i == end && line.IsVerb(i + 1))
                return new(reading, cue, at, Bounds.OfClause(line, at));
            if (reading.Frames.Contains(line.Lower(i)) && line.Tag(i) == Tag.IN && i == end)
                return new(reading, cue, i + 1, Bounds.OfPhrase(line, i + 1));
            var start = SkipMoment(line, i);
            if (StartsClause(line, start))
                return new(reading, cue, start, Bounds.OfClause(line, start));
            if (line.IsVerb(i) || line.IsBreak(i))
                break;
        }
        return null;
    }

    private static Complement? Noun(Line line, int cue, int at, CueReading reading)
    {
        if (!reading.TakesNoun && !(reading.TakesGerund && line.Tag(at) == Tag.VBG) || IsMoment(line, at))
            return null;
        if (line.Tag(at) == Tag.VBG || NounPhrases.IsPart(line, at) || line.IsQuotation(at))
            return new(reading, cue, at, Bounds.OfPhrase(line, at));
        return null;
    }

    // "said on Monday that", "said in a statement that": the word may wait behind adjuncts, but not behind a verb.
    private static int FindThat(Line line, int at)
    {
        for (var i = at; i < line.Count && i < at + FarthestThat; i++)
        {
            if (line.Is(i, "that"))
                return i == at || line.Tag(i) == Tag.IN || IsMoment(line, i - 1) ? i : -1;
            if (i == at && line.Tag(i) is not (Tag.IN or Tag.TO or Tag.RB) && !IsMoment(line, i))
                return -1;
            if (line.IsVerb(i) || line.Tag(i) == Tag.MD || line.IsBreak(i) || line.IsComma(i))
                return -1;
        }
        return -1;
    }

    private static bool IsQuestionWord(Line line, int at) =>
        line.Tag(at) is Tag.WP or Tag.WRB or Tag.WDT or Tag.WPS
        || line.Lower(at) is "whether" or "if"
        || line.Lower(at) is "how" or "why" or "what";

    public static bool IsMoment(Line line, int at) =>
        Lexicon.Moments.Contains(line.Lower(at).TrimEnd('.')) && !(line.Is(at, "may") && line.Tag(at) == Tag.MD);

    private static int SkipMoment(Line line, int at)
    {
        var i = line.Is(at, "on") ? at + 1 : at;
        if (!IsMoment(line, i))
            return at;
        while (
            IsMoment(line, i)
            || i > at
                && (
                    line.Tag(i) == Tag.CD
                    || line.Lower(i) is "week" or "month" or "year" or "night" or "morning" or "afternoon" or "evening"
                )
        )
        {
            i++;
        }

        return i;
    }

    // A noun phrase with a finite verb behind it.
    public static bool StartsClause(Line line, int at)
    {
        var end = at;
        for (var i = 0; i < 4; i++)
        {
            var next = NounPhrases.FullEnd(line, end);
            if (next == end)
                break;
            end = next;
            if (line.Tag(VerbGroups.SkipAdverbs(line, end)).IsFinite)
                return true;
            if (line.IsComma(end) || line.Tag(end) is Tag.WP or Tag.WDT or Tag.VBG or Tag.VBN or Tag.CC || line.IsQuotation(end))
                return end > at;
        }
        return false;
    }
}
