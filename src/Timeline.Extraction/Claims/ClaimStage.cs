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
    ) => Run(document, isMedium, claimsOnly: false, cancel);

    /// <summary>
    /// The attributions that say something: without attitudes towards a thing ("backs the plan") and purposes ("designed to support it"),
    /// which are somebody's and are told, but not said.
    /// </summary>
    /// <inheritdoc cref="Run(Document, Func{TokenSpan, bool}?, CancellationToken)"/>
    public static IReadOnlyList<Attribution> RunForClaims(Document document, Func<TokenSpan, bool> isMedium, CancellationToken cancel) =>
        Run(document, isMedium, claimsOnly: true, cancel);

    private static List<Attribution> Run(Document document, Func<TokenSpan, bool>? isMedium, bool claimsOnly, CancellationToken cancel)
    {
        var sentences = SentenceFolder.Fold(document, QuotationFinder.Find(document), cancel);
        var drafts = new List<(AttributionDraft Draft, int Sentence, TokenSpan? Account)>();
        var read = new List<AttributionDraft>?[sentences.Count];
        List<AttributionDraft> ReadAt(int index) => read[index] ??= AttributionReader.Read(sentences[index], isMedium);
        var accounts = new AccountContinuation(ReadAt, sentences);
        var (continuation, labels) = (new QuoteContinuation(), new SpeakerLabels());
        for (var i = 0; i < sentences.Count; i++)
        {
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            if (labels.IsTranscript && continuation.TryContinueTranscript(sentences[i]))
                continue;
            var opens = i == 0 || sentences[i - 1].Paragraph != sentences[i].Paragraph;
            var found = opens && labels.TryRead(sentences[i], i == 0) is { } label ? [label] : ReadAt(i);
            continuation.Follow(sentences[i], found);
            if (accounts.Follow(i, found) is { } teller)
                drafts.Add((teller, i, sentences[i].Tokens(0, sentences[i].Count)));
            foreach (var draft in found)
            {
                if (!Suppositions.IsNotClaimed(draft) && !NonClaims.Is(draft) && !(claimsOnly && NonClaims.IsUnsaid(draft)))
                    drafts.Add((draft, i, null));
            }
        }
        return Finish(drafts);
    }

    private static List<Attribution> Finish(List<(AttributionDraft Draft, int Sentence, TokenSpan? Account)> drafts)
    {
        var profiles = new List<ClaimProfile>(drafts.Count);
        foreach (var (draft, sentence, account) in drafts)
        {
            if (account is { } told)
                profiles.Add(new(draft, Stance.Asserts, sentence, [told]));
            else if (draft.Tokens.Count > 0 || draft.Sense.IsSilent || draft.Sense.TakesNothing)
                profiles.Add(new(draft, StanceClassifier.Classify(draft), sentence, draft.Tokens));
        }

        var answered = new ResponseLinker(profiles).Link();
        return [.. profiles.Select((profile, i) => ToAttribution(profile, answered[i]))];
    }

    private static Attribution ToAttribution(ClaimProfile profile, int? answered)
    {
        var draft = profile.Draft;
        return new(
            SourceOf(draft),
            HeadOf(draft.Sentence, draft.Source),
            HeadOf(draft.Sentence, draft.Via),
            draft.Sentence.Tokens(draft.CueFirst, draft.CueEnd),
            profile.Content,
            draft.IsDirect,
            profile.Stance,
            draft.Sense.Manner,
            answered
        );
    }

    private static TokenSpan? SourceOf(AttributionDraft draft) =>
        draft.Source is { } source ? draft.Sentence.Tokens(source.First, source.End) : null;

    private static TokenSpan? HeadOf(FoldedSentence sentence, Subject? subject) =>
        subject is { } named ? sentence.Tokens(named.HeadFirst, named.HeadEnd) : null;
}
