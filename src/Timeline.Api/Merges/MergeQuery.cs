using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Merges;

/// <summary>A question about merges, for reviewers.</summary>
public sealed record MergeQuery
{
    private MergeQuery(QueryReader query)
    {
        Review = query.Choice("review", [.. Vocabulary.Reviews, "any"], "proposed");
        Limit = query.Integer("limit", 1, 500, 50);
        Cursor = query.Cursor;
        After = query.After<long?>(_ => true);

        query.ThrowIfInvalid();
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        TimelineQuery.ReviewIs with
        {
            Meaning = "What has been decided: `proposed` (nothing yet), `accepted`, `rejected` or `any`.",
            Default = "proposed",
        },
        TimelineQuery.LimitTo,
        TimelineQuery.CursorAt,
    ];

    public string Review { get; }

    public int Limit { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    public long? After { get; }

    public static async ValueTask<MergeQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
