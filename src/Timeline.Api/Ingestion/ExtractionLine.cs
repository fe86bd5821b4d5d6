using System.Text.Json;
using System.Text.Json.Serialization;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>What was read in one article as a line of JSON: names instead of ids, offsets in Unicode code points.</summary>
public sealed record ExtractionLine(
    string Id,
    IReadOnlyList<LineExpression> Expressions,
    IReadOnlyList<LineActor> Actors,
    IReadOnlyList<LineClaim> Claims,
    IReadOnlyList<LineEvent> Events
)
{
    /// <summary>Why nothing was extracted; left out where something could be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Hint>? Hints { get; init; }

    /// <summary>
    /// Reads one line <c>{id, published, text}</c> and answers with one; a <see cref="ProblemException"/> names what is wrong
    /// with it.
    /// </summary>
    public static ExtractionLine Create(ReadOnlySpan<byte> utf8, int line, CancellationToken cancellation)
    {
        var faults = new List<Fault>();
        var body = JsonBody.Parse(utf8, faults, line) ?? throw ProblemException.FromFaults(faults);
        var (id, text, (_, day)) = (body.Required("id"), body.Raw("text") ?? "", body.Published("published"));
        return faults.Count == 0 ? Create(id, Extractor.Extract(text, day, cancellation)) : throw ProblemException.FromFaults(faults);
    }

    /// <summary>The line for what was read.</summary>
    public static ExtractionLine Create(string id, ExtractionResult read)
    {
        var text = new CodePoints(read.Text);
        return new(
            id,
            [.. read.Expressions.Select(LineExpression.Create)],
            [.. read.Actors.Select(actor => new LineActor(actor.Name, actor.Kind, SpanPairs.From(actor.Mentions)))],
            [.. read.Claims.Select(claim => LineClaim.Create(read, text, claim))],
            [.. read.Events.Select(found => LineEvent.Create(read, found))]
        )
        {
            Hints = ExtractionResponse.HintsOf(read) is { Count: > 0 } hints ? hints : null,
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, Json.Options);
}

/// <summary>A time expression.</summary>
public sealed record LineExpression(int Start, int End, string Phrase, string? Date, string? Earliest, string? Latest, Timex Timex)
{
    internal static LineExpression Create(TimeExpression found) =>
        new(
            Start: found.Span.Start,
            End: found.Span.End,
            Phrase: found.Phrase,
            Date: found.Date?.ToString(),
            Earliest: found.Date?.Earliest?.ToString(),
            Latest: found.Date?.Latest?.ToString(),
            Timex: new Timex(found.TimexType, found.TimexValue)
        );
}

/// <summary>An actor under the name by which the article first gives it in full.</summary>
public sealed record LineActor(string Name, string Kind, IReadOnlyList<IReadOnlyList<int>> Mentions);

/// <summary>
/// A claim; <c>speaker: null</c> is the article's voice, <c>quotes</c> are the words of <c>content</c>, <c>respondsTo</c> an index into the
/// claims.
/// </summary>
public sealed record LineClaim(
    string? Speaker,
    IReadOnlyList<IReadOnlyList<int>> Source,
    string? Via,
    IReadOnlyList<IReadOnlyList<int>> Cue,
    IReadOnlyList<IReadOnlyList<int>> Content,
    IReadOnlyList<string> Quotes,
    bool Direct,
    string Stance,
    int? RespondsTo
)
{
    internal static LineClaim Create(ExtractionResult read, CodePoints text, ExtractedClaim claim) =>
        new(
            Speaker: claim.Speaker is { } speaker ? read.Actors[speaker].Name : claim.SpeakerName,
            Source: SpanPairs.From(claim.Source),
            Via: claim.Via is { } via ? read.Actors[via].Name : null,
            Cue: SpanPairs.From(claim.Cue),
            Content: SpanPairs.From(claim.Content),
            Quotes: [.. claim.Content.Select(span => text.Slice(span.Start, span.End))],
            Direct: claim.Direct,
            Stance: claim.Stance,
            RespondsTo: claim.RespondsTo
        );
}

/// <summary>An event; <c>spans</c> are those of the date expressions behind it, <c>claims</c> indexes.</summary>
public sealed record LineEvent(
    string? Date,
    string? Earliest,
    string? Latest,
    IReadOnlyList<IReadOnlyList<int>> Spans,
    string Title,
    string Kind,
    string Extent,
    IReadOnlyList<LineParticipant> Actors,
    IReadOnlyList<int> Claims
)
{
    internal static LineEvent Create(ExtractionResult read, ExtractedEvent found) =>
        new(
            Date: found.Date?.ToString(),
            Earliest: found.Date?.Earliest?.ToString(),
            Latest: found.Date?.Latest?.ToString(),
            Spans: SpanPairs.From(found.Expressions.Select(i => read.Expressions[i].Span)),
            Title: found.Title,
            Kind: found.Kind,
            Extent: found.Extent,
            Actors: [.. found.Actors.Select(part => new LineParticipant(read.Actors[part.Actor].Name, part.Roles))],
            Claims: found.Claims
        );
}

/// <summary>An actor's part in an event.</summary>
public sealed record LineParticipant(string Name, IReadOnlyList<string> Roles);
