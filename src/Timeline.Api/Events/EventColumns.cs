using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Events;

/// <summary>
/// The one list of an event's members. From it come the columns that are selected, the header and the cells of CSV, the line of
/// an export, and the names that an import knows but ignores.
/// </summary>
public static class EventColumns
{
    /// <summary>In the order of CSV.</summary>
    public static IReadOnlyList<EventColumn> All { get; } =
    [
        Given("id", "e.id as key", found => found.Id),
        Given("title", "e.title", found => found.Title),
        Given("titleFrom", "e.title_from", found => found.TitleFrom) with
        {
            CsvCells = [],
        },
        Given("summary", "e.summary", found => found.Summary),
        Given("kind", "e.kind", found => found.Kind),
        Given("tags", "e.tags", found => found.Tags),
        Given("date", "e.date", found => found.Date),
        Derived("earliest", "e.start_day", found => found.Earliest),
        Derived("latest", "e.end_day", found => found.Latest),
        Derived("precision", "e.precision", found => found.Precision),
        Derived("approximate", "e.approximate", found => found.Approximate),
        Derived("uncertain", "e.uncertain", found => found.Uncertain),
        Given("extent", "e.extent", found => found.Extent),
        Given("phrase", "e.phrase", found => found.Phrase),
        Given("anchor", "e.anchor", found => found.Anchor),
        Given("alternatives", "e.alternatives", found => found.Alternatives),
        Given("dateFrom", "e.date_from", found => found.DateFrom) with
        {
            CsvCells = [],
        },
        Derived("standing", "e.standing", found => found.Standing) with
        {
            ComputedFor = Standing.SqlFor,
        },
        Given("review", "e.review", found => found.Review),
        Given("actors", "e.actors", found => found.Actors) with
        {
            CsvCells = [("actors", ActorNames), ("actorIds", ActorIds)],
            ExportedValue = found => found.Actors.Select(actor => new { id = actor.Id, roles = actor.Roles }),
        },
        Derived("claimCount", "e.claim_count", found => found.ClaimCount) with
        {
            ComputedFor = view => CountClaims("count(*)", view),
        },
        Derived("articleCount", "e.article_count", found => found.ArticleCount) with
        {
            ComputedFor = view => CountClaims("count(distinct c.article)", view),
        },
        Derived("version", "e.version", found => found.Version),
        Derived("createdAt", "e.created_at", found => found.CreatedAt),
        Derived("updatedAt", "e.updated_at", found => found.UpdatedAt),
    ];

    /// <summary>An event on a line of the import format; what was decided on it stands last, as on the lines of claims.</summary>
    public static LineFormat<Event> Line { get; } =
        new()
        {
            Given =
            [
                .. All.Where(column => column.IsGiven)
                    .OrderBy(column => column.Name == "review")
                    .Select(column => (column.Name, column.ExportedValue)),
            ],
            Derived = [.. All.Where(column => !column.IsGiven).Select(column => column.Name)],
        };

    private static EventColumn Given(string name, string column, Func<Event, object?> value) => new(name, column, true, value);

    private static EventColumn Derived(string name, string column, Func<Event, object?> value) => new(name, column, false, value);

    private static IEnumerable<string> ActorNames(Event found) => found.Actors.Select(actor => actor.Name);

    private static IEnumerable<string> ActorIds(Event found) => found.Actors.Select(actor => actor.Id);

    private static Sql CountClaims(string count, Visibility view)
    {
        var isVisible = view.ClaimCondition(Sql.Raw("c"));
        return $"(select {Sql.Raw(count)} from claim c where c.event = e.id and {isVisible})";
    }
}
