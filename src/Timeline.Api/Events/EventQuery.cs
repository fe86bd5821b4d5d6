using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Events;

/// <summary>A question about events.</summary>
public sealed record EventQuery : TimelineQuery
{
    private EventQuery(QueryReader query)
        : base(query)
    {
        IncludesClaims = query.Names(Include) is { Count: > 0 };
        SelectedMembers = WithIncluded(query.Names(Fields), IncludesClaims);
        query.ThrowIfInvalid();
    }

    public static QueryParameter Fields { get; } =
        ListParameters.Fields([.. Json.Members<Event>().Except(["claims"])], "id,title,date,standing");

    public static QueryParameter Include { get; } =
        new("include", "`claims` adds the 20 newest claims of each event.") { Choices = ["claims"], Example = "claims" };

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. TimelineParameters.Filters,
        TimelineParameters.Sort,
        ListParameters.Limit,
        ListParameters.Cursor,
        Fields,
        Include,
        ListParameters.Count,
    ];

    /// <summary>What a single event takes.</summary>
    public static IReadOnlyList<QueryParameter> SingleParameters { get; } = [Fields, Include, TimelineParameters.Review];

    public bool IncludesClaims { get; }

    /// <summary>The members to answer with; null for all.</summary>
    public IReadOnlySet<string>? SelectedMembers { get; }

    /// <summary>True where events are asked for as they are kept: as everyone sees them, whole, and in the order of their dates.</summary>
    public bool IsPlain =>
        Visibility.IsMaterialized && SelectedMembers is null && !IncludesClaims && Sort is SortOrder.NewestFirst or SortOrder.OldestFirst;

    /// <summary>The members chosen, together with what is included, which no choice leaves out.</summary>
    public static IReadOnlySet<string>? WithIncluded(IReadOnlySet<string>? fields, bool includesClaims) =>
        fields is null || !includesClaims ? fields : new HashSet<string>(fields) { "claims" };

    public static async ValueTask<EventQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
