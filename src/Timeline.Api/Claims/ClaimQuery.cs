using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Claims;

/// <summary>A question about claims; its range is when they were said.</summary>
public sealed record ClaimQuery : TimelineQuery
{
    private ClaimQuery(QueryReader query)
        : base(query)
    {
        SelectedMembers = query.Names(Fields);
        query.ThrowIfInvalid();
    }

    public static QueryParameter Fields { get; } = ListParameters.Fields(Json.Members<Claim>(), "id,speaker,stance,text");

    /// <summary>What the shared parameters mean for claims, where that is not what they mean for events.</summary>
    private static IReadOnlyList<QueryParameter> Adapted { get; } =
    [
        TimelineParameters.From with
        {
            Meaning = "First day on which it was said: a year, month or day, inclusive.",
            Example = "2025-02",
        },
        TimelineParameters.To with
        {
            Meaning = "Last day on which it was said: a year, month or day, inclusive.",
            Example = "2025-02",
        },
        TimelineParameters.Actor with
        {
            Meaning = "Who says or reports it: id, name or alias; case and accents are ignored. Repeatable: any of them.",
            Example = "Dmitry Peskov",
        },
        TimelineParameters.Role with
        {
            Meaning = "The actor's role: `speaker` is who says it; the others are roles in the event it is about.",
            Example = "speaker",
        },
        TimelineParameters.Standing with
        {
            Meaning = "How its event stands. Repeatable: any of them.",
            Example = "unconfirmed",
        },
        TimelineParameters.Kind with
        {
            Meaning = "Kind of its event. Repeatable: any of them.",
        },
        TimelineParameters.Stance with
        {
            Example = "neither-confirms-nor-denies",
        },
        TimelineParameters.Precision with
        {
            Meaning = "How precise the date is on which it was said. Repeatable: any of them.",
            Example = "day",
        },
        TimelineParameters.Publisher with
        {
            Meaning = "Publisher of its article, exactly as that names it. Repeatable: any of them.",
        },
        TimelineParameters.Tag with
        {
            Meaning = "A tag of its event. Repeatable: any of them.",
        },
        TimelineParameters.Words with
        {
            Example = "peskov",
        },
        TimelineParameters.Undated with
        {
            Example = "exclude",
        },
    ];

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        .. TimelineParameters.Filters.Select(shared => Adapted.FirstOrDefault(adapted => adapted.Name == shared.Name) ?? shared),
        TimelineParameters.Sort,
        ListParameters.Limit,
        ListParameters.Cursor,
        Fields,
        ListParameters.Count,
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

    /// <summary>The members to answer with; null for all.</summary>
    public IReadOnlySet<string>? SelectedMembers { get; }

    /// <summary>Only claims about this event.</summary>
    public long? Event { get; init; }

    /// <summary>Only claims that answer this claim.</summary>
    public long? Answered { get; init; }

    public static async ValueTask<ClaimQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
