using System.Text.Json.Nodes;
using CsCheck;
using Timeline.Api.Domain;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Models;

public class ModelTests(Databases databases)
{
    private const int Timelines = 25;
    private static readonly Gen<QueryCase> Cases = Gen.Select(
        TimelineGenerator.Timelines,
        QueryGenerator.Queries.Array[20, 20],
        Gen.Int[0, 999],
        (content, queries, choice) =>
            new QueryCase(content, [.. queries.Select((query, i) => i % 2 == 0 ? query : query.WithDatesOf(content, choice + i))])
    );

    [Theory]
    [OnEveryDatabase]
    public async Task Events_are_those_of_the_model_in_its_order_with_its_standings_and_counts(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await PropertyCheck.ForAll(
            Cases,
            async one =>
            {
                var (order, _) = await ModelLoader.Replace(timeline, one.Timeline);
                foreach (var query in one.Queries)
                {
                    var expected = ReferenceAnswers.Events(one.Timeline, query, order);
                    var model = new ReferenceModel(one.Timeline, query.AsOf?.End);
                    await Agree(timeline, "/v1/events", query, expected, modelEvent => Line(model, modelEvent), EventLine);
                }
            },
            Timelines
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Claims_are_those_of_the_model_in_its_order(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await PropertyCheck.ForAll(
            Cases,
            async one =>
            {
                var (_, order) = await ModelLoader.Replace(timeline, one.Timeline);
                var model = new ReferenceModel(one.Timeline, null);
                var (@event, answered) = (
                    one.Timeline.Events.FirstOrDefault(model.Sees),
                    one.Timeline.Claims.FirstOrDefault(claim =>
                        model.Sees(claim) && one.Timeline.Claims.Any(other => other.RespondsTo == claim.Number)
                    )
                );
                for (var i = 0; i < one.Queries.Count; i++)
                {
                    var (path, about, answer) = (i % 4, @event, answered) switch
                    {
                        (2, { } modelEvent, _) => (
                            $"/v1/events/{Ids.Text(Ids.Event, ModelTimeline.Id(modelEvent.Number))}/claims",
                            (int?)modelEvent.Number,
                            (int?)null
                        ),
                        (3, _, { } claim) => (
                            $"/v1/claims/{Ids.Text(Ids.Claim, ModelTimeline.Id(claim.Number))}/responses",
                            (int?)null,
                            (int?)claim.Number
                        ),
                        _ => ("/v1/claims", (int?)null, (int?)null),
                    };
                    var then = new ReferenceModel(one.Timeline, one.Queries[i].AsOf?.End);
                    await Agree(
                        timeline,
                        path,
                        one.Queries[i],
                        ReferenceAnswers.Claims(one.Timeline, one.Queries[i], order, about, answer),
                        claim => Line(then, claim),
                        ClaimLine
                    );
                }
            },
            Timelines
        );
    }

    private static string Line(ReferenceModel model, ModelEvent modelEvent)
    {
        var claims = model.ClaimsOf(modelEvent);
        return string.Join(
            ' ',
            [
                Ids.Text(Ids.Event, ModelTimeline.Id(modelEvent.Number)),
                modelEvent.When.Date,
                ModelDate.Text(modelEvent.When.Earliest),
                ModelDate.Text(modelEvent.When.Latest),
                model.Standing(modelEvent),
                $"{claims.Count}",
                $"{claims.Select(claim => claim.Article).Distinct().Count()}",
                .. modelEvent.Parts.Select(part => $"a{part.Actor}"),
            ]
        );
    }

    private static string EventLine(JsonNode item)
    {
        string[] members = ["id", "date", "earliest", "latest", "standing", "claimCount", "articleCount"];
        var actors = item["actors"]!.AsArray().Select(actor => $"{actor!["id"]}");
        return string.Join(' ', [.. members.Select(member => $"{item[member]}"), .. actors]);
    }

    private static string Line(ReferenceModel model, ModelClaim claim) =>
        string.Join(
            ' ',
            [
                Ids.Text(Ids.Claim, ModelTimeline.Id(claim.Number)),
                ModelDate.Text(claim.Said.Earliest),
                ModelDate.Text(claim.Said.Latest),
                Ids.Text(Ids.Event, ModelTimeline.Id(claim.Event)),
                claim.Speaker.Actor is { } actor ? $"a{actor}" : "",
                model.ClaimAnsweredBy(claim) is { } other ? Ids.Text(Ids.Claim, ModelTimeline.Id(other.Number)) : "",
            ]
        );

    private static string ClaimLine(JsonNode item)
    {
        var (said, speaker) = (item["said"]!, item["speaker"]?["id"]);
        return $"{item["id"]} {said["earliest"]} {said["latest"]} {item["event"]} {speaker} {item["respondsTo"]}";
    }

    /// <summary>Walks all pages and compares every line and every count.</summary>
    private static async Task Agree<T>(
        RunningTimeline timeline,
        string path,
        ModelQuery query,
        ReferenceAnswer<T> expected,
        Func<T, string> expectedLine,
        Func<JsonNode, string> line
    )
    {
        var lines = new List<string>();
        var url = path + query.QueryString;
        string? cursor = null;
        while (true)
        {
            var answer = await timeline.Get(cursor is null ? url : $"{url}&cursor={cursor}");
            Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{url}\n{answer.Text}");
            lines.AddRange(answer.Items.Select(line));
            Assert.Equal(
                ($"{url} total", expected.Items.Count, true, expected.Undated),
                ($"{url} total", (int)answer.Json["total"]!, (bool)answer.Json["totalIsExact"]!, (int)answer.Json["undated"]!)
            );
            Assert.Equal(
                expected.Resolved,
                answer.Json["resolved"]!.AsArray().Select(one => $"{one!["input"]} {one["id"]} {one["matched"]}")
            );
            Assert.Equal(expected.Hints, answer.Json["hints"]!.AsArray().Select(hint => (string)hint!["code"]!));
            if ((cursor = answer.NextCursor) is null)
                break;
            Assert.Equal(query.Limit, answer.Items.Count);
        }

        // How well something fits is left to the database; only what fits is compared then.
        var (wanted, got) =
            query.Sort == "relevance"
                ? (expected.Items.Select(expectedLine).Order(), lines.Order())
                : (expected.Items.Select(expectedLine), (IEnumerable<string>)lines);
        Assert.Equal([url, .. wanted], [url, .. got]);
    }
}
