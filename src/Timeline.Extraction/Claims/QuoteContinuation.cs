using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Follows a speaker from sentence to sentence: a quotation that stands alone belongs to who was quoted right before it.</summary>
internal sealed class QuoteContinuation
{
    private AttributionDraft? _speaker;
    private int _paragraph = -1;
    private bool _open;

    /// <summary>
    /// Adds the sentence to the speaker's words where a transcript goes on with them; false where it does not.
    /// </summary>
    public bool TryContinueTranscript(FoldedSentence sentence)
    {
        if (_speaker?.Sense != SpeakerLabels.Sense || sentence.Paragraph != _paragraph)
            return false;
        _speaker.AddContinuation(sentence.Tokens(0, sentence.Count));
        return true;
    }

    public void Follow(FoldedSentence sentence, List<AttributionDraft> found)
    {
        if (
            _speaker is { } speaker
            && found.Count == 0
            && IsQuotationAlone(sentence)
            && (sentence.Paragraph == _paragraph || _open || speaker.AwaitsQuotation)
        )
        {
            speaker.AddContinuation(sentence.Tokens(0, QuotationsEnd(sentence)));
        }
        else
        {
            _speaker =
                found.LastOrDefault(draft => draft.AwaitsQuotation)
                ?? found.LastOrDefault(draft => draft.IsDirect && draft.Sense.TakesQuote)
                ?? found.LastOrDefault(draft =>
                    draft.Sense.Manner == AttributionManner.Said && (draft.Sense.TakesQuote || draft.Sense == SpeakerLabels.Sense)
                );
        }

        _paragraph = sentence.Paragraph;
        _open = EndsOpen(sentence);
    }

    private static bool IsQuotationAlone(FoldedSentence sentence)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (!sentence.IsQuotation(i) && !sentence.IsBreak(i))
                return false;
        }

        return sentence.IsQuotation(0);
    }

    private static int QuotationsEnd(FoldedSentence sentence)
    {
        var end = sentence.Count;
        while (end > 1 && !sentence.IsQuotation(end - 1))
            end--;
        return end;
    }

    private static bool EndsOpen(FoldedSentence sentence)
    {
        for (var i = sentence.Count - 1; i >= 0; i--)
        {
            if (sentence.IsQuotation(i))
                return sentence.Document.Tokens[sentence[i].End - 1].Kind != TokenKind.CloseQuote;
        }

        return false;
    }
}
