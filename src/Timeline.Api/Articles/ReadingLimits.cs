namespace Timeline.Api.Articles;

/// <summary>How much one article may tell.</summary>
internal static class ReadingLimits
{
    public static string? Fault(Extraction.Extraction read, int length) => null;
}
