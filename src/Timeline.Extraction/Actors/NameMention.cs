namespace Timeline.Extraction.Actors;

/// <summary>Tokens that look like a name, before they are linked to others.</summary>
/// <param name="Kind">What it must be; null where only the rest of the document can tell.</param>
/// <param name="CanonicalName">The actor's name, where the gazetteer knows it.</param>
internal readonly record struct NameMention(
    int First,
    int End,
    ActorKind? Kind,
    string? CanonicalName,
    Gender Gender,
    MentionKind MentionKind
)
{
    /// <summary>A person's name right after a form of address or an office.</summary>
    public bool IsAddressed { get; init; }

    /// <summary>A capital that acts, or may be a surname.</summary>
    public bool IsCapitalCity { get; init; }

    /// <summary>Stands in a headline with capitals all over: believed only if the text below has the name too.</summary>
    public bool IsFromHeadline { get; init; }

    public int Length => End - First;
}
