using System.Collections.Immutable;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>What follows a cue.</summary>
/// <param name="CueEnd">Where the cue ends: after the preposition or particle that it takes along.</param>
/// <param name="End">Where the content ends.</param>
internal readonly record struct Complement(CueSense Sense, int CueEnd, int First, int End);

internal static class Complements
{
    private const int FarthestThat = 14;

    /// <summary>
    /// The content after a cue that ends before <paramref name="at"/>, by the first sense that allows what is there. Senses that say
    /// nothing need a negated cue.
    /// </summary>
    public static Complement? FindAfter(FoldedSentence sentence, int at, ImmutableArray<CueSense> senses, bool negated)
    {
        if (negated && FindSilentAfter(sentence, at, senses) is { } silent)
            return silent;
        foreach (var sense in senses)
        {
            if (!sense.IsSilent && Match(sentence, at, sense) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The same by the senses that say nothing.</summary>
    public static Complement? FindSilentAfter(FoldedSentence sentence, int at, ImmutableArray<CueSense> senses)
    {
        foreach (var sense in senses)
        {
            if (sense.IsSilent && Match(sentence, at, sense) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>The same after a noun, where a clause needs its "that".</summary>
    /// <param name="isNamed">Whether the clause is known to tell what the noun says, whatever a tagger took its "that" for.</param>
    public static Complement? FindAfterNoun(FoldedSentence sentence, int at, ImmutableArray<CueSense> senses, bool isNamed = false)
    {
        foreach (var sense in senses)
        {
            var isClause = sentence.Tag(at) != PosTag.WDT || isNamed && ClauseOpenings.StartsClause(sentence, at + 1);
            if (sense.TakesClause && sentence.Is(at, "that") && isClause)
                return new(sense, at, at, ContentBoundaries.ClauseEnd(sentence, at));
            if ((Infinitive(sentence, at, at, sense) ?? Prepositional(sentence, at, at, sense)) is { } found)
                return found;
            if (sense.TakesNothing)
                return new(sense, at, at, at);
        }
        return null;
    }

    private static Complement? Match(FoldedSentence sentence, int at, CueSense sense)
    {
        if (sense.Particle.Length > 0)
        {
            foreach (var particle in sense.Particle.Split(' '))
            {
                if (!sentence.Is(at++, particle))
                    return null;
            }
        }
        var cue = at;
        at = VerbGroups.SkipAdverbs(sentence, at);
        if (sentence.IsOver(at))
            return sense.TakesNothing ? new(sense, cue, cue, cue) : null;
        return Quoted(sentence, cue, at, sense)
            ?? Clause(sentence, cue, at, sense)
            ?? Infinitive(sentence, cue, at, sense)
            ?? Prepositional(sentence, cue, at, sense)
            ?? Addressed(sentence, cue, at, sense)
            ?? Noun(sentence, cue, at, sense)
            ?? (sense.TakesNothing ? new(sense, cue, cue, cue) : null);
    }

    private static Complement? Quoted(FoldedSentence sentence, int cue, int at, CueSense sense)
    {
        if (!sense.TakesQuote)
            return null;
        for (var i = at; i < sentence.Count && i < at + FarthestThat; i++)
        {
            if (sentence.IsQuotation(i) && (i == at || sentence.IsComma(i - 1) || sentence.Is(i - 1, ":")))
                return new(sense, cue, i, ContentBoundaries.ClauseEnd(sentence, i));
            if (sentence.Is(i, ":") && i + 1 < sentence.Count)
                return new(sense, cue, i + 1, ContentBoundaries.ClauseEnd(sentence, i + 1));
            if (sentence.IsVerb(i) || sentence.Tag(i) == PosTag.MD || sentence.Is(i, "that"))
                break;
        }
        return null;
    }

    private static Complement? Clause(FoldedSentence sentence, int cue, int at, CueSense sense)
    {
        if (!sense.TakesClause)
            return null;
        if (sentence.IsComma(at))
            return Interrupted(sentence, cue, at, sense);
        at = TimeAdjuncts.SkipTime(sentence, at);
        var that = ClauseOpenings.FindThat(sentence, at);
        if (that >= 0)
            return new(sense, cue, that, ContentBoundaries.ClauseEnd(sentence, that));
        if (ClauseOpenings.IsQuestionWord(sentence, at))
            return new(sense, cue, at, ContentBoundaries.ClauseEnd(sentence, at));
        if (sense.TakesAddressee)
            return null;
        if (sentence.IsQuotation(at) || sentence.Tag(at) is PosTag.EX)
            return new(sense, cue, at, ContentBoundaries.ClauseEnd(sentence, at));
        var start = TimeAdjuncts.SkipTime(sentence, at);
        return
            ClauseOpenings.StartsClause(sentence, start)
            || sense.TakesQuote && sense.Manner == AttributionManner.Said && ClauseOpenings.OpensSpeech(sentence, start)
            ? new(sense, cue, start, ContentBoundaries.ClauseEnd(sentence, start))
            : null;
    }

    // "said, among other things, that"
    private static Complement? Interrupted(FoldedSentence sentence, int cue, int comma, CueSense sense)
    {
        for (var i = comma + 1; i < comma + FarthestThat && i < sentence.Count; i++)
        {
            if (sentence.IsComma(i))
                return sentence.Is(i + 1, "that") ? new(sense, cue, i + 1, ContentBoundaries.ClauseEnd(sentence, i + 1)) : null;
            else if (sentence.IsBreak(i))
                return null;
        }

        return null;
    }

    private static Complement? Infinitive(FoldedSentence sentence, int cue, int at, CueSense sense) =>
        sense.TakesInfinitive && sentence.Is(at, "to") && sentence.IsVerb(VerbGroups.SkipAdverbs(sentence, at + 1))
            ? new(sense, cue, at, ContentBoundaries.ClauseEnd(sentence, at))
            : null;

    private static Complement? Prepositional(FoldedSentence sentence, int cue, int at, CueSense sense)
    {
        if (
            sentence.Tag(at) is not (PosTag.IN or PosTag.TO or PosTag.RP or PosTag.RB)
            || !sense.Frames.Contains(sentence.Lower(at))
            || sentence.Is(at, "that")
        )
        {
            return null;
        }

        var first = at + 1;
        if (first >= sentence.Count || sentence.IsBreak(first) || sentence.IsComma(first) || TimeAdjuncts.IsTimeNoun(sentence, first))
            return null;
        return new(sense, first, first, ContentBoundaries.PhraseEnd(sentence, first));
    }

    private static Complement? Addressed(FoldedSentence sentence, int cue, int at, CueSense sense)
    {
        if (!sense.TakesAddressee || sentence.IsComma(at))
            return null;
        var end = NounPhrases.BaseEnd(sentence, at);
        if (end == at)
            return null;
        for (var i = end; i < sentence.Count && i < end + FarthestThat; i++)
        {
            var opens = sentence.Is(i, "that") && (sentence.Tag(i) != PosTag.WDT || sentence.Tag(i + 1) == PosTag.PRP);
            if (opens || ClauseOpenings.IsQuestionWord(sentence, i) && i == end)
                return new(sense, cue, i, ContentBoundaries.ClauseEnd(sentence, i));
            if (sentence.IsQuotation(i) && (i == end || sentence.IsComma(i - 1)))
                return new(sense, cue, i, ContentBoundaries.ClauseEnd(sentence, i));
            if (sentence.Is(i, ":"))
                return new(sense, cue, i + 1, ContentBoundaries.ClauseEnd(sentence, i + 1));
            if (sentence.Is(i, "to") && i == end && sentence.IsVerb(i + 1))
                return new(sense, cue, at, ContentBoundaries.ClauseEnd(sentence, at));
            if (sense.Frames.Contains(sentence.Lower(i)) && sentence.Tag(i) == PosTag.IN && i == end)
                return new(sense, cue, i + 1, ContentBoundaries.PhraseEnd(sentence, i + 1));
            var start = TimeAdjuncts.SkipTime(sentence, i);
            if (ClauseOpenings.StartsClause(sentence, start))
                return new(sense, cue, start, ContentBoundaries.ClauseEnd(sentence, start));
            if (sentence.IsVerb(i) || sentence.IsBreak(i))
                break;
        }
        return null;
    }

    private static Complement? Noun(FoldedSentence sentence, int cue, int at, CueSense sense)
    {
        if (sense.TakesNoun && sentence.Lower(at) is "that" or "this" && (sentence.IsOver(at + 1) || sentence.Is(at + 1, ":")))
            return new(sense, cue, at, at + 1);
        if (!sense.TakesNoun && !(sense.TakesGerund && sentence.Tag(at) == PosTag.VBG) || TimeAdjuncts.IsTimeNoun(sentence, at))
            return null;
        if (sentence.Tag(at) == PosTag.VBG || NounPhrases.IsPart(sentence, at) || sentence.IsQuotation(at))
            return new(sense, cue, at, ContentBoundaries.PhraseEnd(sentence, at));
        return null;
    }
}
