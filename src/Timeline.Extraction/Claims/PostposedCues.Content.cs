using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <content>What stands around a cue, and how far its source reaches.</content>
internal sealed partial class PostposedCues
{
    // "On Monday, he said" has no content before it.
    private bool IsContent(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (sentence.IsQuotation(i) || sentence.Tag(i).IsFinite)
                return true;
        }

        return false;
    }

    private AttributionDraft WithContentAfter(AttributionDraft draft, int after)
    {
        var at = after;
        while (
            at < sentence.Count
            && !sentence.IsComma(at)
            && !sentence.IsQuotation(at)
            && !sentence.Is(at, ":")
            && !sentence.IsBreak(at)
            && !sentence.Tag(at).IsFinite
        )
        {
            at++;
        }

        if (sentence.IsQuotation(at))
            return draft.WithContent(at, ContentBoundaries.ClauseEnd(sentence, at));
        if (sentence.Is(at, ":"))
            return draft.WithContent(at + 1, ContentBoundaries.ClauseEnd(sentence, at + 1));
        if (!sentence.IsComma(at))
            return draft;
        var next = at + 1;
        if (sentence.IsQuotation(next))
            return draft.WithContent(next, ContentBoundaries.ClauseEnd(sentence, next));
        if (
            at != after
            || sentence.Tag(VerbGroups.SkipAdverbs(sentence, next)) is PosTag.VBG or PosTag.VBN or PosTag.CC or PosTag.WP or PosTag.WDT
        )
        {
            return draft;
        }

        if (sentence.Lower(next) is "according" or "as" or "after" or "when" or "before" or "in")
            return draft;
        return draft.WithContent(next, ContentBoundaries.ClauseEnd(sentence, next));
    }

    private int WithApposition(int end)
    {
        while (
            sentence.IsComma(end)
            && (
                sentence.Tag(end + 1) is PosTag.DT or PosTag.CD or PosTag.NN or PosTag.NNP or PosTag.WP or PosTag.JJ or PosTag.PRPS
                || sentence.Is(end + 1, "who")
            )
            && !sentence.Tag(end + 1).IsFinite
        )
        {
            var next = end + 1;
            while (next < sentence.Count && !sentence.IsComma(next) && !sentence.IsBreak(next) && !sentence.IsQuotation(next))
                next++;
            if (next == end + 1)
                break;
            end = next;
        }
        return end;
    }
}
