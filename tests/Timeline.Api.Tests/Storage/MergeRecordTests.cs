using System.Text.Json.Nodes;
using Timeline.Api.Domain;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

public class MergeRecordTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task A_merge_records_the_claims_with_their_versions_and_the_participants_that_it_moved(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var first = await admin.PostStory("The city council of Halden met Mayor Ana Ruiz on 4 March 2025 to discuss the harbour budget.");
        await admin.Post($"/v1/articles/{first["article"]!["id"]}/review", new JsonObject { ["decision"] = "accepted" });
        var second = await admin.PostStory("Ferry owner Quillfeather Zanzotto met Mayor Ana Ruiz on 5 March 2025 in Halden.", "2025-03-15");
        var (into, gone) = ((string)first["events"]![0]!["id"]!, (string)second["events"]![0]!["id"]!);
        Assert.True(Ids.TryParse(Ids.Event, into, out var stays));
        Assert.True(Ids.TryParse(Ids.Event, gone, out var goes));
        var (claims, participants) = await admin.Timeline.Store.Read(snapshot =>
            (
                snapshot.Query<string>($"select id || ' event ' || version from claim where event = {goes} order by id"),
                snapshot.Query<string>(
                    $"""
                    select p.actor || ' ' || p.role || ' ' || p.position || ' ' || case when exists (
                        select 1 from event_actor there where there.event = {stays} and there.actor = p.actor and there.role = p.role)
                      then 0 else 1 end
                    from event_actor p where p.event = {goes} order by p.position
                    """
                )
            )
        );
        Assert.NotEmpty(claims);
        Assert.Contains(participants, line => line.EndsWith(" 1", StringComparison.Ordinal));

        Assert.Equal(200, (int)(await admin.Post($"/v1/events/{gone}/merge", new JsonObject { ["into"] = into })).Status);

        var (movedClaims, movedParticipants, change) = await admin.Timeline.Store.Read(snapshot =>
            (
                snapshot.Query<string>($"select claim || ' ' || part || ' ' || version from merged_claim order by claim"),
                snapshot.Query<string>(
                    $"""
                    select actor || ' ' || role || ' ' || position || ' ' || added from merged_participant
                    where event = {goes} and origin = 0 order by position
                    """
                ),
                snapshot.Query<string>(
                    $"""
                    select before from change where change = 'merged' and id = {goes} and into_id = {stays}
                      and seq in (select seq from merged_claim) and seq in (select seq from merged_participant)
                    """
                )
            )
        );
        Assert.Equal(claims, movedClaims);
        Assert.Equal(participants, movedParticipants);
        var state = JsonNode.Parse(Assert.Single(change))!;
        Assert.Equal(("2025-03-05", "proposed", "claims"), ((string)state["date"]!, (string)state["review"]!, (string)state["date_from"]!));
        Assert.Null(state["title_full"]);
    }
}
