using System.Text.Json.Nodes;
using CsCheck;
using Timeline.Api.Domain;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Modelled;

public class ModelTests(Databases databases)
{
    private const int Timelines = 25;
    private static readonly Gen<ToldCase> Asked = Gen.Select(
        TimelineGen.Timelines,
        Asking.Askings.Array[20, 20],
        Gen.Int[0, 999],
        (told, askings, choice) =>
            new ToldCase(told, [.. askings.Select((asking, i) => i % 2 == 0 ? asking : asking.Touching(told, choice + i))])
    );

    [Theory]
    [OnEveryDatabase]
    public async Task Events_are_those_of_the_model_in_its_order_with_its_standings_and_counts(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await Cases.Hold(
            Asked,
            Timelines,
            async one =>
            {
                var (order, _) = await ToldStore.Put(timeline, one.Told);
                foreach (var asking in one.Askings)
                {
                    var expected = ModelAnswers.Events(one.Told, asking, order);
                    var model = new Model(one.Told, asking.AsOf?.End);
                    await Agree(
                        timeline,
                        "/v1/events",
                        asking,
                        expected,
                        happened => Line(model, happened),
                        item =>
                            $"{item["id"]} {item["date"]} {item["earliest"]} {item["latest"]} {item["standing"]} {item["claimCount"]} {item["articleCount"]} {string.Join(' ', item["actors"]!.AsArray().Select(actor => actor!["id"]))}"
                    );
                }
            }
        );
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Claims_are_those_of_the_model_in_its_order(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await Cases.Hold(
            Asked,
            Timelines,
            async one =>
            {
                var (_, order) = await ToldStore.Put(timeline, one.Told);
                var model = new Model(one.Told, null);
                var (@event, answered) = (
                    one.Told.Events.FirstOrDefault(model.Sees),
                    one.Told.Claims.FirstOrDefault(claim =>
                        model.Sees(claim) && one.Told.Claims.Any(other => other.RespondsTo == claim.Number)
                    )
                );
                for (var i = 0; i < one.Askings.Count; i++)
                {
                    var (path, about, answer) = (i % 4, @event, answered) switch
                    {
                        (2, { } happened, _) => (
                            $"/v1/events/{Ids.Text(Ids.Event, ToldTimeline.Id(happened.Number))}/claims",
                            (int?)happened.Number,
                            (int?)null
                        ),
                        (3, _, { } claim) => (
                            $"/v1/claims/{Ids.Text(Ids.Claim, ToldTimeline.Id(claim.Number))}/responses",
                            (int?)null,
                            (int?)claim.Number
                        ),
                        _ => ("/v1/claims", (int?)null, (int?)null),
                    };
                    var then = new Model(one.Told, one.Askings[i].AsOf?.End);
                    await Agree(
                        timeline,
                        path,
                        one.Askings[i],
                        ModelAnswers.Claims(one.Told, one.Askings[i], order, about, answer),
                        claim => Line(then, claim),
                        item =>
                            $"{item["id"]} {item["said"]!["earliest"]} {item["said"]!["latest"]} {item["event"]} {item["speaker"]?["id"]} {item["respondsTo"]}"
                    );
                }
            }
        );
    }

    private static string Line(Model model, ToldEvent happened)
    {
        var claims = model.ClaimsOf(happened);
        return $"{Ids.Text(Ids.Event, ToldTimeline.Id(happened.Number))} {happened.When.Date} {Dating.Text(happened.When.Earliest)} {Dating.Text(happened.When.Latest)} {model.Standing(happened)} {claims.Count} {claims.Select(claim => claim.Article).Distinct().Count()} {string.Join(' ', happened.Parts.Select(part => $"a{part.Actor}"))}";
    }

    private static string Line(Model model, ToldClaim claim)
    {
        var answered = model.AnsweredBy(claim) is { } other ? Ids.Text(Ids.Claim, ToldTimeline.Id(other.Number)) : null;
        return $"{Ids.Text(Ids.Claim, ToldTimeline.Id(claim.Number))} {Dating.Text(claim.Said.Earliest)} {Dating.Text(claim.Said.Latest)} {Ids.Text(Ids.Event, ToldTimeline.Id(claim.Event))} {(claim.Speaker.Actor is { } actor ? $"a{actor}" : null)} {answered}";
    }

    /// <summary>Walks all pages and compares every line and every count.</summary>
    private static async Task Agree<T>(
        RunningTimeline timeline,
        string path,
        Asking asking,
        ModelAnswer<T> expected,
        Func<T, string> expectedLine,
        Func<JsonNode, string> line
    )
    {
        var lines = new List<string>();
        var url = path + asking.QueryString;
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
            Assert.Equal(asking.Limit, answer.Items.Count);
        }

        // How well something fits is left to the database; only what fits is compared then.
        var (wanted, got) =
            asking.Sort == "relevance"
                ? (expected.Items.Select(expectedLine).Order(), lines.Order())
                : (expected.Items.Select(expectedLine), (IEnumerable<string>)lines);
        Assert.Equal([url, .. wanted], [url, .. got]);
    }
}
