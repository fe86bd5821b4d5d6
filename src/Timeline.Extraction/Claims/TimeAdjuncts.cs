using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Days and other times that stand between a cue and its content: "said on Monday that".</summary>
internal static class TimeAdjuncts
{
    public static bool IsTimeNoun(FoldedSentence sentence, int at) =>
        CueLexicon.TimeNouns.Contains(sentence.Lower(at).TrimEnd('.')) && !(sentence.Is(at, "may") && sentence.Tag(at) == PosTag.MD);

    public static int SkipTime(FoldedSentence sentence, int at)
    {
        var i = sentence.Is(at, "on") ? at + 1 : at;
        if (!IsTimeNoun(sentence, i))
            return at;
        while (
            IsTimeNoun(sentence, i)
            || i > at
                && (
                    sentence.Tag(i) == PosTag.CD
                    || sentence.Lower(i) is "week" or "month" or "year" or "night" or "morning" or "afternoon" or "evening"
                )
        )
        {
            i++;
        }

        return i;
    }
}
