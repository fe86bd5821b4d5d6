using System.Collections.Frozen;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Sources that stand before a colon: headlines ("Poll: …"), transcripts ("SMITH: …"), quotations ("Smith: “…”"). A lone name before a
/// colon may be a place that opens a report.
/// </summary>
internal sealed class SpeakerLabels
{
    public static readonly CueSense Sense = new(":", "", Stance.Asserts, AttributionManner.Said, FrozenSet<string>.Empty);
    private const int Longest = 6;
    private const int MakesTranscript = 3;
    private int _seen;

    /// <summary>Whether so many paragraphs were labelled that the article is a conversation.</summary>
    public bool IsTranscript => _seen >= MakesTranscript;

    /// <summary>The attribution of a sentence that opens a paragraph, or null.</summary>
    public AttributionDraft? TryRead(FoldedSentence sentence, bool isHeadline)
    {
        if (Colon(sentence) is not { } colon || !IsSpeechAfter(sentence, colon + 1))
            return null;
        _seen++;
        if (!isHeadline && !IsTranscript && !sentence.IsQuotation(colon + 1))
            return null;
        return new AttributionDraft(sentence, new(0, colon, 0, colon), colon, colon + 1, Sense, null).WithContent(
            colon + 1,
            ContentBoundaries.ClauseEnd(sentence, colon + 1)
        );
    }

    private static int? Colon(FoldedSentence sentence)
    {
        for (var i = 0; i <= Longest && i + 1 < sentence.Count; i++)
        {
            if (sentence.Is(i, ":"))
                return i > 0 ? i : null;
            if (!sentence.Tag(i).IsName && (i == 0 || !sentence.IsAside(i) && sentence.Tag(i) != PosTag.POS))
                return null;
        }
        return null;
    }

    private static bool IsSpeechAfter(FoldedSentence sentence, int from)
    {
        for (var i = from; i < sentence.Count; i++)
        {
            if (sentence.Tag(i).IsFinite || sentence.IsQuotation(i))
                return true;
        }

        return false;
    }
}
