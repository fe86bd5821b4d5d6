using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;

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
            query.AddFault("from", "range_inverted", $"'from' ({query.Single("from")}) is after 'to' ({query.Single("to")}).");
        AsOf = asOf?.Latest?.Number;
        Visibility = query.Visibility();
        if (query.Single("q") is { } text)
            (Words, Prefix) = (TextFolding.Words(text), text.TrimEnd().EndsWith('*'));
        Sort = query.Choice("sort", Sorts, "-date");
        Limit = query.Integer("limit", 1, 500, 50);
        Fields = query.Names("fields", Members, "unknown_field");
        Count = query.Flag("count");
        Cursor = query.Cursor;
        After = query.After<long[]>(key => key.Length == (Sort == "-updated" ? 1 : 2));

        query.ThrowIfInvalid();
    }

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
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

    public Visibility Visibility { get; }

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

    public static async ValueTask<ArticleQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
