namespace Timeline.Api.Domain;

/// <summary>What may be done with the text of an article.</summary>
/// <param name="Name">As the API writes it.</param>
public sealed record TextRightsDefinition(string Name)
{
    /// <summary>The text is stored; else its words are not, wherever they would stand.</summary>
    public bool KeepsText { get; init; }

    /// <summary>Anyone may read the text here.</summary>
    public bool ShowsText { get; init; }

    /// <summary>A machine's titles hold few of the text's words.</summary>
    public bool BoundsTitles { get; init; }

    /// <summary>How much anyone may read of the passages that are stored as quotes.</summary>
    public QuoteAccess Quotes { get; init; }
}
