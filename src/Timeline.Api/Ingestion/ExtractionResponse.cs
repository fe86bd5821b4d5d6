using System.Text.Json.Serialization;
using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Claims;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>What was read in an article. Spans are code points into <c>text</c>, end exclusive; ids are null for what is not stored.</summary>
public sealed record ExtractionResponse
{
    /// <summary>The choice of its members.</summary>
    public static QueryParameter Fields { get; } = ListParameters.Fields(Json.Members<ExtractionResponse>(), "events,claims");

    /// <summary>For an article sent to be stored: false where the same text was there already.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Created { get; init; }

    public required ResponseArticle Article { get; init; }

    /// <summary>The cleaned text.</summary>
    public required string Text { get; init; }

    public required IReadOnlyList<ResponseExpression> Expressions { get; init; }

    public required IReadOnlyList<ResponseActor> Actors { get; init; }

    public required IReadOnlyList<ResponseClaim> Claims { get; init; }

    public required IReadOnlyList<ResponseEvent> Events { get; init; }

    /// <summary>The extraction as an answer; the ids are those under which it was filed, if it was.</summary>
    public static ExtractionResponse Create(ArticleInput submission, ExtractionResult read, IngestResult? filed) =>
        new()
        {
            Created = filed?.Created,
            Article = new ResponseArticle(
                filed is null ? null : Ids.Text(Ids.Article, filed.Article),
                filed?.Title ?? submission.Title ?? submission.FirstLine,
                submission.Publisher,
                submission.Agency,
                submission.Byline,
                submission.Url,
                submission.Published,
                submission.Language,
                submission.Sha256,
                submission.Rights,
                filed?.Replaces is { } replaced ? Ids.Text(Ids.Article, replaced) : null
            ),
            Text = read.Text,
            Expressions = [.. read.Expressions.Select(ResponseExpression.Create)],
            Actors =
            [
                .. read.Actors.Select(
                    (actor, i) =>
                        new ResponseActor(filed?.Actors.GetValueOrDefault(i), actor.Name, actor.Kind, actor.Aliases, Pairs(actor.Mentions))
                ),
            ],
            Claims = [.. read.Claims.Select((claim, i) => ResponseClaim.Create(read, claim, filed?.Claims.GetValueOrDefault(i), filed))],
            Events = [.. read.Events.Select((found, i) => ResponseEvent.Create(read, found, i, filed?.Event(i), filed))],
        };

    /// <summary>What is left of an answer whose words were erased: which article it was.</summary>
    public static ExtractionResponse WithoutWords(Article article, bool created) =>
        new()
        {
            Created = created,
            Article = new ResponseArticle(
                article.Id,
                article.Title,
                article.Publisher,
                article.Agency,
                article.Byline,
                article.Url,
                article.Published,
                article.Language,
                article.Sha256,
                article.TextRights,
                article.Replaces
            ),
            Text = "",
            Expressions = [],
            Actors = [],
            Claims = [],
            Events = [],
        };

    internal static IReadOnlyList<IReadOnlyList<int>> Pairs(IEnumerable<TextSpan> spans) =>
        [.. spans.Select(span => (IReadOnlyList<int>)[span.Start, span.End])];
}

/// <summary>The article as sent, with the SHA-256 of its cleaned text.</summary>
public sealed record ResponseArticle(
    string? Id,
    string Title,
    string? Publisher,
    string? Agency,
    string? Byline,
    string? Url,
    string Published,
    string Language,
    string Sha256,
    string TextRights,
    string? Replaces
);

/// <summary>Words that tell a time: their EDTF date with its bounds, null where they date nothing, and their TIMEX3 type and value.</summary>
public sealed record ResponseExpression(
    int Start,
    int End,
    string Phrase,
    string? Date,
    string? Earliest,
    string? Latest,
    string? Anchor,
    IReadOnlyList<string> Alternatives,
    Timex Timex
)
{
    internal static ResponseExpression Create(TimeExpression found) =>
        new(
            found.Span.Start,
            found.Span.End,
            found.Phrase,
            found.Date?.ToString(),
            found.Date?.Earliest?.ToString(),
            found.Date?.Latest?.ToString(),
            found.Anchor?.ToString(),
            [.. found.Alternatives.Select(date => date.ToString())],
            new Timex(found.TimexType, found.TimexValue)
        );
}

/// <summary>TIMEX3 (ISO-TimeML): <c>DATE</c>, <c>TIME</c>, <c>DURATION</c> or <c>SET</c>, and its value.</summary>
public sealed record Timex(string Type, string Value);

/// <summary>An actor with every place that mentions it.</summary>
public sealed record ResponseActor(
    string? Id,
    string Name,
    string Kind,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<IReadOnlyList<int>> Mentions
);

/// <summary>A claim: <c>said</c>, <c>respondsTo</c> and <c>event</c> are indexes into the lists beside it.</summary>
public sealed record ResponseClaim(
    string? Id,
    Claims.ClaimSource? Speaker,
    IReadOnlyList<IReadOnlyList<int>> Source,
    Claims.ClaimSource? Via,
    IReadOnlyList<IReadOnlyList<int>> Cue,
    IReadOnlyList<IReadOnlyList<int>> Content,
    bool Direct,
    string Stance,
    int? Said,
    int? RespondsTo,
    int? Event
)
{
    internal static ResponseClaim Create(ExtractionResult read, ExtractedClaim claim, long? id, IngestResult? filed) =>
        new(
            id is { } key ? Ids.Text(Ids.Claim, key) : null,
            SourceOf(read, claim.Speaker, claim.SpeakerName, filed),
            ExtractionResponse.Pairs(claim.Source),
            SourceOf(read, claim.Via, null, filed),
            ExtractionResponse.Pairs(claim.Cue),
            ExtractionResponse.Pairs(claim.Content),
            claim.Direct,
            claim.Stance,
            claim.Said,
            claim.RespondsTo,
            claim.Event
        );

    private static Claims.ClaimSource? SourceOf(ExtractionResult read, int? actor, string? name, IngestResult? filed) =>
        actor is { } i ? new Claims.ClaimSource(filed?.Actors.GetValueOrDefault(i), read.Actors[i].Name)
        : name is null ? null
        : new Claims.ClaimSource(null, name);
}

/// <summary>An event: <c>spans</c> are those of the expressions behind its date, <c>claims</c> indexes into the claims.</summary>
public sealed record ResponseEvent(
    string? Id,
    string Title,
    string Kind,
    string? Date,
    string? Earliest,
    string? Latest,
    string? Precision,
    string Extent,
    string? Phrase,
    string? Anchor,
    IReadOnlyList<string> Alternatives,
    IReadOnlyList<IReadOnlyList<int>> Spans,
    IReadOnlyList<ResponseParticipant> Actors,
    IReadOnlyList<int> Claims
)
{
    internal static ResponseEvent Create(ExtractionResult read, ExtractedEvent found, int index, long? id, IngestResult? filed) =>
        new(
            id is { } key ? Ids.Text(Ids.Event, key) : null,
            filed?.Titles.GetValueOrDefault(index) ?? found.Title,
            found.Kind,
            found.Date?.ToString(),
            found.Date?.Earliest?.ToString(),
            found.Date?.Latest?.ToString(),
            found.Date is { } date ? JsonNames.PrecisionName(date.Precision) : null,
            found.Extent,
            found.Phrase,
            found.Anchor?.ToString(),
            [.. found.Alternatives.Select(other => other.ToString())],
            ExtractionResponse.Pairs(found.Expressions.Select(i => read.Expressions[i].Span)),
            [
                .. found.Actors.Select(part => new ResponseParticipant(
                    filed?.Actors.GetValueOrDefault(part.Actor),
                    read.Actors[part.Actor].Name,
                    part.Roles
                )),
            ],
            found.Claims
        );
}

/// <summary>An actor's part in an event.</summary>
public sealed record ResponseParticipant(string? Id, string Name, IReadOnlyList<string> Roles);

/// <summary>Under which ids an extraction was filed, by the indexes of what was read.</summary>
public sealed record IngestResult(
    bool Created,
    long Article,
    long? Replaces,
    IReadOnlyDictionary<int, string?> Actors,
    IReadOnlyDictionary<int, long?> Claims,
    IReadOnlyDictionary<int, long?> Events
)
{
    /// <summary>The article's title; null where it was stored before.</summary>
    public string? Title { get; init; }

    /// <summary>The titles of new events, as the rights to the text allow them.</summary>
    public IReadOnlyDictionary<int, string> Titles { get; init; } = new Dictionary<int, string>();

    /// <summary>The events that were there already and whose ids are not for the poster.</summary>
    public IReadOnlySet<int> Hidden { get; init; } = new HashSet<int>();

    /// <summary>The id of an event as the poster may know it.</summary>
    public long? Event(int index) => Hidden.Contains(index) ? null : Events.GetValueOrDefault(index);
}
