using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Finds who says what in an article.</summary>
public static class ClaimStage
{
    /// <summary>
    /// All attributions in the order of the text. Time is linear in its length; what stands inside of somebody's words is not attributed
    /// again.
    /// </summary>
    /// <param name="isMedium">Whether these tokens name a medium, where actors are known; names that speak for themselves are taken for
    /// one without it.</param>
    public static IReadOnlyList<Attribution> Run(
        Document document,
        Func<TokenSpan, bool>? isMedium = null,
        CancellationToken cancel = default
    )
    {
        var sentences = SentenceFolder.Fold(document, QuotationFinder.Find(document), cancel);
        var drafts = new List<(AttributionDraft Draft, int Sentence)>();
        var (continuation, labels) = (new QuoteContinuation(), new SpeakerLabels());
        for (var i = 0; i < sentences.Count; i++)
        {
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            if (labels.IsTranscript && continuation.TryContinueTranscript(sentences[i]))
                continue;
            var opens = i == 0 || sentences[i - 1].Paragraph != sentences[i].Paragraph;
            var found =
                opens && labels.TryRead(sentences[i], i == 0) is { } label ? [label] : AttributionReader.Read(sentences[i], isMedium);
            continuation.Follow(sentences[i], found);
            foreach (var draft in found)
            {
                if (!Suppositions.IsNotClaimed(draft) && !NonClaims.Is(draft))
                    drafts.Add((draft, i));
            }
        }
        return Finish(document, drafts);
    }

    private static List<Attribution> Finish(Document document, List<(AttributionDraft Draft, int Sentence)> drafts)
    {
        var claims = new List<Attribution>(drafts.Count);
        var responses = new ResponseLinker(document);
        foreach (var (draft, sentence) in drafts)
        {
            var content = draft.Tokens;
            if (content.Count == 0 && !draft.Sense.IsSilent && !draft.Sense.TakesNothing)
                continue;
            var stance = StanceClassifier.Classify(draft);
            var answered = responses.FindAnswered(claims.Count, draft, stance, sentence);
            claims.Add(
                new(
                    SourceOf(draft),
                    HeadOf(draft.Sentence, draft.Source),
                    HeadOf(draft.Sentence, draft.Via),
                    draft.Sentence.Tokens(draft.CueFirst, draft.CueEnd),
                    content,
                    draft.IsDirect,
                    stance,
                    draft.Sense.Manner,
                    answered
                )
            );
        }
        return claims;
    }

    private static TokenSpan? SourceOf(AttributionDraft draft) =>
        draft.Source is { } source ? draft.Sentence.Tokens(source.First, source.End) : null;

    private static TokenSpan? HeadOf(FoldedSentence sentence, Subject? subject) =>
        subject is { } named ? sentence.Tokens(named.HeadFirst, named.HeadEnd) : null;
}
