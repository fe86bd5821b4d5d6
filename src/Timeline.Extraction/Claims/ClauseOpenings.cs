using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Where a clause begins behind a cue, with or without a word that says so.</summary>
internal static class ClauseOpenings
{
    private const int FarthestThat = 14;

    // "said abandoning the plan was wrong", "said caucuses “are unknown”": a verb comes, but not right behind a phrase that a tagger shows.
    public static bool OpensSpeech(FoldedSentence sentence, int at)
    {
        if (
            sentence.Tag(at) != PosTag.VBG && !NounPhrases.IsPart(sentence, at)
            || TimeAdjuncts.IsTimeNoun(sentence, at)
            || sentence.Lower(at) is "so" or "little" or "something" or "nothing"
        )
        {
            return false;
        }

        for (var i = at; i < sentence.Count && !sentence.IsBreak(i); i++)
        {
            if (sentence.Tag(i).IsFinite || sentence.IsQuotation(i))
                return true;
        }

        return false;
    }

    // "said on Monday that", "said in a statement that": the word may wait behind adjuncts, but not behind a verb.
    public static int FindThat(FoldedSentence sentence, int at)
    {
        var participle = false;
        for (var i = at; i < sentence.Count && i < at + FarthestThat; i++)
        {
            // "disputed that: …"
            if (sentence.Is(i, "that") && (sentence.IsOver(i + 1) || sentence.Is(i + 1, ":")))
                return -1;
            if (sentence.Is(i, "that"))
            {
                var isConjunction = i == at || sentence.Tag(i) == PosTag.IN || TimeAdjuncts.IsTimeNoun(sentence, i - 1);
                return isConjunction || participle && StartsClause(sentence, i + 1) ? i : -1;
            }
            if (i == at && sentence.Tag(i) is not (PosTag.IN or PosTag.TO or PosTag.RB) && !TimeAdjuncts.IsTimeNoun(sentence, i))
                return -1;
            // "said in a letter published in May that"
            if (i > at + 1 && sentence.Tag(i) is PosTag.VBN or PosTag.VBD && sentence.Tag(i - 1) is PosTag.NN or PosTag.NNS && !participle)
            {
                participle = true;
                continue;
            }

            if (sentence.IsVerb(i) || sentence.Tag(i) == PosTag.MD || sentence.IsBreak(i) || sentence.IsComma(i))
                return -1;
        }
        return -1;
    }

    public static bool IsQuestionWord(FoldedSentence sentence, int at) =>
        sentence.Tag(at) is PosTag.WP or PosTag.WRB or PosTag.WDT or PosTag.WPS
        || sentence.Lower(at) is "whether" or "if"
        || sentence.Lower(at) is "how" or "why" or "what";

    // A noun phrase with a finite verb behind it.
    public static bool StartsClause(FoldedSentence sentence, int at)
    {
        var end = at;
        for (var i = 0; i < 4; i++)
        {
            var next = NounPhrases.FullEnd(sentence, end);
            if (next == end)
                break;
            end = next;
            if (sentence.Tag(VerbGroups.SkipAdverbs(sentence, end)).IsFinite)
                return true;
            if (
                sentence.IsComma(end)
                || sentence.Tag(end) is PosTag.WP or PosTag.WDT or PosTag.VBG or PosTag.VBN or PosTag.CC
                || sentence.IsQuotation(end)
            )
            {
                return end > at;
            }
        }
        return false;
    }
}
