using Timeline.Edtf;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>Turns times and claims into events: what was said when, what happened when, and what is only told by somebody.</summary>
internal sealed class EventStage
{
    // A preposition and an article may stand between content and deadline.
    private const int FarthestContent = 3;

    private readonly StageResults _results;
    private readonly Document _document;
    private readonly ClauseFinder _clauses;
    private readonly StatementDrafter _statements;
    private readonly PredicationFinder _predications;
    private readonly EventDating _dating;
    private readonly EventMerger _merger;
    private readonly EllipticClauses _elliptic;
    private EventDraft? _last;
    private readonly Dictionary<int, EdtfDate> _saidOn = [];

    private EventStage(StageResults results)
    {
        (_results, _document) = (results, results.Document);
        (_clauses, _statements, _predications) = (new(results), new(results), new(results));
        (_dating, _merger, _elliptic) = (new(results), new(results), new(results));
    }

    /// <summary>All events, dated ones in the order of their expressions, then those that nothing dates.</summary>
    public static List<EventDraft> Run(StageResults results, CancellationToken cancel)
    {
        var stage = new EventStage(results);
        for (var i = 0; i < results.Times.Count; i++)
        {
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            stage.AddDated(i);
        }
        stage.AddUndated(cancel);
        return stage._merger.Events;
    }

    private void AddDated(int index)
    {
        var time = _results.Times[index];
        if (time.EventDate is null || time.RangePartner < index || NonEventDates.IsNonEventDate(_document, time))
            return;
        if (ReferencePoints.Is(_results, time))
            return;
        var span = new TokenSpan(time.First, time.End);
        var region = _clauses.Region(time.First);
        if (DatedNouns.IsLabel(_document, span, region))
            return;
        var (voice, verb) = (_results.ContentOf(time.First) ?? DeadlineOf(time), _clauses.VerbOf(span, region));
        if (NonEventDates.IsOfSpeaker(_results, time, verb))
            return;
        var before = _last;
        _last = null;
        if (_elliptic.FindApposition(time, region) is { } apposition)
            Add(index, DraftApposition(apposition, span, voice), span);
        else if (_elliptic.FindGapped(time, region, before) is { } gapped)
            Add(index, DraftGapped(gapped, span, voice), span);
        else if (DatedNouns.FindFollowed(_results, time, region) is { } followed)
            Add(index, DraftEvent(followed, -1, voice), span);
        else if (voice is null && _statements.FindAt(span, verb) is { } said)
            Add(index, _statements.Draft(said, span), span);
        else if (verb < 0 && voice is { } named && _statements.DraftNamed(named, time) is { } naming)
            Add(index, naming, span);
        else if (DatedNouns.FindDescribed(_document, span, region) is { } noun)
            Add(index, DraftEvent(_clauses.PhraseOf(span, region), noun, voice), span);
        else if (verb >= 0)
            Add(index, DraftClause(span, verb, region, voice), span);
        else if (region.End - region.First - (span.End - span.First) > 4)
            Add(index, DraftEvent(_clauses.PhraseOf(span, region), -1, voice), span);
    }

    // "demanded a recall before Christmas": the end that somebody sets belongs to what he says.
    private int? DeadlineOf(TimeMention time)
    {
        if (time.Signal is not (TemporalSignal.Until or TemporalSignal.Before))
            return null;
        for (var i = time.First - 1; i >= Math.Max(0, time.First - FarthestContent); i--)
        {
            if (_results.ContentOf(i) is { } claim)
                return _results.Attributions[claim].Stance is Stance.Demands or Stance.Promises or Stance.Expects ? claim : null;
        }

        return null;
    }

    private EventDraft DraftClause(TokenSpan time, int verb, TokenSpan region, int? voice)
    {
        var predication = _predications.Find(verb, region);
        var (clause, aside) = _clauses.ClauseOf(time, verb, region);
        return _last = DraftEvent(clause, verb, voice) with
        {
            Aside = aside,
            Predication = predication,
            Kind = EventKindClassifier.Classify(_document, predication),
        };
    }

    private EventDraft DraftGapped(Predication gapped, TokenSpan time, int? voice)
    {
        var phrase = gapped.Gap ?? gapped.Subject!.Value;
        return DraftEvent(phrase with { End = time.End }, phrase.First, voice) with
        {
            Predication = gapped,
            Kind = EventKindClassifier.Classify(_document, gapped),
        };
    }

    private EventDraft DraftApposition(Apposition apposition, TokenSpan time, int? voice) =>
        DraftEvent(apposition.Named with { End = time.End }, apposition.Phrase.End - 1, voice) with
        {
            Apposition = apposition,
            Kind = EventKindClassifier.Classify(_document, apposition.Phrase),
        };

    private EventDraft DraftEvent(TokenSpan title, int verb, int? voice)
    {
        var told = new EventDraft(title, verb, null)
        {
            Kind =
                verb < 0
                    ? EventKindClassifier.Classify(_document, title)
                    : EventKindClassifier.Classify(_document.Tokens[verb]) ?? EventKind.Other,
            IsInArticleVoice = voice is null,
        };
        if (voice is { } claim)
            told.Claims.Add(claim);
        return told;
    }

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
