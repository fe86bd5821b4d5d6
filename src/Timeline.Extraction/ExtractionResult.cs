using Timeline.Edtf;
using Timeline.Extraction.Text;

namespace Timeline.Extraction;

/// <summary>A span of the article's text in Unicode code points, end exclusive.</summary>
public readonly record struct TextSpan(int Start, int End);

/// <summary>
/// What was read in one article: everything points into <see cref="Text"/> and nothing is certain until a person says so.
/// </summary>
public sealed record ExtractionResult(
    string Text,
    IReadOnlyList<TimeExpression> Expressions,
    IReadOnlyList<ExtractedActor> Actors,
    IReadOnlyList<ExtractedClaim> Claims,
    IReadOnlyList<ExtractedEvent> Events
)
{
    /// <summary>The language of a text that is not English, of which nothing is extracted; null where the text was read.</summary>
    public ForeignLanguage? ForeignLanguage { get; init; }
}

/// <summary>Words that tell a time, with their calendar meaning and as a TIMEX3 value (ISO-TimeML).</summary>
/// <param name="Date">The date of the calendar; null where the words date nothing (durations, sets, "now").</param>
/// <param name="Anchor">The day a relative phrase was resolved against; null for absolute phrases.</param>
/// <param name="Alternatives">Other dates that the words may mean, likeliest first.</param>
/// <param name="TimexType">DATE, TIME, DURATION or SET.</param>
public sealed record TimeExpression(
    TextSpan Span,
    string Phrase,
    EdtfDate? Date,
    Day? Anchor,
    IReadOnlyList<EdtfDate> Alternatives,
    string TimexType,
    string TimexValue
);

/// <summary>A person, organisation, state or medium under the name by which the article first gives it in full.</summary>
/// <param name="Kind">person, organisation, state or medium.</param>
/// <param name="Aliases">The other names the article calls it by, pronouns left out.</param>
public sealed record ExtractedActor(string Name, string Kind, IReadOnlyList<string> Aliases, IReadOnlyList<TextSpan> Mentions);

/// <summary>
/// One source saying one thing; the article's own voice has neither source nor cue. Indexes point into the lists of
/// <see cref="ExtractionResult"/>.
/// </summary>
/// <param name="Speaker">Index of the actor who says it; null where <see cref="SpeakerName"/> is the name of no actor, or for the article's
/// own voice.</param>
/// <param name="SpeakerName">The source as named; null for the article's own voice.</param>
/// <param name="Via">Index of the actor, a medium, that reported it.</param>
/// <param name="Said">Index of the expression that tells when it was said.</param>
/// <param name="RespondsTo">Index of the claim it answers.</param>
/// <param name="Event">Index of the event it is about: what happened according to it, what it answers, or else its own making; null where
/// it tells of nothing dated and nobody known says it.</param>
public sealed record ExtractedClaim(
    int? Speaker,
    string? SpeakerName,
    IReadOnlyList<TextSpan> Source,
    int? Via,
    IReadOnlyList<TextSpan> Cue,
    IReadOnlyList<TextSpan> Content,
    bool Direct,
    string Stance,
    int? Said,
    int? RespondsTo,
    int? Event
);

/// <summary>Something that happened, is going on, or is expected.</summary>
/// <param name="Title">A clause that can be read without the article: its words, with names in full and without the date.</param>
/// <param name="Phrase">The words that date it, which can be more than the first expression; null where nothing dates it.</param>
/// <param name="Expressions">Indexes of the expressions behind the date.</param>
/// <param name="Claims">Indexes of the claims that tell of it, the article's own voice last; a statement lists the claim made there too,
/// even where that is about another event.</param>
/// <param name="Extent">within or throughout.</param>
public sealed record ExtractedEvent(
    string Title,
    string Kind,
    EdtfDate? Date,
    string Extent,
    string? Phrase,
    Day? Anchor,
    IReadOnlyList<EdtfDate> Alternatives,
    IReadOnlyList<int> Expressions,
    IReadOnlyList<EventParticipant> Actors,
    IReadOnlyList<int> Claims
);

/// <summary>An actor's part in an event; roles are speaker, subject, addressee and mentioned.</summary>
public sealed record EventParticipant(int Actor, IReadOnlyList<string> Roles);
