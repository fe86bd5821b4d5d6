using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Where content ends.</summary>
internal static class ContentBoundaries
{
    private static readonly FrozenSet<string> Subordinators = WordSet.Parse(
        "while after when because although though since before until unless if whereas"
    );

    /// <summary>The end of a clause told by a source, which begins at <paramref name="from"/>: usually that of the sentence.</summary>
    public static int ClauseEnd(FoldedSentence sentence, int from)
    {
        var i = from;
        for (; i < sentence.Count; i++)
        {
            if (sentence.Is(i, ";") || sentence.Is(i, "according") && sentence.Is(i + 1, "to"))
                break;
            if (sentence.IsBreak(i) && sentence.IsOver(i))
                break;
            if (i == from)
                continue;
            if ((sentence.IsComma(i) || EndsInComma(sentence, i)) && LeavesClause(sentence, i + 1))
                return sentence.IsComma(i) ? i : i + 1;
            if (sentence.Tag(i) == PosTag.CC && ContinuesWithSpeech(sentence, i + 1))
                break;
        }
        return Trim(sentence, from, i);
    }

    /// <summary>The end of a noun phrase with what hangs on it, or of an infinitive.</summary>
    public static int PhraseEnd(FoldedSentence sentence, int from)
    {
        var i = from;
        for (; i < sentence.Count; i++)
        {
            if (sentence.Is(i, ";") || sentence.Is(i, ":") || sentence.IsDash(i) || sentence.Is(i, "according") && sentence.Is(i + 1, "to"))
                break;
            if (sentence.IsBreak(i) && sentence.IsOver(i))
                break;
            if (i == from)
                continue;
            if ((sentence.IsComma(i) || EndsInComma(sentence, i)) && !ContinuesList(sentence, i + 1))
                return sentence.IsComma(i) ? i : i + 1;
            if (
                sentence.Tag(i) == PosTag.CC
                && (sentence.Tag(VerbGroups.SkipAdverbs(sentence, i + 1)).IsFinite || StartsClause(sentence, i + 1))
            )
            {
                break;
            }

            if (Subordinates(sentence, i))
                break;
        }
        return Trim(sentence, from, i);
    }

    private static int Trim(FoldedSentence sentence, int from, int end)
    {
        while (end > from && (sentence.IsComma(end - 1) || sentence.IsDash(end - 1)))
            end--;
        return end;
    }

    private static bool EndsInComma(FoldedSentence sentence, int at) => sentence.IsQuotation(at) && sentence.LastSignInside(at) == ',';

    private static bool LeavesClause(FoldedSentence sentence, int at)
    {
        if (sentence.Lower(at) is "but" or "while" or "although" or "though" or "whereas" or "according" or "even")
            return true;
        if (sentence.Is(at, "as") && !sentence.Is(at + 1, "well"))
            return true;
        var next = sentence.Tag(at) == PosTag.CC ? at + 1 : at;
        if (
            sentence.Tag(VerbGroups.SkipAdverbs(sentence, next)) == PosTag.VBG
            && IsSpeech(sentence, VerbGroups.SkipAdverbs(sentence, next))
        )
        {
            return true;
        }

        if (sentence.Tag(at) == PosTag.CC)
            return ContinuesWithSpeech(sentence, at + 1) || StartsOtherAttribution(sentence, at + 1);
        return StartsOtherAttribution(sentence, at) && sentence.Tag(at) is not (PosTag.WP or PosTag.WDT);
    }

    // ", the paper reported" and ", and the mayor said": a subject with a verb of saying of its own.
    private static bool StartsOtherAttribution(FoldedSentence sentence, int at)
    {
        // ", opened in 2009": the participle of the noun before, not a verb of saying.
        if (IsSpeech(sentence, at) && sentence.Tag(at).IsFinite)
            return sentence.Tag(at + 1) != PosTag.IN || TakesClause(sentence, at);
        var end = NounPhrases.FullEnd(sentence, at);
        if (end == at)
            return false;
        var verb = VerbGroups.SkipAdverbs(sentence, end);
        while (VerbGroups.IsAuxiliary(sentence.Lower(verb)) && sentence.IsVerb(verb))
            verb = VerbGroups.SkipAdverbs(sentence, verb + 1);
        return sentence.IsVerb(verb) && IsSpeech(sentence, verb);
    }

    private static bool ContinuesWithSpeech(FoldedSentence sentence, int at)
    {
        at = VerbGroups.SkipAdverbs(sentence, at);
        return sentence.Tag(at) is PosTag.VBD or PosTag.VBZ && IsSpeech(sentence, at);
    }

    private static bool TakesClause(FoldedSentence sentence, int at) =>
        CueLexicon.Verbs.TryGetValue(sentence.Lower(at), out var senses) && senses.Any(sense => sense.TakesClause);

    private static bool IsSpeech(FoldedSentence sentence, int at)
    {
        if (!CueLexicon.Verbs.TryGetValue(sentence.Lower(at), out var senses))
            return false;
        foreach (var sense in senses)
        {
            if (sense.Manner == AttributionManner.Said && (sense.TakesQuote || sense.TakesNoun))
                return true;
        }

        return false;
    }

    // After a comma inside of a phrase: another member of its list, and no new clause.
    private static bool ContinuesList(FoldedSentence sentence, int at)
    {
        if (sentence.Is(at, "but"))
            return false;
        if (sentence.Tag(at) == PosTag.CC)
            return !sentence.Tag(VerbGroups.SkipAdverbs(sentence, at + 1)).IsFinite && !StartsClause(sentence, at + 1);
        var end = NounPhrases.FullEnd(sentence, at);
        if (end == at || end - at > 8)
            return false;
        return (sentence.IsComma(end) || sentence.Tag(end) == PosTag.CC) && !StartsClause(sentence, at);
    }

    private static bool StartsClause(FoldedSentence sentence, int at)
    {
        var end = NounPhrases.FullEnd(sentence, at);
        return end > at && sentence.Tag(VerbGroups.SkipAdverbs(sentence, end)).IsFinite;
    }

    private static bool Subordinates(FoldedSentence sentence, int at) =>
        sentence.Tag(at) is PosTag.IN or PosTag.WRB or PosTag.RB && Subordinators.Contains(sentence.Lower(at));
}
