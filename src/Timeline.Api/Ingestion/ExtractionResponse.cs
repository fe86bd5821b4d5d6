using System.Text.Json.Serialization;
using Timeline.Api.Articles;
using Timeline.Api.Http;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>
/// What was read in an article. Spans are code points into <c>text</c>, end exclusive; ids are null for what is not stored.
/// </summary>
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

    /// <summary>Why nothing was extracted: <c>not_english</c> names the language of the text.</summary>
    public IReadOnlyList<Hint> Hints { get; init; } = [];

    /// <summary>The extraction as an answer; its ids are those under which it was stored, if it was.</summary>
    public static ExtractionResponse Create(ArticleInput input, ExtractionResult read, IngestResult? stored) =>
        new()
        {
            Created = stored?.Created,
            Article = ResponseArticle.FromInput(input, stored),
            Text = read.Text,
            Expressions = [.. read.Expressions.Select(ResponseExpression.Create)],
            Actors = [.. read.Actors.Select((actor, i) => ResponseActor.Create(actor, stored?.Actors.GetValueOrDefault(i)))],
            Claims = [.. read.Claims.Select((claim, i) => ResponseClaim.Create(read, claim, i, stored))],
            Events = [.. read.Events.Select((found, i) => ResponseEvent.Create(read, found, i, stored))],
            Hints = HintsOf(read),
        };

    /// <summary>What a reader of the extraction must be told besides.</summary>
    public static IReadOnlyList<Hint> HintsOf(ExtractionResult read) =>
        read.ForeignLanguage is { } language ? [Hint.NotEnglish(language.Code, language.Name)] : [];

    /// <summary>What is left of an answer whose words were erased: which article it was.</summary>
    public static ExtractionResponse WithoutWords(Article article, bool created) =>
        new()
        {
            Created = created,
            Article = ResponseArticle.FromArticle(article),
            Text = "",
            Expressions = [],
            Actors = [],
            Claims = [],
            Events = [],
        };
}
