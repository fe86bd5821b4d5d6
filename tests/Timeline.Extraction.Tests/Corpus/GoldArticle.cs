using System.Text.Json;
using Timeline.Edtf;

namespace Timeline.Extraction.Tests.Corpus;

/// <summary>An article of our own with what a person found in it: one line of <c>articles.jsonl</c>.</summary>
internal sealed record GoldArticle(
    string Id,
    string Published,
    string Text,
    IReadOnlyList<GoldExpression> Expressions,
    IReadOnlyList<string> Actors,
    IReadOnlyList<GoldClaim> Claims,
    IReadOnlyList<GoldEvent> Events
)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All articles, read once.</summary>
    public static IReadOnlyList<GoldArticle> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Corpus", "articles.jsonl"))
            .Select(line => JsonSerializer.Deserialize<GoldArticle>(line, Json)!),
    ];

    /// <summary>What the library extracts from it.</summary>
    public ExtractionResult Extract() => Extractor.Extract(Text, Day.Parse(Published));
}

/// <summary>Words that date something: as they stand in the text, and their date as EDTF.</summary>
internal sealed record GoldExpression(string Span, string Edtf);

/// <summary>Who says something, by what word, and how; a speaker who is no actor is known by a word of his name.</summary>
internal sealed record GoldClaim(string Speaker, string Cue, string Stance);

/// <summary>What happened on a date.</summary>
internal sealed record GoldEvent(string Date, string Kind);
