using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;

namespace Timeline.Extraction.Events;

/// <summary>Writes down what was read: tokens become code points, references become indexes.</summary>
internal sealed class Records(Findings findings, List<Happening> events)
{
    private readonly int?[] _eventOf = new int?[findings.Claims.Count];
    private readonly int?[] _said = new int?[findings.Claims.Count];
    private readonly ILookup<int, Mention> _mentions = findings.Cast.Mentions.ToLookup(mention => mention.Actor);
    private readonly List<ExtractedClaim> _own = [];

    public ExtractionResult ToExtraction()
    {
        Place();
        var claims = findings.Claims.Select(ToClaim).ToList();
        var told = events.Select(ToEvent).ToList();
        claims.AddRange(_own);
        return new(
            findings.Document.Text,
            [.. findings.Times.Select(time => time.Expression)],
            [.. findings.Cast.Actors.Select(ToActor)],
            claims,
            told
        );
    }

    // A claim is about what it tells of; about its own making only where nothing else is known; an answer is about what it answers.
    private void Place()
    {
        foreach (var happening in events)
        {
            if (happening is { Statement: { } stated, Times: [var first, ..] })
                _said[stated] ??= first;
        }

        foreach (var statement in new[] { false, true })
        {
            for (var e = 0; e < events.Count; e++)
            {
                foreach (var claim in events[e].Claims)
                {
                    if (events[e].Statement == claim == statement)
                        _eventOf[claim] ??= e;
                }
            }
        }

        for (var c = 0; c < _eventOf.Length; c++)
        {
            if (findings.Claims[c].RespondsTo is { } answered && _eventOf[answered] is { } about)
                _eventOf[c] = about;
        }
    }

    private ExtractedActor ToActor(Actor actor, int index)
    {
        var mentions = _mentions[index].Select(mention => findings.Document.Span(mention.First, mention.End));
        return new(actor.Name, actor.Kind.ToString().ToLowerInvariant(), actor.Aliases, [.. mentions]);
    }

    private ExtractedClaim ToClaim(Claim claim, int index) =>
        new(
            Voices.SpeakerOf(findings, claim),
            Voices.NameOf(findings, claim),
            Spans(claim.Source),
            Voices.ViaOf(findings, claim),
            Spans(claim.Cue),
            [.. claim.Content.SelectMany(part => Spans(part))],
            claim.Direct,
            claim.Stance.Name,
            _said[index],
            claim.RespondsTo,
            _eventOf[index]
        );

    private ExtractedEvent ToEvent(Happening happening, int index)
    {
        var claims = new List<int>(happening.Claims);
        if (happening.IsTold || claims.All(claim => _eventOf[claim] != index))
            claims.Add(Own(happening, index));
        var phrase = happening.Phrase is { } longer ? findings.Document.Words(longer.First, longer.End) : null;
        var time = happening.Times.Count > 0 ? findings.Times[happening.Times[0]].Expression : null;
        return new(
            Titles.Of(findings.Document, happening),
            happening.Kind,
            happening.Date,
            happening.IsThroughout ? "throughout" : "within",
            phrase ?? time?.Phrase,
            time?.Anchor,
            time?.Alternatives ?? [],
            happening.Times,
            Participants.Of(findings, happening, claim => Voices.SpeakerOf(findings, findings.Claims[claim])),
            claims
        );
    }

    // The article's own voice: what it tells without leaving it to somebody else.
    private int Own(Happening happening, int index)
    {
        var via = happening.Statement is { } claim ? Voices.ViaOf(findings, findings.Claims[claim]) : null;
        _own.Add(new(null, null, [], via, [], Spans(happening.Title), false, Stance.Asserts.Name, null, null, index));
        return findings.Claims.Count + _own.Count - 1;
    }

    private TextSpan[] Spans(Run? run) => run is { } some ? [findings.Document.Span(some.First, some.End)] : [];
}
