using Timeline.Api.Http;

namespace Timeline.Api.Events;

/// <summary>A question about events.</summary>
public sealed record EventQuery : TimelineQuery
{
    private static readonly IReadOnlyList<string> Members = [.. Json.Members<Event>().Except(["claims"])];

    private EventQuery(QueryReader query) : base(query, Members, ["claims"])
    {
    }

    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        From, To, MatchBy, AsOfDate, Actor, ActorMatchBy, RoleOf, StandingIs, KindIs, StanceIs, ArticleIs, TagIs, Text, UndatedAre, SortBy, LimitTo, CursorAt,
        FieldsOf with { Example = "id,title,date,standing" }, Include, CountAll,
    ];

    /// <summary>What a single event takes.</summary>
    public static IReadOnlyList<Parameter> One { get; } = [FieldsOf with { Example = "id,title,date,standing" }, Include];

    private static Parameter Include => new("include", "`claims` adds the 20 newest claims of each event.") { Choices = ["claims"], Example = "claims" };

    public bool WithClaims => Includes.Contains("claims");

    /// <summary>The members to write; what is included is never left out.</summary>
    public IReadOnlySet<string>? Written => Fields is null || !WithClaims ? Fields : new HashSet<string>(Fields) { "claims" };

    public static ValueTask<EventQuery> BindAsync(HttpContext http) => new(new EventQuery(new QueryReader(http)));
}
