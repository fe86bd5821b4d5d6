using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Actors;

/// <summary>A question about actors.</summary>
public sealed record ActorQuery
{
    private ActorQuery(QueryReader query)
    {
        Visibility = VisibilityReader.Read(query);
        Kinds = query.Choices(Kind);
        if (query.Text(NameStart) is { } text)
            (Name, IsPrefix) = (TextFolding.Name(text.TrimEnd().TrimEnd('*')), text.TrimEnd().EndsWith('*'));
        Sort = query.Choice(Order);
        Limit = query.Integer(ListParameters.Limit);
        SelectedMembers = query.Names(Fields);
        Count = query.Flag(ListParameters.Count);
        Cursor = query.Cursor;
        After = query.After<ActorPosition>(_ => true);
        query.ThrowIfInvalid();
    }

    private static QueryParameter NameStart { get; } =
        new("q", "A name or alias, case and accents ignored; a final `*` makes it the beginning of one.") { Example = "put*" };

    private static QueryParameter Kind { get; } =
        new("kind", "Kind of actor. Repeatable: any of them.")
        {
            Choices = Vocabulary.ActorKinds,
            Repeatable = true,
            Example = "person",
        };

    private static QueryParameter Order { get; } =
        new("sort", "`name`, `-name`, or `-events`: with most events first.")
        {
            Choices = ["name", "-name", "-events"],
            Default = "name",
            Example = "-events",
        };

    public static QueryParameter Fields { get; } = ListParameters.Fields(Json.Members<Actor>(), "id,name,kind");

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [NameStart, Kind, Order, TimelineParameters.Review, ListParameters.Limit, ListParameters.Cursor, Fields, ListParameters.Count];

    public Visibility Visibility { get; }

    public IReadOnlyList<string> Kinds { get; }

    /// <summary>A folded name to look for, or null.</summary>
    public string? Name { get; }

    public bool IsPrefix { get; }

    public string Sort { get; }

    public int Limit { get; }

    /// <summary>The members to answer with; null for all.</summary>
    public IReadOnlySet<string>? SelectedMembers { get; }

    public bool Count { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    public ActorPosition? After { get; }

    public static async ValueTask<ActorQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}

/// <summary>Where a list of actors goes on.</summary>
public sealed record ActorPosition(string Name, long EventCount, long Id)
{
    public static ActorPosition Of(Actor actor) => new(actor.Name, actor.EventCount, actor.Key);
}
