using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Events;

/// <summary>Builds the result: tokens become code points, references become indexes.</summary>
/// <param name="titles">One for each event.</param>
internal sealed class ExtractionBuilder(StageResults results, List<EventDraft> events, IReadOnlyList<string> titles)
{
    private readonly int?[] _eventOf = new int?[results.Attributions.Count];
    private readonly int?[] _said = new int?[results.Attributions.Count];
    private readonly ILookup<int, ActorMention> _mentions = results.Actors.Mentions.ToLookup(mention => mention.Actor);
    private readonly bool[] _isCancelled = [.. events.Select(draft => IsCancelled(results, draft))];
    private readonly List<ExtractedClaim> _addedClaims = [];

    public ExtractionResult Build()
    {
        AssignEvents();
        var claims = results.Attributions.Select(ToClaim).ToList();
        var extracted = events.Select(ToEvent).ToList();
        claims.AddRange(_addedClaims);
        return new(
            results.Document.Text,
            [.. results.Times.Select(time => time.Expression)],
            [.. results.Actors.Actors.Select(ToActor)],
            claims,
            extracted
        );
    }

    // A claim is about what it tells of; about its own making only where nothing else is known; an answer is about what it answers.
    private void AssignEvents()
    {
        foreach (var draft in events)
        {
            if (draft is { Statement: { } stated, Times: [var first, ..] })
                _said[stated] ??= first;
        }

        AssignEvents(ownStatements: false);
        AssignEvents(ownStatements: true);

        for (var c = 0; c < _eventOf.Length; c++)
        {
            if (results.Attributions[c].RespondsTo is { } answered && _eventOf[answered] is { } about)
                _eventOf[c] = about;
        }

        for (var c = 0; c + 1 < _eventOf.Length; c++)
        {
            if (_eventOf[c] is null && IsQuestionOf(results.Attributions[c], results.Attributions[c + 1]))
                _eventOf[c] = _eventOf[c + 1];
        }
    }

    // "Asked whether it was safe, she said": a question that nobody is named for belongs to its answer.
    private bool IsQuestionOf(Attribution question, Attribution answer) =>
        question is { Source: null, Manner: AttributionManner.Asked }
        && results.Document.SentenceOf(question.Cue.First) == results.Document.SentenceOf(answer.Cue.First);

    private void AssignEvents(bool ownStatements)
    {
        for (var e = 0; e < events.Count; e++)
        {
            foreach (var claim in events[e].Claims)
            {
                if (events[e].Statement == claim == ownStatements)
                    _eventOf[claim] ??= e;
            }
        }
    }

    private ExtractedActor ToActor(ResolvedActor actor, int index)
    {
        var mentions = _mentions[index].Select(mention => results.Document.SpanOf(mention.First, mention.End));
        return new(actor.Name, actor.Kind.Name, actor.Aliases, [.. mentions]);
    }

    private ExtractedClaim ToClaim(Attribution claim, int index) =>
        new(
            ClaimSources.SpeakerOf(results, claim),
            ClaimSources.NameOf(results, claim),
            Spans(claim.Source),
            ClaimSources.ViaOf(results, claim),
            Spans(claim.Cue),
            [.. claim.Content.SelectMany(part => Spans(part))],
            claim.IsDirect,
            StanceOf(claim, index).Name,
            _said[index],
            claim.RespondsTo,
            _eventOf[index]
        );

    // Who names the day of a plan that was called off cancels it; who names the day of calling it off tells what happened then.
    private Stance StanceOf(Attribution claim, int index) =>
        _eventOf[index] is not { } about || events[about] is not { Statement: null, Date: not null }
            ? claim.Stance
            : claim.Stance switch
            {
                Stance.Asserts or Stance.Confirms or Stance.Expects or Stance.Promises when _isCancelled[about] => Stance.Cancels,
                Stance.Cancels when !_isCancelled[about] => Stance.Asserts,
                var stance => stance,
            };

    private static bool IsCancelled(StageResults results, EventDraft draft)
    {
        if (draft is not { Statement: null, Date: { } date, Times: [var first, ..] })
            return false;
        var time = new TokenSpan(results.Times[first].First, results.Times[first].End);
        return Cancellations.IsOfPlan(results.Document, draft.Title, time, isAhead: date.Earliest > results.Published);
    }

    private ExtractedEvent ToEvent(EventDraft draft, int index)
    {
        var claims = new List<int>(draft.Claims);
        if (draft.IsInArticleVoice || claims.Count == 0)
            claims.Add(AddArticleClaim(draft, index));
        else if (claims.All(claim => _eventOf[claim] != index))
            claims[0] = AddSharedClaim(draft, claims[0], index);
        var phrase = draft.Phrase is { } longer ? results.Document.TextOf(longer.First, longer.End) : null;
        var time = draft.Times.Count > 0 ? results.Times[draft.Times[0]].Expression : null;
        return new(
            titles[index],
            draft.Kind.Name,
            draft.Date,
            (draft.IsThroughout ? EventExtent.Throughout : EventExtent.Within).Name,
            phrase ?? time?.Phrase,
            time?.Anchor,
            time?.Alternatives ?? [],
            draft.Times,
            ParticipantCollector.Collect(results, draft, claim => ClaimSources.SpeakerOf(results, results.Attributions[claim])),
            claims
        );
    }

    // One statement that tells of several happenings is a claim on each, always its speaker's.
    private int AddSharedClaim(EventDraft draft, int claim, int index)
    {
        _addedClaims.Add(
            ToClaim(results.Attributions[claim], claim) with
            {
                Content = Spans(draft.Title),
                RespondsTo = null,
                Event = index,
            }
        );
        return results.Attributions.Count + _addedClaims.Count - 1;
    }

    // The article's own voice: what it tells without leaving it to somebody else.
    private int AddArticleClaim(EventDraft draft, int index)
    {
        var via = draft.Statement is { } claim ? ClaimSources.ViaOf(results, results.Attributions[claim]) : null;
        var stance = _isCancelled[index] ? Stance.Cancels : Stance.Asserts;
        _addedClaims.Add(new(null, null, [], via, [], Spans(draft.Title), false, stance.Name, null, null, index));
        return results.Attributions.Count + _addedClaims.Count - 1;
    }

    private TextSpan[] Spans(TokenSpan? span) => span is { } some ? [results.Document.SpanOf(some.First, some.End)] : [];
}
