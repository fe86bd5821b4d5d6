using CsCheck;

namespace Timeline.Api.Tests.Models;

/// <summary>Random queries, of names, words and dates that the random timelines hold.</summary>
public static class QueryGenerator
{
    private static readonly Gen<ModelQuery> RangeQuery = Gen.Select(
        ModelDate.FilterDates.Null(0.3),
        ModelDate.FilterDates.Null(0.3),
        Gen.OneOf<string?>("overlap", "within", "covers", null),
        (from, to, match) =>
            from is not null && to is not null && from.Start > to.End
                ? new ModelQuery
                {
                    From = to,
                    To = from,
                    Match = match,
                }
                : new ModelQuery
                {
                    From = from,
                    To = to,
                    Match = match,
                }
    );

    private static readonly Gen<string> Names = Gen.Frequency(
        (6, Gen.OneOf(TimelineGenerator.Names)),
        (2, Gen.OneOf("a0", "A1", "a2", "a3", "ALFA", "zoe")),
        (1, Gen.OneOf("nobody", "Alf"))
    );

    private static readonly Gen<ModelQuery> WhoQuery = Gen.Select(
        Names.Array[0, 3],
        Gen.OneOf<string?>("any", "all", null),
        Gen.OneOf(TimelineGenerator.Roles).Null(0.6),
        (actors, match, role) =>
            new ModelQuery
            {
                Actors = actors,
                ActorMatch = match,
                Role = role,
            }
    );

    private static readonly Gen<string> Searches = Gen.OneOf<string>(
        Gen.OneOf(TimelineGenerator.Words),
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

    /// <summary>One filter, with the smallest query that can hold it.</summary>
    private static readonly Gen<ModelQuery> Single = Gen.OneOf<ModelQuery>(
        RangeQuery,
        WhoQuery,
        ModelDate.FilterDates.Select(day => new ModelQuery { AsOf = day }),
        Gen.OneOf("disputed", "denied", "unconfirmed", "expected", "reported", "attributed")
            .Array[1, 2]
            .Select(values => new ModelQuery { Standings = values }),
        Gen.OneOf(TimelineGenerator.Kinds).Array[1, 2].Select(values => new ModelQuery { Kinds = values }),
        Gen.OneOf("day", "month", "year", "range").Array[1, 2].Select(values => new ModelQuery { Precisions = values }),
        Gen.OneOf(TimelineGenerator.Stances).Array[1, 3].Select(values => new ModelQuery { Stances = values }),
        Gen.Int[0, 4].Array[1, 2].Select(values => new ModelQuery { Articles = values }),
        Gen.OneOf(TimelineGenerator.Tags).Array[1, 2].Select(values => new ModelQuery { Tags = values }),
        Searches.Select(text => new ModelQuery { Q = text }),
        Gen.OneOf("include", "exclude", "only").Select(undated => new ModelQuery { Undated = undated })
    );

    /// <summary>One to four filters together, an order, and a size of page.</summary>
    public static Gen<ModelQuery> Queries { get; } =
        Gen.Select(
            Single,
            Single.Array[0, 3],
            Gen.OneOf<string?>("date", "-date", "-updated", "relevance", null),
            Gen.Frequency((3, Gen.Const(50)), (2, Gen.Int[3, 12]), (1, Gen.Int[1, 2])),
            (first, others, sort, limit) => Complete(others.Aggregate(first, Combine), sort, limit)
        );

    private static ModelQuery Combine(ModelQuery a, ModelQuery b) =>
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
            Precisions = [.. a.Precisions, .. b.Precisions],
            Stances = [.. a.Stances, .. b.Stances],
            Articles = [.. a.Articles, .. b.Articles],
            Tags = [.. a.Tags, .. b.Tags],
            Q = b.Q ?? a.Q,
            Undated = b.Undated ?? a.Undated,
        };

    private static ModelQuery Complete(ModelQuery query, string? sort, int limit) =>
        query with
        {
            Sort = sort == "relevance" && query.Q is null ? null : sort,
            Limit = sort == "relevance" ? 100 : limit,
        };
}
