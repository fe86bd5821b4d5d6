using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Http;

public class IdempotencyTests(Databases databases)
{
    [Fact]
    public async Task An_idempotency_key_gives_the_same_answer_again_and_no_other_body()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        var first = await admin.Post("/v1/articles", AdminClient.Article(), ("Idempotency-Key", "a"));
        var again = await admin.Post("/v1/articles", AdminClient.Article(), ("Idempotency-Key", "a"));
        var other = await admin.Post("/v1/articles", AdminClient.Article("Another text of 5 May 2024."), ("Idempotency-Key", "a"));

        Assert.Equal((201, 201, 422), ((int)first.Status, (int)again.Status, (int)other.Status));
        Assert.Equal(first.Text, again.Text);
        Assert.Single((await admin.Get("/v1/articles?review=any")).Items);
    }

    [Fact]
    public async Task An_idempotency_key_with_another_query_is_refused()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        await admin.Post("/v1/articles", AdminClient.Article(), ("Idempotency-Key", "a"));

        var other = await admin.Post("/v1/articles?review=accepted", AdminClient.Article(), ("Idempotency-Key", "a"));

        Assert.Equal((422, "idempotency_mismatch"), ((int)other.Status, (string)other.Json["code"]!));
    }
}
