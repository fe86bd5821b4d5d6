using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Ingestion;

/// <summary>What of a page of HTML is its article.</summary>
public class HtmlPageTests(Databases databases)
{
    private const string First =
        "The quay of Halden was closed on 5 May 2024, Mayor Ana Ruiz said, and the harbour master agreed that it was unsafe for ships.";

    private const string Second =
        "It had been built in 1961 by the city, with money from the state, and nobody has repaired it since, the records tell.";

    private const string Third =
        "Ships go to the old port now, where two more pilots work, and the dockers want a decision before the summer, Tom Berg said.";

    private static readonly string Links = string.Concat(
        Enumerable.Range(0, 40).Select(i => $"<li><a href='/{i}'>Another story, told at some length, number {i}</a></li>")
    );

    [Theory]
    [InlineData("<div><p>{0}</p><p>{1}</p><p>{2}</p></div>")]
    [InlineData("<nav><ul>{3}</ul></nav><main><p>{0}</p><p>{1}</p><p>{2}</p></main><aside>{1}</aside><footer>{1}</footer>")]
    [InlineData("<div><div><p>{0}</p></div><div class='ad'>Buy a boat, a big one</div><div><p>{1}</p></div><div><p>{2}</p></div></div>")]
    [InlineData("<article><p>{0}</p><ul class='related'>{3}</ul><p>{1}</p><p>{2}</p></article><p class='comments'>{2}</p>")]
    [InlineData("<article><div>{0}</div><div>{1}</div><div>{2}</div></article><p style='display: none'>{2}</p><p hidden>{1}</p>")]
    [InlineData("<main><p>{0}<script>alert('</p>')</script></p><figure><p>The quay</p></figure><p>{1}</p><p>{2}</p></main>")]
    public async Task The_article_is_what_remains_of_a_page(string body)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        var answer = await admin.Post("/v1/extractions", Page(string.Format(body, First, Second, Third, Links)));

        Assert.Equal($"{First}\n{Second}\n{Third}", (string)answer.Json["text"]!);
    }

    [Theory]
    [InlineData("<p>One&nbsp;<b>quay</b>,<br>two\n ships</p>", "One quay, two ships")]
    [InlineData("<ul><li>One<ul><li>Two</li></ul>Three</li></ul>", "One\nTwo\nThree")]
    [InlineData("Loose<p>bound</p>loose", "Loose\nbound\nloose")]
    [InlineData("<table><tr><td>One</td><td>Two</td></tr></table>", "One\nTwo")]
    public async Task Each_block_is_a_line(string body, string text)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        Assert.Equal(text, (string)(await admin.Post("/v1/extractions", Page(body))).Json["text"]!);
    }

    [Theory]
    [InlineData("<title>Quay closed</title>", "Quay closed")]
    [InlineData("<title>Quay of Halden is closed - Halden Courier</title>", "Quay of Halden is closed")]
    [InlineData("<title>Halden - Courier</title>", "Halden - Courier")]
    [InlineData("<title>x</title><meta property='og:title' content=' Quay \n closed '>", "Quay closed")]
    public async Task The_title_is_the_one_that_the_page_gives_itself(string head, string title)
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);

        Assert.Equal(title, (string)(await admin.Post("/v1/extractions", Page($"<p>{First}", head))).Json["article"]!["title"]!);
    }

    [Fact]
    public async Task A_page_as_large_as_the_largest_of_newspapers_is_read()
    {
        await using var admin = await AdminClient.Open(databases, DatabaseKind.Sqlite);
        string Sixty(string tag) => string.Concat(Enumerable.Repeat(tag, 60));
        var menu = Sixty("<div>") + string.Concat(Enumerable.Repeat(Links, 120)) + Sixty("</div>");

        var answer = await admin.Post("/v1/extractions", Page($"{menu}<article><p>{First}</p><p>{Second}</p><p>{Third}</p></article>"));

        Assert.Equal($"{First}\n{Second}\n{Third}", (string)answer.Json["text"]!);
    }

    private static JsonObject Page(string body, string head = "") =>
        new() { ["published"] = "2024-05-06", ["html"] = $"<!doctype html><html><head>{head}</head><body>{body}</body></html>" };
}
