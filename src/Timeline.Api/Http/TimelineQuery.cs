using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>What is asked of the timeline: the question that events, claims, charts and feeds share.</summary>
public abstract record TimelineQuery
{
    public static IReadOnlyList<string> Sorts { get; } = ["-date", "date", "-updated", "relevance"];

    public static Parameter From { get; } =
        new(
            "from",
            "First day: a year, month or day, inclusive (EDTF level 0: `2024`, `2024-05`, `2024-05-03`, `-0043`). Absent: no bound."
        )
        {
            Example = "2022-02",
        };

    public static Parameter To { get; } =
        new("to", "Last day: a year, month or day, inclusive, so `2024` reaches the end of 2024. Absent: no bound.")
        {
            Example = "2022-02",
        };

    public static Parameter MatchBy { get; } =
        new(
            "match",
            "By bounds alone: `overlap`: it can have happened in the range; `within`: it must have; `covers`: it lasted over the whole range. An open side is infinite."
        )
        {
            Choices = ["overlap", "within", "covers"],
            Default = "overlap",
            Example = "overlap",
        };

    public static Parameter AsOfDate { get; } =
        new(
            "asOf",
            "The timeline as it was known at the end of this date: only claims of articles published by then, standing and counts accordingly."
        )
        {
            Example = "2025-12-31",
        };

    public static Parameter Actor { get; } =
        new("actor", "Id, name or alias of an actor; case and accents are ignored. Repeatable: any of them.")
        {
            Repeatable = true,
            Example = "Vladimir Putin",
        };

    public static Parameter ActorMatchBy { get; } =
        new("actorMatch", "With several actors: `any` of them or `all`.")
        {
            Choices = ["any", "all"],
            Default = "any",
            Example = "any",
        };

    public static Parameter RoleOf { get; } =
        new("role", "Only where the actor has this role in the event.") { Choices = Vocabulary.Roles, Example = "subject" };

    public static Parameter StandingIs { get; } =
        new("standing", "How the event stands by its claims. Repeatable: any of them.")
        {
            Choices = Storage.Standing.All,
            Repeatable = true,
            Example = "reported",
        };

    public static Parameter KindIs { get; } =
        new("kind", "Kind of event. Repeatable: any of them.")
        {
            Choices = Vocabulary.EventKinds,
            Repeatable = true,
            Example = "call",
        };

    public static Parameter StanceIs { get; } =
        new("stance", "Stance of a claim. Repeatable: any of them.")
        {
            Choices = Vocabulary.Stances,
            Repeatable = true,
            Example = "asserts",
        };

    public static Parameter ArticleIs { get; } =
        new("article", "Id of an article that tells of it. Repeatable: any of them.") { Repeatable = true, Example = Samples.Article };

    public static Parameter TagIs { get; } =
        new("tag", "A tag of the event. Repeatable: any of them.") { Repeatable = true, Example = Samples.Tag };

    public static Parameter ReviewIs { get; } =
        new(
            "review",
            "With a key that has the scope `review`: what is `proposed`, `accepted`, `rejected`, or `any` of it. Absent: what everyone sees."
        )
        {
            Choices = [.. Vocabulary.Reviews, "any"],
        };

    public static Parameter Text { get; } =
        new("q", "Full text: every word, case and accents ignored; a final `*` makes the last word a prefix.") { Example = "biden" };

    public static Parameter UndatedAre { get; } =
        new("undated", "What becomes of things without a date. Default: `include` without `from` and `to`, `exclude` with them.")
        {
            Choices = ["include", "exclude", "only"],
            Example = "exclude",
        };

    /// <summary>What lists of events, charts and feeds all take.</summary>
    public static IReadOnlyList<Parameter> Filters { get; } =
    [From, To, MatchBy, AsOfDate, Actor, ActorMatchBy, RoleOf, StandingIs, KindIs, StanceIs, ArticleIs, TagIs, ReviewIs, Text, UndatedAre];

    public static Parameter SortBy { get; } =
        new(
            "sort",
            "`-date`: newest first; `date`: oldest first, both by earliest day, latest day and id with undated last; `-updated`: last changed first; `relevance`: best match for `q` first, one page."
        )
        {
            Choices = Sorts,
            Default = "-date",
            Example = "-date",
        };

    public static Parameter LimitTo { get; } =
        new("limit", "How many items a page holds.")
        {
            Type = "integer",
            Minimum = 1,
            Maximum = 500,
            Default = "50",
            Example = "50",
        };

    public static Parameter CursorAt { get; } =
        new("cursor", "`nextCursor` of the page before. Belongs to its query: only `limit`, `fields`, `include` and `count` may change.");

    public static Parameter FieldsOf { get; } = new("fields", "Only these members, comma-separated. Default: all.");

    public static Parameter CountAll { get; } =
        new("count", "`true` adds `total`, exact to 10,000.")
        {
            Type = "boolean",
            Default = "false",
            Example = "true",
        };

    /// <summary>Reads what every question has; the caller goes on with its own parameters and ends with <see cref="QueryReader.Check"/>.</summary>
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
            query.Add("from", "range_inverted", $"'from' ({query.One("from")}) is after 'to' ({query.One("to")}).");
        View = query.View(query.Date("asOf")?.Latest?.Number);
        Actors = query.Many("actor");
        AllActors = query.Choice("actorMatch", ActorMatchBy.Choices!, "any") == "all";
        Role = query.One("role") is null ? null : query.Choice("role", Vocabulary.Roles, Vocabulary.Roles[0]);
        Standings = query.Choices("standing", Storage.Standing.All);
        Kinds = query.Choices("kind", Vocabulary.EventKinds);
        Stances = query.Choices("stance", Vocabulary.Stances);
        Articles = [.. query.Many("article").Select(id => Ids.TryParse(Ids.Article, id, out var number) ? number : -1)];
        Tags = query.Many("tag");
        (Words, Prefix) = ReadText(query);
        Sort = query.Choice("sort", Sorts, "-date");
        if (Sort == "relevance" && Words is null && query.Sound("q"))
            query.Add("sort", "invalid_choice", "'relevance' needs 'q'.");
        var undated = query.Choice("undated", UndatedAre.Choices!, from is null && to is null ? "include" : "exclude");
        var match = query.Choice("match", MatchBy.Choices!, "overlap");
        Window = new Window(FromDay, ToDay, Enum.Parse<Match>(match, true), Enum.Parse<Undated>(undated, true), Sort == "date");
        Limit = query.Integer("limit", 1, most, usual);
        Fields = query.Names("fields", members, "unknown_field");
        Includes = query.Names("include", includes, "invalid_choice") ?? new HashSet<string>();
        Count = query.Flag("count");
        Cursor = query.Cursor;
        After = query.After<long[]>(key => key.Length == (Sort == "-updated" ? 1 : 3));
    }

    public long? FromDay { get; }

    public long? ToDay { get; }

    public View View { get; init; }

    /// <summary>The actor that the path names, in place of <see cref="Actors"/>; null where the path names none.</summary>
    public NamedActor? Subject { get; init; }

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

    public Window Window { get; init; }

    public int Limit { get; init; }

    /// <summary>The sort key of the last row of the page before.</summary>
    public IReadOnlyList<long>? After { get; init; }

    public IReadOnlySet<string>? Fields { get; }

    public IReadOnlySet<string> Includes { get; }

    public bool Count { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    /// <summary>The place to go on from, where the sort is by date.</summary>
    public Position? Place => After is [var start, var end, var id] ? new Position(start, end, id) : null;

    private static (List<string>?, bool) ReadText(QueryReader query)
    {
        if (query.One("q") is not { } text)
            return (null, false);
        return (Folding.Words(text), text.TrimEnd().EndsWith('*'));
    }
}
