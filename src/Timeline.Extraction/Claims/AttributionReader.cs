using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>All attributions of one sentence: each rule takes what those before it left.</summary>
internal static class AttributionReader
{
    public static List<AttributionDraft> Read(FoldedSentence sentence, Func<TokenSpan, bool>? isMedium)
    {
        var drafts = new List<AttributionDraft>();
        var groups = VerbGroups.Find(sentence);
        var subjects = new Subjects(sentence, groups);
        AccordingToCues.AddTo(sentence, drafts);
        new PostposedCues(sentence, groups).AddTo(drafts);
        AsReportedCues.AddTo(sentence, groups, drafts);
        var verbs = new VerbCues(sentence, groups, subjects);
        verbs.AddTo(drafts);
        QuestionCues.AddTo(sentence, drafts);
        new AdjectiveCues(sentence, groups, subjects).AddTo(drafts);
        new NounCues(sentence, groups, subjects).AddTo(drafts);
        MoveToInnerSource(sentence, drafts, verbs, isMedium);
        foreach (var draft in drafts)
            ReportingMedia.AssignTo(draft, isMedium);
        drafts.Sort((a, b) => a.CueFirst.CompareTo(b.CueFirst));
        return drafts;
    }

    private static bool IsStatement(FoldedSentence sentence, TokenSpan part)
    {
        for (var i = part.First; i < part.End; i++)
        {
            if (sentence.IsQuotation(i) || sentence.Document.Tokens[sentence[i].First].Tag.IsFinite)
                return true;
        }

        return false;
    }

    // "Mr X said Y, the Herald reported": the claim is Mr X's, by way of the Herald.
    // What else the Herald adds stays its own.
    private static void MoveToInnerSource(
        FoldedSentence sentence,
        List<AttributionDraft> drafts,
        VerbCues verbs,
        Func<TokenSpan, bool>? isMedium
    )
    {
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            var outer = drafts[i];
            if (
                outer.Sense.Manner != AttributionManner.Said
                || outer.Content.Count == 0
                || outer.Source is not { } source
                || sentence.Is(source.First - 1, "as")
                || !ReportingMedia.IsMedium(sentence, source, isMedium)
            )
            {
                continue;
            }

            if (verbs.ReadWithin(outer.Content[0]) is not { } inner)
                continue;
            inner.Via = source;
            outer.Content.RemoveAt(0);
            drafts.Add(inner);
            if (!outer.Content.Exists(part => IsStatement(sentence, part)))
                drafts.RemoveAt(i);
        }
    }
}
