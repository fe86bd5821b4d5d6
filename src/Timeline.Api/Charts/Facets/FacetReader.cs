using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>Reads the facets of the events found.</summary>
public static class FacetReader
{
    public static Facets Read(Snapshot snapshot, ChartQuery query)
    {
        var found = new MatchedEventCounts(snapshot, query);
        var values = found.Values(Dimension.Actor, Dimension.Standing, Dimension.Kind, Dimension.Article, Dimension.Publisher);
        return new Facets
        {
            Actor =
            [
                .. LabelledCount
                    .Actors(snapshot, [.. values[Dimension.Actor]])
                    .Select(actor => new ActorCount(actor.Id, actor.Name, actor.Kind, actor.Count)),
            ],
            Standing = ToFacets(values, Dimension.Standing),
            Kind = ToFacets(values, Dimension.Kind),
            Precision = [.. found.Precisions().Select(row => new FacetValue(row.Term, row.Count))],
            Publisher = ToFacets(values, Dimension.Publisher),
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

    private static List<FacetValue> ToFacets(ILookup<Dimension, TermCount> values, Dimension dimension) =>
        [.. values[dimension].Select(row => new FacetValue(dimension.Value(row.Term), row.Count))];
}
