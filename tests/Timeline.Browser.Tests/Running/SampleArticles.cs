using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Timeline.Browser.Tests.Running;

/// <summary>Articles of our own, posted to a server.</summary>
public static class SampleArticles
{
    private const string Bridge = """
        The bridge at Aldmoor was opened on 3 March 2024, two years after the old one fell.

        Ann Pell, the mayor, said on Monday that a tunnel would open in May 2025. The builders' union denied that. "Nobody
        has asked us," said its chairman, Tom Reed.
        """;

    /// <summary>An article that everyone may read; its id.</summary>
    public static Task<string> PostPublic(TestServer server) => Post(server, Bridge, "show", "accepted", "A bridge at Aldmoor");

    /// <summary>An article that waits for review; its id.</summary>
    public static Task<string> PostProposed(TestServer server) =>
        Post(server, "The harbour of Port Ellery froze in January 1963.\n\n" + Bridge, "keep", "proposed", "The harbour of Port Ellery");

    /// <summary>Posts an article published on 16 May 2024; its id.</summary>
    public static async Task<string> Post(
        TestServer server,
        string text,
        string rights = "keep",
        string review = "proposed",
        string title = "An article"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"v1/articles?review={review}")
        {
            Content = JsonContent.Create(
                new
                {
                    text,
                    published = "2024-05-16",
                    textRights = rights,
                    title,
                }
            ),
        };
        request.Headers.Authorization = new("Bearer", server.Key);
        using var answer = await server.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["article"]!["id"]!;
    }
}
