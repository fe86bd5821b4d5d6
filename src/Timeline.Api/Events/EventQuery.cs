using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Events;

/// <summary>A question about events.</summary>
public sealed record EventQuery : TimelineQuery
{
    public static IReadOnlyList<string> Members { get; } = [.. Json.Members<Event>().Except(["claims"])];

    private EventQuery(QueryReader query)
        : base(query, Members, ["claims"]) => query.ThrowIfInvalid();

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [.. Filters, SortBy, LimitTo, CursorAt, FieldsOf with { Example = "id,title,date,standing" }, Include, CountAll];

    /// <summary>What a single event takes.</summary>
    public static IReadOnlyList<QueryParameter> One { get; } = [FieldsOf with { Example = "id,title,date,standing" }, Include, ReviewIs];

    private static QueryParameter Include =>
        new("include", "`claims` adds the 20 newest claims of each event.") { Choices = ["claims"], Example = "claims" };

    public bool WithClaims => Includes.Contains("claims");

    /// <summary>The members to write; what is included is never left out.</summary>
    public IReadOnlySet<string>? SelectedMembers => Fields is null || !WithClaims ? Fields : new HashSet<string>(Fields) { "claims" };

    public static async ValueTask<EventQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
