using System.Net;
using System.Text.Json.Nodes;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Querying;

public class ActorNameTests(Databases databases)
{
    private static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [OnEveryDatabase]
    public async Task A_name_that_is_the_id_of_one_actor_and_a_name_of_others_matches_them_all(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        await timeline.Store.Write(
            "test",
            transaction =>
            {
                transaction.Add(new ActorRow(1, "moscow", "organisation", ["City of Moscow"]));
                transaction.Add(new ActorRow(2, "moscow-2", "organisation", ["Moscow"]));
                transaction.Add(new ActorRow(3, "russia-2", "state", ["Russian state", "MOSCOW"]));
                transaction.Execute($"update actor set public = 1 where id in {(long[])[1, 2, 3]}");
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
            ImportLine.Article("art_0000000000001"),
            ImportLine.Actor("moscow", "City of Moscow", "organisation"),
            ImportLine.Actor("russia", "Russia", "state", "Moscow"),
            ImportLine.Event("evt_0000000000001", "A metro line opens", actors: "moscow"),
            ImportLine.Event("evt_0000000000002", "A state meets another", actors: "russia"),
            ImportLine.Claim("clm_0000000000001", "evt_0000000000001", "art_0000000000001"),
            ImportLine.Claim("clm_0000000000002", "evt_0000000000002", "art_0000000000001"),
        ]);

        Assert.Equal(2, (await timeline.Get("/v1/events?actor=moscow")).Items.Count);
        var answer = await timeline.Get("/v1/actors/moscow/events");
        Assert.Equal(["evt_0000000000001"], answer.Ids);
        Assert.Empty(answer.Json["hints"]!.AsArray());
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_name_that_fits_many_actors_names_ten_of_them_in_its_hint(DatabaseKind kind)
    {
        await using var timeline = await RunningTimeline.Start(databases, kind);
        var johns = Enumerable.Range(0, 30).Select(i => $"john-{i}").ToList();
        await timeline.Load([
            ImportLine.Article("art_0000000000001"),
            .. johns.Select(john => ImportLine.Actor(john, "John", "person")),
            ImportLine.Event("evt_0000000000001", "E", actors: [.. johns]),
            ImportLine.Claim("clm_0000000000001", "evt_0000000000001", "art_0000000000001"),
        ]);

        var hint = (string)(await timeline.Get("/v1/events?actor=john&actor=john")).Json["hints"]!.AsArray().Single()!["detail"]!;

        Assert.StartsWith("'john' fits 30 actors: ", hint, StringComparison.Ordinal);
        Assert.Equal(10, hint.Split("john-").Length - 1);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_actor_is_the_same_by_name_by_alias_and_by_id_and_resolved_says_so(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);
        string[][] spellings =
        [
            ["Putin", "alias"],
            ["VLADIMIR PUTIN", "name"],
            ["vladimir-putin", "id"],
            ["Vladimir-Putin", "id"],
            ["  mr   pútin ", "alias"],
        ];

        var expected = (await timeline.Get("/v1/actors/vladimir-putin/events")).Ids;
        foreach (var (input, matched) in spellings.Select(pair => (pair[0], pair[1])))
        {
            var answer = await timeline.Get($"/v1/events?actor={Uri.EscapeDataString(input)}");

            Assert.Equal(expected, answer.Ids);
            var typed = JsonValue.Create(input).ToJsonString(Plain);
            Assert.Equal(
                $$"""[{"parameter":"actor","input":{{typed}},"id":"vladimir-putin","matched":"{{matched}}"}]""",
                answer.Json["resolved"]!.ToJsonString(Plain)
            );
        }

        Assert.Equal(13, expected.Count);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task An_unknown_actor_gives_no_items_and_a_hint_with_a_similar_name(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        var answer = await timeline.Get("/v1/events?actor=Puttin");

        Assert.Empty(answer.Items);
        Assert.Equal(
            """[{"code":"unknown_actor","detail":"No actor 'Puttin'. Similar: 'Vladimir Putin'."}]""",
            answer.Json["hints"]!.ToJsonString(Plain)
        );
        Assert.Equal(HttpStatusCode.NotFound, (await timeline.Get("/v1/actors/puttin")).Status);
    }
}
