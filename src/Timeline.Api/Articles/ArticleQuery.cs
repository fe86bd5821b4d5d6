using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Querying;

namespace Timeline.Api.Articles;

/// <summary>A question about articles; its range is when they were published.</summary>
public sealed record ArticleQuery
{
    private ArticleQuery(QueryReader query)
    {
        (From, To) = query.Days(TimelineParameters.From, TimelineParameters.To);
        AsOf = query.Date(TimelineParameters.AsOf)?.Latest?.Number;
        Visibility = VisibilityReader.Read(query);
        Words = SearchWords.Parse(query.Text(TimelineParameters.Words));
        Sort = query.Choice(Order);
        Limit = query.Integer(ListParameters.Limit);
        SelectedMembers = query.Names(Fields);
        Count = query.Flag(ListParameters.Count);
        Cursor = query.Cursor;
        After = query.After<long[]>(key => key.Length == (Sort == SortOrder.LastChangedFirst ? 1 : 2));
        query.ThrowIfInvalid();
    }

    private static QueryParameter Order { get; } =
        new("sort", "`-date`: newest first; `date`: oldest first; `-updated`: last changed first.")
        {
            Choices = [SortOrder.NewestFirst, SortOrder.OldestFirst, SortOrder.LastChangedFirst],
            Default = SortOrder.NewestFirst,
            Example = SortOrder.NewestFirst,
        };

    public static QueryParameter Fields { get; } =
        ListParameters.Fields([.. Json.Members<Article>().Except(["text"])], "id,title,published");

    /// <summary>The members of a single article, which has its text too.</summary>
    public static QueryParameter SingleFields { get; } = Fields with { Members = Json.Members<Article>() };

    public static IReadOnlyList<QueryParameter> Parameters { get; } =
    [
        TimelineParameters.From with
        {
            Meaning = "First day of publication: a year, month or day, inclusive.",
            Example = "2025",
        },
        TimelineParameters.To with
        {
            Meaning = "Last day of publication: a year, month or day, inclusive.",
            Example = "2025",
        },
        TimelineParameters.AsOf with
        {
            Meaning = "Only articles published by the end of this date.",
        },
        TimelineParameters.Words with
        {
            Meaning = "Full text over titles, publishers, agencies and bylines: every word; a final `*` makes the last word a prefix.",
            Example = "peskov",
        },
        Order,
        TimelineParameters.Review,
        ListParameters.Limit,
        ListParameters.Cursor,
        Fields,
        ListParameters.Count,
    ];

    public Visibility Visibility { get; }

    public long? From { get; }

    public long? To { get; }

    public long? AsOf { get; }

    /// <summary>What <c>q</c> searches for; null where it is absent.</summary>
    public SearchWords? Words { get; }

    public string Sort { get; }

    public int Limit { get; }

    /// <summary>The members to answer with; null for all.</summary>
    public IReadOnlySet<string>? SelectedMembers { get; }

    public bool Count { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    /// <summary>The sort key of the last row of the page before.</summary>
    public IReadOnlyList<long>? After { get; }

    /// <summary>Where the list goes on after this article.</summary>
    public long[] PositionOf(Article article) => Sort == SortOrder.LastChangedFirst ? [article.Seq] : [article.PublishedDay, article.Key];

    public static async ValueTask<ArticleQuery> BindAsync(HttpContext http) => new(await QueryReader.Create(http));
}
