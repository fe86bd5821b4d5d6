using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>
/// Follows an account over several sentences: where somebody's words were broken by their cue ("Both doors, it says, stood open"), where he
/// makes an allegation, or where the paragraph comes back to him (“…,” she added), what it tells between without a cue is told by him.
/// </summary>
internal sealed class AccountContinuation(Func<int, List<AttributionDraft>> read, IReadOnlyList<FoldedSentence> sentences)
{
    private const int MostSentences = 3;

    private AttributionDraft? _teller;
    private int _paragraph = -1;
    private int _left;

    /// <summary>Who tells this sentence, where it goes on with an account; null where it does not.</summary>
    public AttributionDraft? Follow(int index, List<AttributionDraft> found)
    {
        var sentence = sentences[index];
        if (found.Count > 0)
        {
            (_teller, _paragraph, _left) = (found.FindLast(IsAccount), sentence.Paragraph, MostSentences);
            if (_teller is null && found.FindLast(IsAllegation) is { } accuser)
                (_teller, _left) = (accuser, 1);
            if (_teller is null && found.FindLast(IsTelling) is { } speaker && ComesBackTo(speaker, index))
                _teller = speaker;
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

    private static bool IsTelling(AttributionDraft draft) =>
        draft is { IsDirect: false, Group: not null, Source: not null }
        && draft.Sense is { Manner: AttributionManner.Said, Stance: Stance.Asserts, TakesClause: true }
        && draft.Content.Exists(part => part.First >= draft.CueEnd && HasVerb(draft.Sentence, part));

    private static bool IsAllegation(AttributionDraft draft) =>
        IsTelling(draft) && draft.Sense.Lemma is "allege" or "claim" or "testify" or "contend";

    // “…,” she added: the next sentence of the paragraph that has a speaker has this one, as a pronoun.
    private bool ComesBackTo(AttributionDraft speaker, int index)
    {
        for (
            var i = index + 1;
            i < sentences.Count && i <= index + MostSentences && sentences[i].Paragraph == speaker.Sentence.Paragraph;
            i++
        )
        {
            if (read(i) is not { Count: > 0 } next)
                continue;
            return i > index + 1
                && next[0] is { IsDirect: true, Source: { } source }
                && next[0].Sentence.Lower(source.First) is "he" or "she"
                && !IsPlural(speaker);
        }

        return false;
    }

    private static bool IsPlural(AttributionDraft speaker) =>
        speaker.Source is { } source && speaker.Sentence.Tag(source.HeadEnd - 1) is PosTag.NNS or PosTag.NNPS;

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
