using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Articles;

/// <summary>A question about articles; its range is when they were published.</summary>
public sealed record ArticleQuery
{
    public static IReadOnlyList<string> Members { get; } = [.. Json.Members<Article>().Except(["text"])];

    private static readonly IReadOnlyList<string> Sorts = ["-date", "date", "-updated"];

    private ArticleQuery(QueryReader query)
    {
        var (from, to, asOf) = (query.Date("from"), query.Date("to"), query.Date("asOf"));
        (From, To) = (from?.Earliest?.Number, to?.Latest?.Number);
        if (From > To)
            query.Add("from", "range_inverted", $"'from' ({query.One("from")}) is after 'to' ({query.One("to")}).");
        AsOf = asOf?.Latest?.Number;
        View = query.View();
        if (query.One("q") is { } text)
            (Words, Prefix) = (Folding.Words(text), text.TrimEnd().EndsWith('*'));
        Sort = query.Choice("sort", Sorts, "-date");
        Limit = query.Integer("limit", 1, 500, 50);
        Fields = query.Names("fields", Members, "unknown_field");
        Count = query.Flag("count");
        Cursor = query.Cursor;
        After = query.After<long[]>(key => key.Length == (Sort == "-updated" ? 1 : 2));

        query.Check();
    }

    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        TimelineQuery.From with
        {
            Meaning = "First day of publication: a year, month or day, inclusive.",
            Example = "2025",
        },
        TimelineQuery.To with
        {
            Meaning = "Last day of publication: a year, month or day, inclusive.",
            Example = "2025",
        },
        TimelineQuery.AsOfDate with
        {
            Meaning = "Only articles published by the end of this date.",
        },
        TimelineQuery.Text with
        {
            Meaning = "Full text over titles, publishers, agencies and bylines: every word; a final `*` makes the last word a prefix.",
            Example = "peskov",
        },
        new("sort", "`-date`: newest first; `date`: oldest first; `-updated`: last changed first.")
        {
            Choices = Sorts,
            Default = "-date",
            Example = "-date",
        },
        TimelineQuery.ReviewIs,
        TimelineQuery.LimitTo,
        TimelineQuery.CursorAt,
        TimelineQuery.FieldsOf with
        {
            Example = "id,title,published",
        },
        TimelineQuery.CountAll,
    ];

    public View View { get; }

    public long? From { get; }

    public long? To { get; }

    public long? AsOf { get; }

    public IReadOnlyList<string>? Words { get; }

    public bool Prefix { get; }

    public string Sort { get; }

    public int Limit { get; }

    public IReadOnlySet<string>? Fields { get; }

    public bool Count { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    /// <summary>The sort key of the last row of the page before.</summary>
    public IReadOnlyList<long>? After { get; }

    public static async ValueTask<ArticleQuery> BindAsync(HttpContext http) => new(await QueryReader.Of(http));
}
