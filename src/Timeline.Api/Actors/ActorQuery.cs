using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Actors;

/// <summary>A question about actors.</summary>
public sealed record ActorQuery
{
    public static IReadOnlyList<string> Members { get; } = Json.Members<Actor>();

    private static readonly IReadOnlyList<string> Sorts = ["name", "-name", "-events"];

    private ActorQuery(QueryReader query)
    {
        Visibility = query.Visibility();
        Kinds = query.Choices("kind", Vocabulary.ActorKinds);
        if (query.Single("q") is { } text)
            (Name, Prefix) = (TextFolding.Name(text.TrimEnd().TrimEnd('*')), text.TrimEnd().EndsWith('*'));
        Sort = query.Choice("sort", Sorts, "name");
        Limit = query.Integer("limit", 1, 500, 50);
        Fields = query.Names("fields", Members, "unknown_field");
        Count = query.Flag("count");
        Cursor = query.Cursor;
        After = query.After<ActorPlace>(_ => true);

        query.ThrowIfInvalid();
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        new("q", "A name or alias, case and accents ignored; a final `*` makes it the beginning of one.") { Example = "put*" },
        new("kind", "Kind of actor. Repeatable: any of them.")
        {
            Choices = Vocabulary.ActorKinds,
            Repeatable = true,
            Example = "person",
        },
        new("sort", "`name`, `-name`, or `-events`: with most events first.")
        {
            Choices = Sorts,
            Default = "name",
            Example = "-events",
        },
        TimelineQuery.ReviewIs,
        TimelineQuery.LimitTo,
        TimelineQuery.CursorAt,
        TimelineQuery.FieldsOf with
        {
            Example = "id,name,kind",
        },
        TimelineQuery.CountAll,
    ];

    public Visibility Visibility { get; }

    public IReadOnlyList<string> Kinds { get; }

    /// <summary>A folded name to look for, or null.</summary>
    public string? Name { get; }

    public bool Prefix { get; }

    public string Sort { get; }

    public int Limit { get; }

    public IReadOnlySet<string>? Fields { get; }

    public bool Count { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    public ActorPlace? After { get; }

    public static async ValueTask<ActorQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}

/// <summary>Where a list of actors goes on.</summary>
public sealed record ActorPlace(string Name, long EventCount, long Id);
