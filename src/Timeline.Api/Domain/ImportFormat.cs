namespace Timeline.Api.Domain;

/// <summary>The line <c>{"type":"timeline","format":2,"seq":17}</c> with which a file in the import format may begin.</summary>
public static class ImportFormat
{
    public const string HeaderType = "timeline";

    /// <summary>The format that exports write, and the newest that imports read; a file without the line is of format 1.</summary>
    public const int Newest = 2;
}
