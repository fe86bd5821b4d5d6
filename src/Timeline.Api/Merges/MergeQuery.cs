using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Merges;

/// <summary>A question about merges, for reviewers.</summary>
public sealed record MergeQuery
{
    private MergeQuery(QueryReader query)
    {
        Review = query.Choice(Decision);
        Limit = query.Integer(ListParameters.Limit);
        Cursor = query.Cursor;
        After = query.After<long?>(_ => true);
        query.ThrowIfInvalid();
    }

    private static QueryParameter Decision { get; } =
        TimelineParameters.Review with
        {
            Meaning = "What has been decided: `proposed` (nothing yet), `accepted`, `rejected` or `any`.",
            Default = "proposed",
        };

    public static IReadOnlyList<QueryParameter> Parameters { get; } = [Decision, ListParameters.Limit, ListParameters.Cursor];

    public string Review { get; }

    public int Limit { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    public long? After { get; }

    public static async ValueTask<MergeQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
