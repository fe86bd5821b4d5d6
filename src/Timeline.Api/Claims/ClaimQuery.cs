using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Claims;

/// <summary>A question about claims; its range is when they were said.</summary>
public sealed record ClaimQuery : TimelineQuery
{
    public static IReadOnlyList<string> Members { get; } = Json.Members<Claim>();

    private ClaimQuery(QueryReader query)
        : base(query, Members, []) => query.ThrowIfInvalid();

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        From with
        {
            Meaning = "First day on which it was said: a year, month or day, inclusive.",
            Example = "2025-02",
        },
        To with
        {
            Meaning = "Last day on which it was said: a year, month or day, inclusive.",
            Example = "2025-02",
        },
        MatchBy,
        AsOfDate,
        Actor with
        {
            Meaning = "Who says or reports it: id, name or alias; case and accents are ignored. Repeatable: any of them.",
            Example = "Dmitry Peskov",
        },
        ActorMatchBy,
        RoleOf with
        {
            Meaning = "The actor's role: `speaker` is who says it; the others are roles in the event it is about.",
            Example = "speaker",
        },
        StandingIs with
        {
            Meaning = "How its event stands. Repeatable: any of them.",
            Example = "unconfirmed",
        },
        KindIs with
        {
            Meaning = "Kind of its event. Repeatable: any of them.",
        },
        StanceIs with
        {
            Example = "neither-confirms-nor-denies",
        },
        ArticleIs,
        TagIs with
        {
            Meaning = "A tag of its event. Repeatable: any of them.",
        },
        ReviewIs,
        Text with
        {
            Example = "peskov",
        },
        UndatedAre with
        {
            Example = "exclude",
        },
        SortBy,
        LimitTo,
        CursorAt,
        FieldsOf with
        {
            Example = "id,speaker,stance,text",
        },
        CountAll,
    ];

    /// <summary>The claims of one event, or the answers to one claim, take all but what would name it again.</summary>
    public static IReadOnlyList<QueryParameter> Children { get; } =
    [
        .. Parameters.Select(parameter =>
            parameter with
            {
                Example = parameter.Name is "sort" or "limit" or "undated" or "fields" ? parameter.Example : null,
            }
        ),
    ];

    /// <summary>Only claims about this event.</summary>
    public long? Event { get; init; }

    /// <summary>Only claims that answer this claim.</summary>
    public long? Answered { get; init; }

    public static async ValueTask<ClaimQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
