namespace Timeline.Api.Querying;

/// <summary>The orders of lists of events and of claims, as <c>sort</c> names them.</summary>
public static class SortOrder
{
    public const string NewestFirst = "-date";
    public const string OldestFirst = "date";
    public const string LastChangedFirst = "-updated";
    public const string BestMatchFirst = "relevance";

    public static IReadOnlyList<string> All { get; } = [NewestFirst, OldestFirst, LastChangedFirst, BestMatchFirst];
}
