namespace Timeline.Api.Ingestion;

/// <summary>Under which ids an extraction was stored, by the indexes of what was read.</summary>
/// <param name="Created">False where an article of the same text was stored already.</param>
/// <param name="Replaces">The earlier version of the article, as far as the poster sees it.</param>
/// <param name="Actors">Public ids.</param>
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

    /// <summary>The result for a text that is stored already, of which no other ids are told.</summary>
    public static IngestResult AlreadyStored(long article) =>
        new(
            Created: false,
            Article: article,
            Replaces: null,
            Actors: new Dictionary<int, string?>(),
            Claims: new Dictionary<int, long?>(),
            Events: new Dictionary<int, long?>()
        );

    /// <summary>The id of an event as the poster may know it.</summary>
    public long? Event(int index) => Hidden.Contains(index) ? null : Events.GetValueOrDefault(index);
}
