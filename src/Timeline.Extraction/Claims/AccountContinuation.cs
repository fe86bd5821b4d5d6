using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Follows an account over several sentences: where somebody's words were broken by their cue ("Two tubes, it says, thawed"), what the
/// paragraph goes on to tell without a cue is told by the same source.
/// </summary>
internal sealed class AccountContinuation
{
    private const int MostSentences = 3;

    private AttributionDraft? _teller;
    private int _paragraph = -1;
    private int _left;

    /// <summary>Who tells this sentence, where it goes on with an account; null where it does not.</summary>
    public AttributionDraft? Follow(FoldedSentence sentence, List<AttributionDraft> found)
    {
        if (found.Count > 0)
        {
            (_teller, _paragraph, _left) = (found.FindLast(IsAccount), sentence.Paragraph, MostSentences);
            return null;
        }
        if (_teller is null || sentence.Paragraph != _paragraph || _left-- == 0 || !IsTold(sentence))
            _teller = null;
        return _teller;
    }

    private static bool IsAccount(AttributionDraft draft) =>
        draft is { IsDirect: false, Group: not null }
        && draft.Sense is { Manner: AttributionManner.Said, Stance: Stance.Asserts }
        && draft.Content.Exists(part => part.End <= draft.CueFirst && !HasVerb(draft.Sentence, part))
        && draft.Content.Exists(part => part.First >= draft.CueEnd);

    // A whole statement, and no question.
    private static bool IsTold(FoldedSentence sentence)
    {
        if (sentence.Is(sentence.Count - 1, "?") || sentence.Lower(0) is "but" or "however")
            return false;
        return HasVerb(sentence, new(0, sentence.Count));
    }

    private static bool HasVerb(FoldedSentence sentence, TokenSpan items)
    {
        for (var i = items.First; i < items.End; i++)
        {
            if (sentence.Tag(i).IsFinite)
                return true;
        }

        return false;
    }
}
