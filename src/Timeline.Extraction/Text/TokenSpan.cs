namespace Timeline.Extraction.Text;

/// <summary>Consecutive tokens of the document, end exclusive.</summary>
public readonly record struct TokenSpan(int First, int End)
{
    /// <summary>Whether both share a token.</summary>
    public bool Overlaps(TokenSpan other) => First < other.End && other.First < End;
}
