using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Days and other times that stand between a cue and its content: "said on Monday that".</summary>
internal static class TimeAdjuncts
{
    public static bool IsTimeNoun(FoldedSentence sentence, int at) =>
        CueLexicon.TimeNouns.Contains(sentence.Lower(at).TrimEnd('.')) && !(sentence.Is(at, "may") && sentence.Tag(at) == PosTag.MD);

    /// <summary>Where what follows a time begins: "late on Monday", "in the autumn of 2019"; the start itself for none.</summary>
    public static int SkipTime(FoldedSentence sentence, int at)
    {
        var i = at;
        while (sentence.Lower(i) is "late" or "early" or "only" or "just" or "again" or "back" && !sentence.IsVerb(i))
            i++;
        var hasPreposition = sentence.Lower(i) is "on" or "in" or "at" or "during" or "before" or "after";
        if (hasPreposition)
            i++;
        if (sentence.Lower(i) is "the" or "this" or "that" or "late" or "early" or "mid" or "a" or "an" && IsPeriod(sentence, i + 1))
            i++;
        if (hasPreposition && sentence.Tag(i) == PosTag.CD && sentence.Lower(i).Length == 4)
            return i + 1;
        if (!IsTimeNoun(sentence, i) && !IsPeriod(sentence, i) || sentence.Is(i, "that"))
            return at;
        while (
            IsTimeNoun(sentence, i)
            || i > at
                && (
                    sentence.Tag(i) == PosTag.CD
                    || IsPeriod(sentence, i)
                    || sentence.Is(i, "of") && (IsPeriod(sentence, i + 1) || sentence.Tag(i + 1) == PosTag.CD)
                    || sentence.IsComma(i) && sentence.Tag(i + 1) == PosTag.CD && sentence.Lower(i + 1).Length == 4
                )
        )
        {
            i++;
        }

        return i;
    }

    private static bool IsPeriod(FoldedSentence sentence, int at) =>
        sentence.Lower(at)
            is "day"
                or "days"
                or "week"
                or "weeks"
                or "month"
                or "months"
                or "year"
                or "years"
                or "decade"
                or "night"
                or "morning"
                or "afternoon"
                or "evening"
                or "weekend"
                or "spring"
                or "summer"
                or "autumn"
                or "fall"
                or "winter"
                or "end"
                or "beginning"
                or "start";
}
