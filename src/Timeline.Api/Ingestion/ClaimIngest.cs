using Timeline.Api.Domain;
using Timeline.Api.Storage;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>Stores the claims of an article, each on its event and after the claim that it answers.</summary>
/// <param name="eventIds">The keys of the events stored so far, by their indexes in the extraction.</param>
internal sealed class ClaimIngest(IngestContext context, ActorIngest actors, IReadOnlyDictionary<int, long?> eventIds)
{
    /// <summary>How many code points around a quote are stored with it.</summary>
    private const int QuoteContext = 32;

    private readonly CodePoints _text = new(context.Extraction.Text);
    private readonly Dictionary<int, long?> _ids = [];

    /// <summary>The keys of the claims, by their indexes in the extraction.</summary>
    public IReadOnlyDictionary<int, long?> Ids => _ids;

    /// <summary>Stores the claims of an event; where it has none, the article itself is the one that tells of it.</summary>
    public void StoreOf(int eventIndex, long eventId)
    {
        var found = context.Extraction.Events[eventIndex];
        // A statement lists what was said in it too; such a claim stands on the event that it is about.
        var own = found.Claims.Where(claim => context.Extraction.Claims[claim].Event is not { } about || about == eventIndex).ToList();
        foreach (var claim in own)
            Store(claim);
        if (own.Count == 0)
            AddOwnVoice(found, eventId);
    }

    /// <summary>Stores a claim if its event is stored and it is not yet.</summary>
    public void Store(int index)
    {
        var claim = context.Extraction.Claims[index];
        if (_ids.ContainsKey(index) || claim.Event is not { } about)
            return;
        if (eventIds.GetValueOrDefault(about) is not { } eventId)
            return;
        // Claims may answer each other in a circle; the one met first then answers none.
        _ids[index] = null;
        if (claim.RespondsTo is { } answered && answered != index)
            Store(answered);
        var id = context.Transaction.NextId("claim");
        _ids[index] = id;
        Add(claim, id, eventId);
    }

    private void Add(ExtractedClaim claim, long id, long eventId)
    {
        IReadOnlyList<TextSpan> spans = claim.Content.Count > 0 ? claim.Content : [.. claim.Source, .. claim.Cue];
        var quote = KeepsQuote(spans);
        var names = context.Extraction.Actors;
        context.Transaction.Add(
            new ClaimRow(
                Id: id,
                Event: eventId,
                Article: context.Article,
                Speaker: claim.Speaker is { } speaker ? actors.Link(speaker) : null,
                SpeakerName: claim.Speaker is { } named ? names[named].Name : claim.SpeakerName,
                Via: claim.Via is { } medium ? actors.Link(medium) : null,
                ViaName: claim.Via is { } reporter ? names[reporter].Name : null,
                Stance: claim.Stance,
                Cue: Words(claim.Cue),
                Direct: claim.Direct,
                Text: null,
                Said: claim.Said is { } said ? ToStatedDate(context.Extraction.Expressions[said]) : StatedDate.Unknown,
                RespondsTo: claim.RespondsTo is { } answered ? _ids.GetValueOrDefault(answered) : null,
                QuoteExact: quote ? Words(spans) : null,
                QuotePrefix: quote ? Before(spans) : null,
                QuoteSuffix: quote ? After(spans) : null,
                QuoteSpans: ToPairs(spans),
                Review: context.Review
            )
            {
                Tells = DateOf(context.Extraction.Events[claim.Event!.Value]),
            }
        );
    }

    /// <summary>The claim of the article's own voice, which stands where the event's date does.</summary>
    private void AddOwnVoice(ExtractedEvent found, long eventId)
    {
        var id = context.Transaction.NextId("claim");
        IReadOnlyList<TextSpan> spans = [.. found.Expressions.Select(i => context.Extraction.Expressions[i].Span)];
        var quote = KeepsQuote(spans);
        context.Transaction.Add(
            new ClaimRow(
                Id: id,
                Event: eventId,
                Article: context.Article,
                Speaker: null,
                SpeakerName: null,
                Via: null,
                ViaName: null,
                Stance: Vocabulary.Asserts,
                Cue: null,
                Direct: false,
                Text: null,
                Said: StatedDate.Unknown,
                RespondsTo: null,
                QuoteExact: quote ? Words(spans) : null,
                QuotePrefix: quote ? Before(spans) : null,
                QuoteSuffix: quote ? After(spans) : null,
                QuoteSpans: ToPairs(spans),
                Review: context.Review
            )
            {
                Tells = DateOf(found),
            }
        );
    }

    private bool KeepsQuote(IReadOnlyList<TextSpan> spans) => context.KeepsText && spans.Count > 0;

    private string Before(IReadOnlyList<TextSpan> spans) => _text.Slice(spans[0].Start - QuoteContext, spans[0].Start);

    private string After(IReadOnlyList<TextSpan> spans) => _text.Slice(spans[^1].End, spans[^1].End + QuoteContext);

    private string? Words(IReadOnlyList<TextSpan> spans) =>
        spans.Count == 0 ? null : string.Join(" … ", spans.Select(span => _text.Slice(span.Start, span.End)));

    private static List<IReadOnlyList<int>> ToPairs(IEnumerable<TextSpan> spans) =>
        [
            .. spans
                .Where(span => span.End > span.Start)
                .OrderBy(span => span.Start)
                .Select(span => (IReadOnlyList<int>)[span.Start, span.End]),
        ];

    /// <summary>The event's date as this article gives it.</summary>
    private static StatedDate DateOf(ExtractedEvent found) =>
        IngestContext.ToStatedDate(found.Date, found.Extent, found.Phrase, found.Anchor, found.Alternatives);

    private static StatedDate ToStatedDate(TimeExpression said) =>
        IngestContext.ToStatedDate(said.Date, Vocabulary.Within, said.Phrase, said.Anchor, said.Alternatives);
}
