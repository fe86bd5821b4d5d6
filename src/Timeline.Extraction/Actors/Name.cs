namespace Timeline.Extraction.Actors;

/// <summary>A stretch of tokens that looks like a name, before it is linked to others.</summary>
/// <param name="Kind">What it must be; null where only the rest of the document can tell.</param>
/// <param name="Of">The identity's name, where the gazetteer knows it.</param>
internal readonly record struct Name(int First, int End, ActorKind? Kind, string? Of, Gender Gender, MentionKind Mention)
{
    /// <summary>A person's name right after a form of address or an office.</summary>
    public bool IsAddressed { get; init; }

    /// <summary>A capital that acts, or may be a surname.</summary>
    public bool IsCapital { get; init; }

    /// <summary>Stands in a headline with capitals all over: believed only if the text below has the name too.</summary>
    public bool IsWeak { get; init; }

    public int Length => End - First;
}
