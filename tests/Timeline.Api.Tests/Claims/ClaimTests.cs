using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Claims;

public class ClaimTests(Databases databases)
{
    private static readonly string[] Members = (
        "id event article speaker via stance cue direct text said tells respondsTo quote review version createdAt updatedAt"
    ).Split(' ');

    [Theory]
    [OnEveryDatabase]
    public async Task A_claim_has_the_members_of_the_contract_in_their_order(DatabaseKind kind)
    {
        var timeline = await databases.Seeded(kind);

        Assert.Equal(Members, (await timeline.Get("/v1/claims/clm_0jrrbe6000012")).MemberNames);
    }
}
