using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Querying;

/// <summary>What is asked of the timeline: the question that events, claims, charts and feeds share.</summary>
public abstract record TimelineQuery
{
    /// <summary>
    /// Reads what every question has; the caller goes on with its own parameters and ends with <see
    /// cref="QueryReader.ThrowIfInvalid"/>.
    /// </summary>
    protected TimelineQuery(QueryReader query)
    {
        (FromDay, ToDay) = query.Days(TimelineParameters.From, TimelineParameters.To);
        Visibility = VisibilityReader.Read(query, query.Date(TimelineParameters.AsOf)?.Latest?.Number);
        Actors = query.Texts(TimelineParameters.Actor);
        AllActors = query.Choice(TimelineParameters.ActorMatch) == "all";
        Role = query.OptionalChoice(TimelineParameters.Role);
        Filters = EventFilter.All.ToDictionary(filter => filter, filter => filter.Read(query));
        Words = SearchWords.Parse(query.Text(TimelineParameters.Words));
        Sort = query.Choice(TimelineParameters.Sort);
        if (Sort == SortOrder.BestMatchFirst && Words is null && query.HasNoFault(TimelineParameters.Words))
            query.AddFault("sort", FaultCode.InvalidChoice, "'relevance' needs 'q'.");
        Range = ReadRange(query);
        Limit = query.Integer(ListParameters.Limit);
        Count = query.Flag(ListParameters.Count);
        Cursor = query.Cursor;
        After = query.After<long[]>(key => key.Length == (Sort == SortOrder.LastChangedFirst ? 1 : 3));
    }

    public long? FromDay { get; }

    public long? ToDay { get; }

    public Visibility Visibility { get; init; }

    /// <summary>The actor that the path names, in place of <see cref="Actors"/>; null where the path names none.</summary>
    public MatchedActor? Subject { get; init; }

    /// <summary>Ids, names or aliases, as given.</summary>
    public IReadOnlyList<string> Actors { get; }

    public bool AllActors { get; }

    public string? Role { get; }

    /// <summary>For each filter the values asked for, any of which will do; none where it is not set.</summary>
    public IReadOnlyDictionary<EventFilter, IReadOnlyList<string>> Filters { get; }

    /// <summary>What <c>q</c> searches for; null where it is absent.</summary>
    public SearchWords? Words { get; }

    /// <summary>One of <see cref="SortOrder.All"/>.</summary>
    public string Sort { get; init; }

    public DateRangeFilter Range { get; init; }

    public int Limit { get; init; }

    /// <summary>The sort key of the last row of the page before.</summary>
    public IReadOnlyList<long>? After { get; init; }

    public bool Count { get; }

    /// <summary>What writes the cursor of the page that follows.</summary>
    public Cursor Cursor { get; }

    /// <summary>The position to go on from, where the sort is by date.</summary>
    public ScanPosition? Position => After is [var start, var end, var id] ? new ScanPosition(start, end, id) : null;

    private DateRangeFilter ReadRange(QueryReader query)
    {
        var isBounded = query.Text(TimelineParameters.From) is not null || query.Text(TimelineParameters.To) is not null;
        var undated = query.OptionalChoice(TimelineParameters.Undated) ?? (isBounded ? "exclude" : "include");
        var match = query.Choice(TimelineParameters.Match) switch
        {
            "within" => RangeMatch.Within,
            "covers" => RangeMatch.Covers,
            _ => RangeMatch.Overlap,
        };
        var left = undated switch
        {
            "only" => UndatedFilter.Only,
            "exclude" => UndatedFilter.Exclude,
            _ => UndatedFilter.Include,
        };
        return new DateRangeFilter(FromDay, ToDay, match, left, Sort == SortOrder.OldestFirst);
    }
}
