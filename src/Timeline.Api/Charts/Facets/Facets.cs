using Timeline.Api.Actors;
using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>What the events found have in common: for each kind of filter, its values and how many events have them, most frequent first.</summary>
public sealed record Facets
{
    public required IReadOnlyList<ActorCount> Actor { get; init; }

    public required IReadOnlyList<FacetValue> Standing { get; init; }

    public required IReadOnlyList<FacetValue> Kind { get; init; }

    /// <summary><c>day</c>, <c>week</c>, <c>month</c> …; <c>undated</c> for events without a date.</summary>
    public required IReadOnlyList<FacetValue> Precision { get; init; }

    public required IReadOnlyList<ArticleFacet> Article { get; init; }

    /// <summary>How many events were counted: those that fit the query, at most 100,000.</summary>
    public required long Total { get; init; }

    /// <summary>False where more events fit; then the newest 100,000 are counted.</summary>
    public required bool TotalIsExact { get; init; }

    /// <summary>How many more fit the query but have no date and are left out for that; exact to 10,000.</summary>
    public required long Undated { get; init; }

    /// <summary>What each name in the query was taken for.</summary>
    public required IReadOnlyList<ResolvedName> Resolved { get; init; }

    /// <summary>What a reader of this answer should know.</summary>
    public required IReadOnlyList<Hint> Hints { get; init; }

    public static Facets Read(Snapshot snapshot, ChartQuery query)
    {
        var found = new MatchedEventCounts(snapshot, query);
        var values = found.Values(Dimension.Actor, Dimension.Standing, Dimension.Kind, Dimension.Article);
        return new Facets
        {
            Actor =
            [
                .. LabelledCount
                    .Actors(snapshot, [.. values[Dimension.Actor]])
                    .Select(actor => new ActorCount(actor.Id, actor.Name, actor.Kind, actor.Count)),
            ],
            Standing = Values(values, Dimension.Standing),
            Kind = Values(values, Dimension.Kind),
            Precision = [.. found.Precisions().Select(row => new FacetValue(row.Term, row.Count))],
            Article =
            [
                .. LabelledCount
                    .Articles(snapshot, [.. values[Dimension.Article]])
                    .Select(article => new ArticleFacet(article.Id, article.Name, article.Count)),
            ],
            Total = found.Total,
            TotalIsExact = found.IsExact,
            Undated = found.Undated,
            Resolved = found.Asked.Names,
            Hints = found.Asked.Hints,
        };
    }

    private static List<FacetValue> Values(ILookup<Dimension, TermCount> values, Dimension dimension) =>
        [.. values[dimension].Select(row => new FacetValue(dimension.Value(row.Term), row.Count))];
}

/// <summary>A value of a filter and how many events have it.</summary>
public sealed record FacetValue(string Value, long Count);

/// <summary>An article and how many events it tells of.</summary>
public sealed record ArticleFacet(string Id, string Title, long Count);
