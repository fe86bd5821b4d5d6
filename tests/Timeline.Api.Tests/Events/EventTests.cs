using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Events;

public class EventTests(Databases databases)
{
    internal static readonly string[] Members = (
        "id title titleFrom summary kind tags date earliest latest precision approximate uncertain extent phrase anchor alternatives "
        + "dateFrom standing review actors claimCount articleCount version createdAt updatedAt"
    ).Split(' ');

    [Theory]
    [OnEveryDatabase]
    public async Task An_event_has_the_members_of_the_contract_in_their_order(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        Assert.Equal(Members, (await timeline.Get("/v1/events/evt_0jrrbe6000002")).MemberNames);
    }
}
