using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Through whom a source was heard: "told the Herald", "in an interview with Radio North", "…, the agency reported".</summary>
internal static class ReportingMedia
{
    private const int Farthest = 16;
    private static readonly FrozenSet<string> Names = EmbeddedData.ReadWordSet("Claims.media.txt");

    /// <summary>
    /// Where a claim was made to a medium or in it, notes that; an attribution by a medium that holds another one becomes that one's
    /// medium.
    /// </summary>
    public static void AssignTo(AttributionDraft draft, Func<TokenSpan, bool>? isMedium)
    {
        if (
            draft.Via is not null
            || draft.Sense.Manner is not (AttributionManner.Said or AttributionManner.Silent)
            || draft.Group is not { } group
        )
        {
            return;
        }

        draft.Via = FindAfter(draft.Sentence, group.End, Farthest, isMedium) ?? FindInterviewer(draft, isMedium);
    }

    public static bool IsMedium(FoldedSentence sentence, Subject named, Func<TokenSpan, bool>? isMedium)
    {
        if (isMedium is not null && isMedium(sentence.Tokens(named.HeadFirst, named.HeadEnd)))
            return true;
        for (var i = named.HeadFirst; i < named.HeadEnd; i++)
        {
            if (
                sentence[i].Kind == FoldedItemKind.Token
                && Names.Contains(sentence.Lower(i))
                && (sentence.Tag(i).IsName || i == named.HeadEnd - 1)
            )
            {
                return true;
            }
        }

        return false;
    }

    // "In an interview with Radio North on Friday, she said"
    private static Subject? FindInterviewer(AttributionDraft draft, Func<TokenSpan, bool>? isMedium)
    {
        for (var i = 0; draft.Source is { } source && i < source.First; i++)
        {
            if (draft.Sentence.Is(i, "interview"))
                return FindAfter(draft.Sentence, i + 1, source.First - i - 1, isMedium);
        }

        return null;
    }

    // The first medium behind the cue's verb, as its addressee or after "with", "to", "on", "by".
    private static Subject? FindAfter(FoldedSentence sentence, int from, int most, Func<TokenSpan, bool>? isMedium)
    {
        for (var i = from; i < Math.Min(sentence.Count, from + most); i++)
        {
            if (sentence.IsQuotation(i) || sentence.Is(i, "that") || sentence.IsBreak(i) || sentence.Tag(i).IsFinite)
                return null;
            if (i > from && sentence.Lower(i - 1) is not ("to" or "with" or "on" or "by" or "told" or "tells" or "telling" or "in"))
                continue;
            var end = NounPhrases.BaseEnd(sentence, i);
            if (end > i && new Subject(i, end, i, end) is var named && IsMedium(sentence, named, isMedium))
                return named;
        }
        return null;
    }
}
