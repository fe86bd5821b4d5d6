namespace Timeline.Extraction.Text;

/// <summary>What the tagger knows about a spelling by itself, worked out once a document.</summary>
internal sealed class WordFeatures
{
}
