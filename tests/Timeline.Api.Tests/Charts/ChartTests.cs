using System.Net;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Charts;

public class ChartTests(Databases databases)
{
    private static readonly string[] Filters =
    [
        "",
        "actor=putin",
        "actor=putin&actor=trump",
        "actor=putin&actor=trump&actorMatch=all",
        "standing=reported",
        "kind=statement&kind=call",
        "stance=denies&stance=expects",
        "q=ukraine",
        "tag=diplomacy",
        "role=speaker",
        "actor=putin&role=subject",
        "asOf=2025-02-09",
        "asOf=2020",
        "from=2022",
        "to=2023",
        "from=2022&to=2024",
        "from=2022-02&to=2024-06&match=within",
        "from=2022-03&to=2022-04&match=covers",
        "undated=exclude",
        "undated=only",
        "from=2022&undated=include",
        "actor=nobody",
        "article=art_0jrrbe6000001&kind=meeting",
    ];

    [Theory]
    [OnEveryDatabase]
    public async Task A_histogram_counts_each_event_of_the_list_once_under_every_filter(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        foreach (var filter in Filters)
        {
            var list = await timeline.Get($"/v1/events?limit=500&{filter}");
            var dated = list.Items.Count(item => item["date"] is not null);
            foreach (var spanning in (string[])["first", "weighted"])
            {
                var answer = await timeline.Get($"/v1/charts/histogram?interval=month&spanning={spanning}&{filter}");

                Assert.True(answer.Status == HttpStatusCode.OK, $"{filter}: {answer.Text}");
                Assert.Equal(dated, Buckets(answer).Sum(bucket => (double)bucket["count"]!) + (double)answer.Json["excluded"]!, 1e-9);
            }

            var all = await timeline.Get($"/v1/events?limit=500&{filter}{(filter.Contains("undated") ? "" : "&undated=only")}");
            if (!filter.Contains("undated"))
                Assert.Equal(all.Items.Count, (int)(await timeline.Get($"/v1/charts/histogram?{filter}")).Json["undated"]!);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Series_of_standing_and_kind_sum_to_the_buckets_under_every_filter(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        foreach (var filter in Filters)
        {
            foreach (var series in (string[])["standing", "kind"])
            {
                var answer = await timeline.Get($"/v1/charts/histogram?interval=year&series={series}&{filter}");

                foreach (var bucket in Buckets(answer))
                    Assert.Equal((double)bucket["count"]!, bucket["series"]!.AsObject().Sum(one => (double)one.Value!));
                Assert.Equal(
                    Buckets(answer).Sum(bucket => (double)bucket["count"]!),
                    answer.Json["series"]!.AsArray().Sum(one => (double)one!["count"]!)
                );
            }
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Series_of_actors_and_stances_count_what_the_same_filter_lists(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        foreach (var filter in (string[])["", "from=2022", "kind=statement", "asOf=2025-02-09"])
        {
            foreach (var (series, parameter) in ((string, string)[])[("actor", "actor"), ("stance", "stance")])
            {
                foreach (var one in (await timeline.Get($"/v1/charts/histogram?series={series}&{filter}")).Json["series"]!.AsArray())
                {
                    Assert.Equal(
                        (await timeline.Get($"/v1/events?limit=500&undated=exclude&{parameter}={one!["key"]}&{filter}")).Items.Count,
                        (int)one["count"]!
                    );
                }
            }
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Facets_count_what_the_same_filter_lists(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        foreach (
            var filter in (string[])
                ["", "from=2022", "actor=putin", "actor=putin&actor=trump", "asOf=2025-02-09", "q=ukraine", "undated=exclude"]
        )
        {
            var list = await timeline.Get($"/v1/events?limit=500&{filter}");
            var facets = (await timeline.Get($"/v1/facets?limit=200&{filter}")).Json;

            Assert.Equal(list.Items.Count, (int)facets["total"]!);
            Assert.Equal(
                Counted(list.Items.SelectMany(item => item["actors"]!.AsArray().Select(actor => (string)actor!["id"]!))),
                Values(facets["actor"]!, "id")
            );
            Assert.Equal(Counted(list.Items.Select(item => (string)item["standing"]!)), Values(facets["standing"]!, "value"));
            Assert.Equal(Counted(list.Items.Select(item => (string)item["kind"]!)), Values(facets["kind"]!, "value"));
            Assert.Equal(
                Counted(list.Items.Select(item => (string?)item["precision"] ?? "undated")),
                Values(facets["precision"]!, "value")
            );
            Assert.Equal(list.Items.Count, (int)Assert.Single(facets["article"]!.AsArray())!["count"]!);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Actors_are_linked_by_the_events_in_which_both_have_a_part(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        foreach (var filter in (string[])["", "from=2022", "actor=putin"])
        {
            var list = await timeline.Get($"/v1/events?limit=500&{filter}");
            var network = (await timeline.Get($"/v1/charts/actors?limit=200&{filter}")).Json;
            var together = list.Items.SelectMany(item =>
            {
                var ids = item["actors"]!.AsArray().Select(actor => (string)actor!["id"]!).Order(StringComparer.Ordinal).ToList();
                return ids.SelectMany((source, i) => ids.Skip(i + 1).Select(target => $"{source} {target}"));
            });

            Assert.Equal(
                Counted(together),
                network["links"]!
                    .AsArray()
                    .ToDictionary(
                        link => string.Join(' ', new[] { (string)link!["source"]!, (string)link["target"]! }.Order(StringComparer.Ordinal)),
                        link => (int)link!["count"]!
                    )
            );
            Assert.Equal(
                Counted(list.Items.SelectMany(item => item["actors"]!.AsArray().Select(actor => (string)actor!["id"]!))),
                Values(network["nodes"]!, "id")
            );
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Buckets_fill_the_window_also_where_nothing_happened(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        var empty = await timeline.Get("/v1/charts/histogram?interval=quarter&from=1950-02&to=1951-05");
        var data = await timeline.Get("/v1/charts/histogram?interval=decade");

        Assert.Equal("1950-Q1 1950-Q2 1950-Q3 1950-Q4 1951-Q1 1951-Q2", string.Join(' ', Buckets(empty).Select(bucket => bucket["label"])));
        Assert.Equal(("1950-01-01", "1951-07-01"), ((string)Buckets(empty)[0]["start"]!, (string)Buckets(empty)[^1]["end"]!));
        Assert.All(Buckets(empty), bucket => Assert.Equal(0, (int)bucket["count"]!));
        Assert.Equal("1980s 1990s 2000s 2010s 2020s", string.Join(' ', Buckets(data).Select(bucket => bucket["label"])));
    }

    [Fact]
    public async Task More_than_2000_buckets_are_refused_and_2000_are_given()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);

        var most = await timeline.Get("/v1/charts/histogram?interval=decade&from=-9999&to=9999");
        var more = await timeline.Get("/v1/charts/histogram?interval=day&from=2020&to=2025-06-23");

        Assert.Equal(2000, Buckets(most).Count);
        Assert.Equal(HttpStatusCode.BadRequest, more.Status);
        Assert.Equal("too_many_buckets", (string)more.Json["errors"]![0]!["code"]!);
    }

    [Theory]
    [InlineData("interval=fortnight", "interval", "invalid_choice")]
    [InlineData("spanning=last", "spanning", "invalid_choice")]
    [InlineData("series=article", "series", "invalid_choice")]
    [InlineData("limit=51", "limit", "out_of_range")]
    [InlineData("sort=date", "sort", "unknown_parameter")]
    [InlineData("cursor=x", "cursor", "unknown_parameter")]
    public async Task A_chart_refuses_what_it_does_not_know(string query, string parameter, string code)
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);

        var answer = await timeline.Get("/v1/charts/histogram?" + query);

        var error = Assert.Single(answer.Json["errors"]!.AsArray())!;
        Assert.Equal((parameter, code), ((string)error["parameter"]!, (string)error["code"]!));
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Counts_follow_a_change_of_the_data_and_so_does_their_tag(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        var empty = await timeline.Get("/v1/charts/histogram?series=kind");

        await timeline.Load(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "db", "seed", "timeline.ndjson")));
        var full = await timeline.Get("/v1/charts/histogram?series=kind", ("If-None-Match", empty.Header("ETag")!));
        var known = await timeline.Get("/v1/charts/histogram?series=kind", ("If-None-Match", full.Header("ETag")!));

        Assert.Empty(Buckets(empty));
        Assert.Equal(23, Buckets(full).Sum(bucket => (int)bucket["count"]!));
        Assert.Equal(HttpStatusCode.NotModified, known.Status);
    }

    private static List<JsonNode> Buckets(ApiResponse answer) => [.. answer.Json["buckets"]!.AsArray().Select(bucket => bucket!)];

    private static Dictionary<string, int> Counted(IEnumerable<string> values) => values.CountBy(value => value).ToDictionary();

    private static Dictionary<string, int> Values(JsonNode list, string name) =>
        list.AsArray().ToDictionary(one => (string)one![name]!, one => (int)one!["count"]!);
}
