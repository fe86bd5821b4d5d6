using Timeline.Api.Charts;
using Timeline.Api.Domain;

namespace Timeline.Api.Tests.Charts;

public class DimensionTests
{
    [Fact]
    public void Everything_that_a_histogram_can_be_split_by_is_counted() =>
        Assert.All(Dimension.Series, dimension => Assert.True(FilterTerm.IsCounted(dimension.Prefix + "1"), dimension.Name));

    [Fact]
    public void Only_actors_are_counted_by_month() =>
        Assert.Equal([Dimension.Actor], Dimension.Series.Where(dimension => FilterTerm.IsCountedByMonth(dimension.Prefix + "1")));
}
