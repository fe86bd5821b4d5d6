using CsCheck;
using Timeline.Api.Domain;

namespace Timeline.Api.Tests.Modelled;

/// <summary>A random question: what is null or empty is not asked.</summary>
public sealed record Asking
{
    public Dating? From { get; init; }
    public Dating? To { get; init; }
    public string? Match { get; init; }
    public Dating? AsOf { get; init; }
    public IReadOnlyList<string> Actors { get; init; } = [];
    public string? ActorMatch { get; init; }
    public string? Role { get; init; }
    public IReadOnlyList<string> Standings { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];
    public IReadOnlyList<string> Stances { get; init; } = [];

    /// <summary>Numbers of articles; one that does not exist matches nothing.</summary>
    public IReadOnlyList<int> Articles { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Q { get; init; }
    public string? Undated { get; init; }
    public string? Sort { get; init; }
    public int Limit { get; init; } = 50;

    /// <summary>What becomes of undated things: excluded where a range is asked for, unless the question says otherwise.</summary>
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
                .. Stances.Select(value => ("stance", (string?)value)),
                .. Articles.Select(number => ("article", (string?)Ids.Text(Ids.Article, ToldTimeline.Id(number)))),
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

    /// <summary>The same question with its days moved onto days that the timeline itself begins, ends or appears on, since that is where comparisons go wrong.</summary>
    public Asking Touching(ToldTimeline told, int choice)
    {
        var days = told
            .Events.Select(happened => happened.When)
            .Concat(told.Claims.Select(claim => claim.Said))
            .SelectMany(when => new[] { when.Earliest, when.Latest })
            .OfType<int>()
            .Distinct()
            .ToList();
        if (days.Count == 0)
            return this;
        var (first, last) = (days[choice % days.Count], days[choice * 31 % days.Count]);
        return this with
        {
            From = From is null ? null : Dating.OfDay(Math.Min(first, last)),
            To = To is null ? null : Dating.OfDay(Math.Max(first, last)),
            AsOf = AsOf is null ? null : told.Articles[choice % told.Articles.Count].Published,
        };
    }

    private static readonly Gen<Asking> Range = Gen.Select(
        Dating.Plain.Null(0.3),
        Dating.Plain.Null(0.3),
        Gen.OneOf<string?>("overlap", "within", "covers", null),
        (from, to, match) =>
            from is not null && to is not null && from.Start > to.End
                ? new Asking
                {
                    From = to,
                    To = from,
                    Match = match,
                }
                : new Asking
                {
                    From = from,
                    To = to,
                    Match = match,
                }
    );

    private static readonly Gen<string> Names = Gen.Frequency(
        (6, Gen.OneOf(TimelineGen.Names)),
        (2, Gen.OneOf("a0", "A1", "a2", "a3", "ALFA", "zoe")),
        (1, Gen.OneOf("nobody", "Alf"))
    );

    private static readonly Gen<Asking> Who = Gen.Select(
        Names.Array[0, 3],
        Gen.OneOf<string?>("any", "all", null),
        Gen.OneOf(TimelineGen.Roles).Null(0.6),
        (actors, match, role) =>
            new Asking
            {
                Actors = actors,
                ActorMatch = match,
                Role = role,
            }
    );

    private static readonly Gen<string> Searches = Gen.OneOf<string>(
        Gen.OneOf(TimelineGen.Words),
        Gen.OneOf(
            "pea*",
            "PE*",
            "c",
            "naive",
            "ete alpha",
            "alpha be*",
            "50 beta",
            "+",
            "beta-alpha",
            "\"alpha",
            "AND",
            "alpha OR beta",
            "*",
            "a*b"
        )
    );

    /// <summary>One filter, with the smallest question that can hold it.</summary>
    private static readonly Gen<Asking> Single = Gen.OneOf<Asking>(
        Range,
        Who,
        Dating.Plain.Select(day => new Asking { AsOf = day }),
        Gen.OneOf("disputed", "denied", "unconfirmed", "expected", "reported", "attributed")
            .Array[1, 2]
            .Select(values => new Asking { Standings = values }),
        Gen.OneOf(TimelineGen.Kinds).Array[1, 2].Select(values => new Asking { Kinds = values }),
        Gen.OneOf(TimelineGen.Stances).Array[1, 3].Select(values => new Asking { Stances = values }),
        Gen.Int[0, 4].Array[1, 2].Select(values => new Asking { Articles = values }),
        Gen.OneOf(TimelineGen.Tags).Array[1, 2].Select(values => new Asking { Tags = values }),
        Searches.Select(text => new Asking { Q = text }),
        Gen.OneOf("include", "exclude", "only").Select(undated => new Asking { Undated = undated })
    );

    /// <summary>One to four filters together, an order, and a size of page.</summary>
    public static Gen<Asking> Askings { get; } =
        Gen.Select(
            Single,
            Single.Array[0, 3],
            Gen.OneOf<string?>("date", "-date", "-updated", "relevance", null),
            Gen.Frequency((3, Gen.Const(50)), (2, Gen.Int[3, 12]), (1, Gen.Int[1, 2])),
            (first, others, sort, limit) => Complete(others.Aggregate(first, And), sort, limit)
        );

    private static Asking And(Asking a, Asking b) =>
        new()
        {
            From = b.From is null && b.To is null ? a.From : b.From,
            To = b.From is null && b.To is null ? a.To : b.To,
            Match = b.Match ?? a.Match,
            AsOf = b.AsOf ?? a.AsOf,
            Actors = [.. a.Actors, .. b.Actors],
            ActorMatch = b.ActorMatch ?? a.ActorMatch,
            Role = b.Role ?? a.Role,
            Standings = [.. a.Standings, .. b.Standings],
            Kinds = [.. a.Kinds, .. b.Kinds],
            Stances = [.. a.Stances, .. b.Stances],
            Articles = [.. a.Articles, .. b.Articles],
            Tags = [.. a.Tags, .. b.Tags],
            Q = b.Q ?? a.Q,
            Undated = b.Undated ?? a.Undated,
        };

    private static Asking Complete(Asking asking, string? sort, int limit) =>
        asking with
        {
            Sort = sort == "relevance" && asking.Q is null ? null : sort,
            Limit = sort == "relevance" ? 100 : limit,
        };
}
