using Timeline.Edtf;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <content>Events in the making, by what tells them.</content>
internal sealed partial class EventStage
{
    private void Add(int index, EventDraft draft, TokenSpan time)
    {
        if (draft.Statement is null && !IsVouchedFor(draft) && NonEventDates.IsSupposed(_document, draft.Title))
            return;
        var mention = _results.Times[index];
        var region = _clauses.Region(time.First);
        var after = draft.Statement is null ? _clauses.AfterClause(time, region) : 0;
        draft.Date = _dating.DateOf(
            mention,
            draft.Title,
            _clauses.WhenClause(time, region) is not null,
            after > 0 ? LatestTelling(draft) : null
        );
        if (draft.Date is null)
            return;
        if (after > 0)
            draft.Phrase = new(after, time.End);
        draft.IsThroughout = _dating.IsThroughout(mention, draft.Title);
        draft.Times.Add(index);
        if (mention.RangePartner is { } partner)
        {
            draft.Times.Add(partner);
            draft.Phrase = new(time.First, _results.Times[partner].End);
        }
        if (draft.Statement is { } claim)
        {
            draft.Claims.Add(claim);
            _saidOn.TryAdd(claim, draft.Date.Value);
        }
        _merger.Add(draft);
    }

    // "would not say whether they met, as the Herald reported": what is left open there, the Herald says.
    private bool IsVouchedFor(EventDraft draft) =>
        draft.Claims is [var claim, ..]
        && _results.Attributions[claim].Content is [var content, ..]
        && content.First == draft.Title.First
        && content.First > 0
        && _document.Tokens[content.First - 1].Lower is "whether" or "if"
        && _results.Attributions[claim].Cue.First > content.First;

    // Nobody tells of what has not happened yet: the day of the statement, else that of the article.
    private EdtfDate LatestTelling(EventDraft draft) =>
        draft.Claims.Count > 0 && _saidOn.TryGetValue(draft.Claims[0], out var said) && said.Latest <= _results.Published
            ? said
            : EdtfDate.OfDay(_results.Published);

    private void AddUndated(CancellationToken cancel)
    {
        var dated = _merger.Events.SelectMany(draft => draft.Claims).ToHashSet();
        var backReferences = new BackReferences(_results, [.. _merger.Events]);
        for (var c = 0; c < _results.Attributions.Count; c++)
        {
            if ((c & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            var claim = _results.Attributions[c];
            if (
                dated.Contains(c)
                || !StatementDrafter.IsSaid(claim)
                || claim is { Source: null, Manner: AttributionManner.Asked }
                || (ClaimSources.SpeakerOf(_results, claim) ?? ClaimSources.ViaOf(_results, claim)) is null
            )
            {
                continue;
            }

            if (backReferences.FindEvent(claim) is { } earlier)
                earlier.Claims.Add(c);
            else
                _merger.Events.Add(DraftUndatedStatement(c));
        }
    }

    // What somebody says and nothing dates: the saying is all that there is.
    private EventDraft DraftUndatedStatement(int claim)
    {
        var said = _statements.Draft(claim, _results.Attributions[claim].Cue) with { IsInArticleVoice = false };
        said.Claims.Add(claim);
        return said;
    }
}
