using Timeline.Edtf;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Turns times and claims into events: what was said when, what happened when, and what is only told by somebody.</summary>
internal sealed class EventStage
{
    // An addressee may stand between cue and content: "told the paper in an interview that".
    private const int FarthestContent = 12;

    private readonly StageResults _results;
    private readonly Document _document;
    private readonly ClauseFinder _clauses;
    private readonly EventDating _dating;
    private readonly EventMerger _merger;
    private readonly Dictionary<int, EdtfDate> _saidOn = [];

    private EventStage(StageResults results)
    {
        (_results, _document) = (results, results.Document);
        (_clauses, _dating, _merger) = (new(results), new(results), new(results));
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
        var span = new TokenSpan(time.First, time.End);
        var region = _clauses.Region(time.First);
        if (DatedNouns.IsLabel(_document, span, region))
            return;
        var (voice, verb) = (_results.ContentOf(time.First), _clauses.VerbOf(span, region));
        if (voice is null && StatementAt(span, verb) is { } said)
            Add(index, DraftStatement(said, span), span);
        else if (DatedNouns.FindDescribed(_document, span, region) is { } noun)
            Add(index, DraftEvent(_clauses.PhraseOf(span, region), noun, voice), span);
        else if (verb >= 0)
            Add(index, DraftEvent(_clauses.ClauseOf(span, verb, region), verb, voice), span);
        else if (region.End - region.First - (span.End - span.First) > 4)
            Add(index, DraftEvent(_clauses.PhraseOf(span, region), -1, voice), span);
    }

    // The claim that was made at this time: its cue is the verb, or the time stands between source and cue and describes neither.
    private int? StatementAt(TokenSpan time, int verb)
    {
        if (verb >= 0 && _results.FrameOf(verb) is { } cue && InCue(cue, verb) && IsSaid(_results.Attributions[cue]))
            return DatedNouns.IsApposition(_document, time, StageResults.AttributionFrame(_results.Attributions[cue])) ? null : cue;
        return _results.FrameOf(time.First) is { } around && InCue(around, time.First) && IsSaid(_results.Attributions[around])
            ? around
            : null;
    }

    // What somebody only thinks or wants is not a moment of speech.
    private static bool IsSaid(Attribution claim) =>
        claim.Manner is AttributionManner.Said or AttributionManner.Silent or AttributionManner.Asked;

    private bool InCue(int claim, int token) => _results.Attributions[claim].Cue is var cue && cue.First <= token && token < cue.End;

    // From source to content, with the time where it stands among them.
    private EventDraft DraftStatement(int claim, TokenSpan time)
    {
        var (first, end) = StageResults.AttributionFrame(_results.Attributions[claim]);
        if (time.First > first)
            end = Math.Max(end, time.End);
        foreach (var part in _results.Attributions[claim].Content)
        {
            if (part.First - end < FarthestContent && first - part.End < FarthestContent)
                (first, end) = (Math.Min(first, part.First), Math.Max(end, part.End));
        }
        // What follows a colon belongs to what was said.
        if (end < _document.Tokens.Length && _document.Tokens[end].Is(':'))
            end = _document.Sentences[_document.SentenceOf(end)].End;
        return new(new(first, end), _results.Attributions[claim].Cue.First, claim)
        {
            Kind = EventKind.Statement,
            IsInArticleVoice = true,
            Aside = AsideOf(claim, time),
        };
    }

    // "Holm, who leads the party, said": what stands between commas after the source, unless the time is in it.
    private TokenSpan? AsideOf(int claim, TokenSpan time)
    {
        var (who, cue) = (_results.Attributions[claim].SourceHead, _results.Attributions[claim].Cue);
        if (who is not { } source || source.End >= cue.First || !_document.Tokens[source.End].Is(','))
            return null;
        var close = cue.First - 1;
        while (close > source.End && !_document.Tokens[close].Is(','))
            close--;
        var aside = new TokenSpan(source.End, close + 1);
        return close > source.End && !aside.Overlaps(time) ? aside : null;
    }

    private EventDraft DraftEvent((TokenSpan Clause, TokenSpan? Aside) words, int verb, int? voice) =>
        DraftEvent(words.Clause, verb, voice) with
        {
            Aside = words.Aside,
        };

    private EventDraft DraftEvent(TokenSpan title, int verb, int? voice)
    {
        var told = new EventDraft(title, verb, null)
        {
            Kind = EventKindClassifier.Classify(_document, title, verb),
            IsInArticleVoice = voice is null,
        };
        if (voice is { } claim)
            told.Claims.Add(claim);
        return told;
    }

    private void Add(int index, EventDraft draft, TokenSpan time)
    {
        if (draft.Statement is null && NonEventDates.IsSupposed(_document, draft.Title))
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
                || !IsSaid(claim)
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
        var said = DraftStatement(claim, _results.Attributions[claim].Cue) with { IsInArticleVoice = false };
        said.Claims.Add(claim);
        return said;
    }
}
