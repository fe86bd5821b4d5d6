using System.Net;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Querying;

public class SampleQueryTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase("seed-queries")]
    public async Task A_query_of_the_sample_shows_exactly_these_in_order(DatabaseKind kind, string path, string expected)
    {
        var timeline = await databases.Seeded(kind);

        var answer = await timeline.Get("/v1/" + path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(expected, string.Join(' ', answer.Ids.Select(id => id[^2..])));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task What_a_range_leaves_out_for_want_of_a_date_is_counted(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        Assert.Equal(7, (int)(await timeline.Get("/v1/events?from=2014&to=2014")).Json["undated"]!);
        Assert.Equal(0, (int)(await timeline.Get("/v1/events")).Json["undated"]!);
        Assert.Equal(2, (int)(await timeline.Get("/v1/events?from=2014&to=2014&kind=decision")).Json["undated"]!);
    }
}
