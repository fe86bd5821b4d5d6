using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Articles;

/// <summary>A question about the places of an article that claims stand on.</summary>
public sealed record AnnotationQuery
{
    private readonly long[]? _after;

    private AnnotationQuery(QueryReader query)
    {
        Limit = query.Integer(ListParameters.Limit);
        _after = query.After<long[]>(key => key.Length == 2);
        Visibility = VisibilityReader.Read(query);
        Cursor = query.Cursor;
        query.ThrowIfInvalid();
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [ListParameters.Limit with { Default = "500", Example = "500" }, ListParameters.Cursor, TimelineParameters.Review];

    public int Limit { get; }

    public Visibility Visibility { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    /// <summary>True for a place that the pages before do not hold.</summary>
    public bool IsAfterCursor(AnnotationRow row) =>
        _after is not [var start, var key] || (row.Start, row.Key).CompareTo(((int)start, key)) > 0;

    public static async ValueTask<AnnotationQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
