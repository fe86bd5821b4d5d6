using Timeline.Api.Domain;
using Timeline.Api.Http;

namespace Timeline.Api.Querying;

/// <summary>What is asked of the timeline: the question that events, claims, charts and feeds share.</summary>
public abstract record TimelineQuery
{
    public static IReadOnlyList<string> Sorts { get; } = ["-date", "date", "-updated", "relevance"];

    public static QueryParameter From { get; } =
        new(
            "from",
            "First day: a year, month or day, inclusive (EDTF level 0: `2024`, `2024-05`, `2024-05-03`, `-0043`). Absent: no bound."
        )
        {
            Example = "2022-02",
        };

    public static QueryParameter To { get; } =
        new("to", "Last day: a year, month or day, inclusive, so `2024` reaches the end of 2024. Absent: no bound.")
        {
            Example = "2022-02",
        };

    public static QueryParameter MatchBy { get; } =
        new(
            "match",
            "By bounds alone: `overlap`: it can have happened in the range; `within`: it must have; `covers`: it lasted over the whole range. An open side is infinite."
        )
        {
            Choices = ["overlap", "within", "covers"],
            Default = "overlap",
            Example = "overlap",
        };

    public static QueryParameter AsOfDate { get; } =
        new(
            "asOf",
            "The timeline as it was known at the end of this date: only claims of articles published by then, standing and counts accordingly."
        )
        {
            Example = "2025-12-31",
        };

    public static QueryParameter Actor { get; } =
        new("actor", "Id, name or alias of an actor; case and accents are ignored. Repeatable: any of them.")
        {
            Repeatable = true,
            Example = "Vladimir Putin",
        };

    public static QueryParameter ActorMatchBy { get; } =
        new("actorMatch", "With several actors: `any` of them or `all`.")
        {
            Choices = ["any", "all"],
            Default = "any",
            Example = "any",
        };

    public static QueryParameter RoleOf { get; } =
        new("role", "Only where the actor has this role in the event.") { Choices = Vocabulary.Roles, Example = "subject" };

    public static QueryParameter StandingIs { get; } =
        new("standing", "How the event stands by its claims. Repeatable: any of them.")
        {
            Choices = Standing.All,
            Repeatable = true,
            Example = "reported",
        };

    public static QueryParameter KindIs { get; } =
        new("kind", "Kind of event. Repeatable: any of them.")
        {
            Choices = Vocabulary.EventKinds,
            Repeatable = true,
            Example = "call",
        };

    public static QueryParameter StanceIs { get; } =
        new("stance", "Stance of a claim. Repeatable: any of them.")
        {
            Choices = Vocabulary.Stances,
            Repeatable = true,
            Example = "asserts",
        };

    public static QueryParameter ArticleIs { get; } =
        new("article", "Id of an article that tells of it. Repeatable: any of them.") { Repeatable = true, Example = SampleIds.Article };

    public static QueryParameter TagIs { get; } =
        new("tag", "A tag of the event. Repeatable: any of them.") { Repeatable = true, Example = SampleIds.Tag };

    public static QueryParameter ReviewIs { get; } =
        new(
            "review",
            "With a key that has the scope `review`: what is `proposed`, `accepted`, `rejected`, or `any` of it. Absent: what everyone sees."
        )
        {
            Choices = [.. Vocabulary.Reviews, "any"],
        };

    public static QueryParameter Text { get; } =
        new("q", "Full text: every word, case and accents ignored; a final `*` makes the last word a prefix.") { Example = "biden" };

    public static QueryParameter UndatedAre { get; } =
        new("undated", "What becomes of things without a date. Default: `include` without `from` and `to`, `exclude` with them.")
        {
            Choices = ["include", "exclude", "only"],
            Example = "exclude",
        };

    /// <summary>What lists of events, charts and feeds all take.</summary>
    public static IReadOnlyList<QueryParameter> Filters { get; } =
    [From, To, MatchBy, AsOfDate, Actor, ActorMatchBy, RoleOf, StandingIs, KindIs, StanceIs, ArticleIs, TagIs, ReviewIs, Text, UndatedAre];

    public static QueryParameter SortBy { get; } =
        new(
            "sort",
            "`-date`: newest first; `date`: oldest first, both by earliest day, latest day and id with undated last; `-updated`: last changed first; `relevance`: best match for `q` first, one page."
        )
        {
            Choices = Sorts,
            Default = "-date",
            Example = "-date",
        };

    public static QueryParameter LimitTo { get; } =
        new("limit", "How many items a page holds.")
        {
            Type = "integer",
            Minimum = 1,
            Maximum = 500,
            Default = "50",
            Example = "50",
        };

    public static QueryParameter CursorAt { get; } =
        new("cursor", "`nextCursor` of the page before. Belongs to its query: only `limit`, `fields`, `include` and `count` may change.");

    public static QueryParameter FieldsOf { get; } = new("fields", "Only these members, comma-separated. Default: all.");

    public static QueryParameter CountAll { get; } =
        new("count", "`true` adds `total`, exact to 10,000.")
        {
            Type = "boolean",
            Default = "false",
            Example = "true",
        };

    /// <summary>Reads what every question has; the caller goes on with its own parameters and ends with <see cref="QueryReader.ThrowIfInvalid"/>.</summary>
    /// <param name="usual">The limit where none is given.</param>
    /// <param name="most">The greatest limit.</param>
    protected TimelineQuery(
        QueryReader query,
        IReadOnlyList<string> members,
        IReadOnlyList<string> includes,
        int usual = 50,
        int most = 500
    )
    {
        var (from, to) = (query.Date("from"), query.Date("to"));
        (FromDay, ToDay) = (from?.Earliest?.Number, to?.Latest?.Number);
        if (FromDay > ToDay)
            query.AddFault("from", "range_inverted", $"'from' ({query.Single("from")}) is after 'to' ({query.Single("to")}).");
        Visibility = query.Visibility(query.Date("asOf")?.Latest?.Number);
        Actors = query.Many("actor");
        AllActors = query.Choice("actorMatch", ActorMatchBy.Choices!, "any") == "all";
        Role = query.Single("role") is null ? null : query.Choice("role", Vocabulary.Roles, Vocabulary.Roles[0]);
        Standings = query.Choices("standing", Standing.All);
        Kinds = query.Choices("kind", Vocabulary.EventKinds);
        Stances = query.Choices("stance", Vocabulary.Stances);
        Articles = [.. query.Many("article").Select(id => Ids.TryParse(Ids.Article, id, out var number) ? number : -1)];
        Tags = query.Many("tag");
        (Words, Prefix) = ReadText(query);
        Sort = query.Choice("sort", Sorts, "-date");
        if (Sort == "relevance" && Words is null && query.HasNoFault("q"))
            query.AddFault("sort", "invalid_choice", "'relevance' needs 'q'.");
        var undated = query.Choice("undated", UndatedAre.Choices!, from is null && to is null ? "include" : "exclude");
        var match = query.Choice("match", MatchBy.Choices!, "overlap");
        Range = new DateRangeFilter(
            FromDay,
            ToDay,
            Enum.Parse<RangeMatch>(match, true),
            Enum.Parse<UndatedFilter>(undated, true),
            Sort == "date"
        );
        Limit = query.Integer("limit", 1, most, usual);
        Fields = query.Names("fields", members, "unknown_field");
        Includes = query.Names("include", includes, "invalid_choice") ?? new HashSet<string>();
        Count = query.Flag("count");
        Cursor = query.Cursor;
        After = query.After<long[]>(key => key.Length == (Sort == "-updated" ? 1 : 3));
    }

    public long? FromDay { get; }

    public long? ToDay { get; }

    public Visibility Visibility { get; init; }

    /// <summary>The actor that the path names, in place of <see cref="Actors"/>; null where the path names none.</summary>
    public MatchedActor? Subject { get; init; }

    /// <summary>Ids, names or aliases, as given.</summary>
    public IReadOnlyList<string> Actors { get; init; }

    public bool AllActors { get; }

    public string? Role { get; }

    public IReadOnlyList<string> Standings { get; }

    public IReadOnlyList<string> Kinds { get; }

    public IReadOnlyList<string> Stances { get; }

    /// <summary>Article numbers; -1 for an id that no article can have.</summary>
    public IReadOnlyList<long> Articles { get; init; }

    public IReadOnlyList<string> Tags { get; }

    /// <summary>The words of <c>q</c>, folded; null where it is absent, empty where it holds no word.</summary>
    public IReadOnlyList<string>? Words { get; }

    /// <summary>True where the last word is a prefix.</summary>
    public bool Prefix { get; }

    public string Sort { get; init; }

    public DateRangeFilter Range { get; init; }

    public int Limit { get; init; }

    /// <summary>The sort key of the last row of the page before.</summary>
    public IReadOnlyList<long>? After { get; init; }

    public IReadOnlySet<string>? Fields { get; }

    public IReadOnlySet<string> Includes { get; }

    public bool Count { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    /// <summary>The place to go on from, where the sort is by date.</summary>
    public ScanPosition? Position => After is [var start, var end, var id] ? new ScanPosition(start, end, id) : null;

    private static (List<string>?, bool) ReadText(QueryReader query)
    {
        if (query.Single("q") is not { } text)
            return (null, false);
        return (TextFolding.Words(text), text.TrimEnd().EndsWith('*'));
    }
}
