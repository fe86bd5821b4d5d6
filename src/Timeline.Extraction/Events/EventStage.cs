using Timeline.Edtf;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction.Events;

/// <summary>Turns times and claims into events: what was said when, what happened when, and what is only told by somebody.</summary>
internal sealed partial class EventStage
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

    // "demanded a vote before Easter": the end that somebody sets belongs to what he says.
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
}
