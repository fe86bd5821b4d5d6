namespace Timeline.Api.Http;

/// <summary>The query parameters that every list has, whatever it lists.</summary>
public static class ListParameters
{
    public static QueryParameter Limit { get; } =
        new("limit", "How many items a page holds.")
        {
            Type = "integer",
            Minimum = 1,
            Maximum = 500,
            Default = "50",
            Example = "50",
        };

    public static QueryParameter Cursor { get; } =
        new("cursor", "`nextCursor` of the page before. Belongs to its query: only `limit`, `fields`, `include` and `count` may change.");

    public static QueryParameter Count { get; } =
        new("count", "`true` adds `total`, exact to 10,000.")
        {
            Type = "boolean",
            Default = "false",
            Example = "true",
        };

    /// <summary>What may change from page to page; a cursor is bound to the rest of its query.</summary>
    public static IReadOnlyList<string> Unbound { get; } = ["limit", "cursor", "fields", "include", "count"];

    /// <summary>The choice of members to answer with.</summary>
    public static QueryParameter Fields(IReadOnlyList<string> members, string example) =>
        new("fields", "Only these members, comma-separated. Default: all.") { Members = members, Example = example };
}
