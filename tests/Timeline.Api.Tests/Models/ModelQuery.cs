using Timeline.Api.Domain;

namespace Timeline.Api.Tests.Models;

/// <summary>A query of a list: a parameter that is null or empty is not sent.</summary>
public sealed record ModelQuery
{
    public ModelDate? From { get; init; }
    public ModelDate? To { get; init; }
    public string? Match { get; init; }
    public ModelDate? AsOf { get; init; }
    public IReadOnlyList<string> Actors { get; init; } = [];
    public string? ActorMatch { get; init; }
    public string? Role { get; init; }
    public IReadOnlyList<string> Standings { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> Precisions { get; init; } = [];
    public IReadOnlyList<string> Stances { get; init; } = [];

    /// <summary>Numbers of articles; one that does not exist matches nothing.</summary>
    public IReadOnlyList<int> Articles { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Q { get; init; }
    public string? Undated { get; init; }
    public string? Sort { get; init; }
    public int Limit { get; init; } = 50;

    /// <summary>What becomes of undated things: excluded where a range is asked for, unless the query says otherwise.</summary>
    public string UndatedOrDefault => Undated ?? (From is null && To is null ? "include" : "exclude");

    public string QueryString
    {
        get
        {
            IEnumerable<(string, string?)> pairs =
            [
                ("from", From?.Date),
                ("to", To?.Date),
                ("match", Match),
                ("asOf", AsOf?.Date),
                .. Actors.Select(name => ("actor", (string?)name)),
                ("actorMatch", ActorMatch),
                ("role", Role),
                .. Standings.Select(value => ("standing", (string?)value)),
                .. Kinds.Select(value => ("kind", (string?)value)),
                .. Precisions.Select(value => ("precision", (string?)value)),
                .. Stances.Select(value => ("stance", (string?)value)),
                .. Articles.Select(number => ("article", (string?)Ids.Text(Ids.Article, ModelTimeline.Id(number)))),
                .. Tags.Select(value => ("tag", (string?)value)),
                ("q", Q),
                ("undated", Undated),
                ("sort", Sort),
                ("limit", Limit.ToString()),
                ("count", "true"),
            ];
            return "?"
                + string.Join(
                    '&',
                    pairs.Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}")
                );
        }
    }

    public override string ToString() => QueryString;

    /// <summary>
    /// The same query with its days moved onto days on which something of the timeline begins, ends or is published, since that is
    /// where comparisons go wrong.
    /// </summary>
    public ModelQuery WithDatesOf(ModelTimeline content, int choice)
    {
        var days = content
            .Events.Select(modelEvent => modelEvent.When)
            .Concat(content.Claims.Select(claim => claim.Said))
            .SelectMany(when => new[] { when.Earliest, when.Latest })
            .OfType<int>()
            .Distinct()
            .ToList();
        if (days.Count == 0)
            return this;
        var (first, last) = (days[choice % days.Count], days[choice * 31 % days.Count]);
        return this with
        {
            From = From is null ? null : ModelDate.OfDay(Math.Min(first, last)),
            To = To is null ? null : ModelDate.OfDay(Math.Max(first, last)),
            AsOf = AsOf is null ? null : content.Articles[choice % content.Articles.Count].Published,
        };
    }
}
