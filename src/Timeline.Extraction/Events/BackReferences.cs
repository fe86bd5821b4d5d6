using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>
/// Claims without a date of their own that speak of the event just told: "they spoke for an hour then, the palace said". Claims must be
/// asked for in order.
/// </summary>
internal sealed class BackReferences(StageResults results, List<EventDraft> dated)
{
    private int _next;

    /// <summary>The event of the sentence before, where the claim's words point back to it.</summary>
    public EventDraft? FindEvent(Attribution claim)
    {
        if (claim.Content.Count == 0)
            return null;
        var (document, first) = (results.Document, claim.Content[0].First);
        while (_next < dated.Count && dated[_next].Title.First < first)
            _next++;
        if (_next > 0 && CallsIt(claim) && document.SentenceOf(dated[_next - 1].Title.First) == document.SentenceOf(first))
            return dated[_next - 1];
        if (_next == 0 || !claim.Content.Any(PointsBack))
            return null;
        var (mine, theirs) = (document.SentenceOf(first), document.SentenceOf(dated[_next - 1].Title.First));
        return mine - theirs is 1 or 2 && document.Sentences[mine].Paragraph == document.Sentences[theirs].Paragraph
            ? dated[_next - 1]
            : null;
    }

    // "shut the mill in May, calling it a step": what is called so is what the sentence tells.
    private bool CallsIt(Attribution claim)
    {
        var tokens = results.Document.Tokens;
        return tokens[claim.Cue.First].Tag == PosTag.VBG
            && claim.Cue.End - claim.Cue.First == 1
            && tokens[claim.Content[0].First].Lower is "it" or "this" or "that";
    }

    private bool PointsBack(TokenSpan part)
    {
        var tokens = results.Document.Tokens;
        for (var i = part.First + 1; i < part.End; i++)
        {
            if (
                tokens[i] is { Lower: "then", Tag: PosTag.RB }
                && !tokens[i - 1].Is("since")
                && (i + 1 == part.End || !tokens[i + 1].Tag.IsVerb)
            )
            {
                return true;
            }
        }

        return false;
    }
}
