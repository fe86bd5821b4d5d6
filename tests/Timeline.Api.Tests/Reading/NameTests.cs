using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Reading;

public class NameTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_name_that_is_the_id_of_one_actor_and_a_name_of_others_matches_them_all(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await timeline.Store.Write(
            "test",
            ledger =>
            {
                ledger.Add(new ActorRow(1, "moscow", "organisation", ["City of Moscow"]));
                ledger.Add(new ActorRow(2, "moscow-2", "organisation", ["Moscow"]));
                ledger.Add(new ActorRow(3, "russia-2", "state", ["Russian state", "MOSCOW"]));
                ledger.Execute($"update actor set public = 1 where id in {(long[])[1, 2, 3]}");
                return 0;
            }
        );

        foreach (var input in (string[])["Moscow", "moscow"])
        {
            var answer = await timeline.Get($"/v1/events?actor={input}");

            var resolved = answer.Json["resolved"]!.AsArray().Select(actor => $"{actor!["id"]} {actor["matched"]}");
            Assert.Equal(["moscow id", "moscow-2 name", "russia-2 alias"], resolved);
            Assert.Equal(["ambiguous_actor"], answer.Json["hints"]!.AsArray().Select(hint => (string)hint!["code"]!));
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_id_in_a_path_is_that_actor_alone_whoever_else_is_called_so(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await timeline.Load([
            """{"type":"article","id":"art_0000000000001","title":"An article","published":"2025-01-01","language":"en","sha256":"00"}""",
            """{"type":"actor","id":"moscow","name":"City of Moscow","kind":"organisation"}""",
            """{"type":"actor","id":"russia","name":"Russia","kind":"state","aliases":["Moscow"]}""",
            """{"type":"event","id":"evt_0000000000001","title":"A metro line opens","actors":[{"id":"moscow","roles":["subject"]}],"review":"accepted"}""",
            """{"type":"event","id":"evt_0000000000002","title":"A state meets another","actors":[{"id":"russia","roles":["subject"]}],"review":"accepted"}""",
            """{"type":"claim","id":"clm_0000000000001","event":"evt_0000000000001","article":"art_0000000000001","stance":"asserts","review":"accepted"}""",
            """{"type":"claim","id":"clm_0000000000002","event":"evt_0000000000002","article":"art_0000000000001","stance":"asserts","review":"accepted"}""",
        ]);

        Assert.Equal(2, (await timeline.Get("/v1/events?actor=moscow")).Items.Count);
        var answer = await timeline.Get("/v1/actors/moscow/events");
        Assert.Equal(["evt_0000000000001"], answer.Ids);
        Assert.Empty(answer.Json["hints"]!.AsArray());
    }
}
