using Timeline.Api.Domain;
using Timeline.Edtf;

namespace Timeline.Api.Storage;

/// <summary>A date as it is told: the value, and the words behind it.</summary>
/// <param name="Date">Null where nothing is dated.</param>
/// <param name="Extent"><c>within</c> or <c>throughout</c>.</param>
/// <param name="Anchor">The day, <c>YYYY-MM-DD</c>, that a relative phrase was resolved against.</param>
/// <param name="Alternatives">Other readings, as EDTF.</param>
public sealed record StatedDate(EdtfDate? Date, string Extent, string? Phrase, string? Anchor, IReadOnlyList<string> Alternatives)
{
    public static StatedDate Unknown { get; } = new(null, "within", null, null, []);

    public DateRange Span => DateRange.FromDate(Date);
}

/// <summary>An article to store.</summary>
/// <param name="Published">A day or an instant, as given.</param>
/// <param name="Rights"><c>show</c>, <c>keep</c> or <c>none</c>.</param>
/// <param name="TitleFrom"><c>person</c> or <c>machine</c>.</param>
public sealed record ArticleRow(
    long Id,
    string Title,
    string? Publisher,
    string? Agency,
    string? Byline,
    string? Url,
    string Published,
    long PublishedDay,
    string Language,
    string Sha256,
    string Rights,
    string? Text,
    long? Replaces,
    string TitleFrom = "person"
);

/// <summary>An actor to store; the names start with its own.</summary>
public sealed record ActorRow(long Id, string Slug, string Kind, IReadOnlyList<string> Names);

/// <summary>A title that a machine made of the words of an article's text.</summary>
/// <param name="Full">Before it was bounded by the rights to the text; null where that may not be kept.</param>
/// <param name="Article">The article; null where it is known no more.</param>
public sealed record MachineTitle(string? Full, long? Article);

/// <summary>An event to store, with the actors' parts in it.</summary>
/// <param name="MachineTitle">Where the title comes from; null for a person.</param>
public sealed record EventRow(
    long Id,
    string Title,
    string? Summary,
    string Kind,
    IReadOnlyList<string> Tags,
    StatedDate When,
    string Review,
    IReadOnlyList<(long Actor, IReadOnlyList<string> Roles)> Actors,
    MachineTitle? MachineTitle = null
)
{
    /// <summary>Where the date comes from: <c>person</c>, who typed it, or <c>claims</c>, whose articles tell it.</summary>
    public string DateFrom { get; init; } = "person";
}

/// <summary>A claim to store. A source is an actor, a mere name, or (both null) the article's own voice.</summary>
public sealed record ClaimRow(
    long Id,
    long Event,
    long Article,
    long? Speaker,
    string? SpeakerName,
    long? Via,
    string? ViaName,
    string Stance,
    string? Cue,
    bool Direct,
    string? Text,
    StatedDate Said,
    long? RespondsTo,
    string? QuoteExact,
    string? QuotePrefix,
    string? QuoteSuffix,
    IReadOnlyList<IReadOnlyList<int>> QuoteSpans,
    string Review
)
{
    /// <summary>The date of the event as the claim's article gives it; null where that is not known.</summary>
    public StatedDate? Tells { get; init; }
}
