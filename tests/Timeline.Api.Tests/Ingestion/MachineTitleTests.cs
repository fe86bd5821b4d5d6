using System.Text.Json.Nodes;
using Timeline.Api.Domain;
using Timeline.Api.Ingestion;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Ingestion;

/// <summary>What titles tell of a text that may not be shown.</summary>
public class MachineTitleTests(Databases databases)
{
    [Theory]
    [OnEveryDatabase]
    public async Task Under_keep_and_none_titles_hold_few_words_of_the_text_and_together_at_most_a_tenth_of_it(DatabaseKind kind)
    {
        foreach (var rights in (string[])["keep", "none"])
        {
            // A timeline for each: on one, the second article would tell of the first one's events.
            await using var admin = await AdminClient.Open(databases, kind);
            var text =
                $"{AdminClient.Story} This one is under {rights}. "
                + string.Concat(Enumerable.Repeat("Gulls circled over the empty cranes, and nobody else was about. ", 10));
            var article = AdminClient.Article(text, rights: rights);
            article.Remove("title");
            var read = (await admin.Post("/v1/articles", article)).Json;
            var id = (string)read["article"]!["id"]!;
            await admin.Post($"/v1/articles/{id}/review", new JsonObject { ["decision"] = "accepted" });

            var stored = (await admin.Timeline.Get($"/v1/articles/{id}")).Json;
            var events = (await admin.Timeline.Get($"/v1/events?article={id}")).Items;
            var titles = events.Select(item => (string)item["title"]!).Append((string)stored["title"]!).ToList();

            Assert.Equal("machine", (string)stored["titleFrom"]!);
            Assert.All(events, item => Assert.Equal("machine", (string)item["titleFrom"]!));
            Assert.Equal(
                read["events"]!.AsArray().Select(item => (string)item!["title"]!).Order(),
                events.Select(item => (string)item["title"]!).Order()
            );
            Assert.All(titles, title => Assert.InRange(LongestRun(title, text), 0, MachineTitles.MostWords));
            var ofText = titles
                .Where(title => !title.Contains(": ", StringComparison.Ordinal) && LongestRun(title, text) > 2)
                .Sum(title => title.TrimEnd('…').Length);
            Assert.InRange(ofText, 1, text.Length / 10);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_change_of_rights_makes_the_machines_titles_anew(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var id = (string)(await admin.PostStory(rights: "show"))["article"]!["id"]!;
        var whole = await Titles(admin);

        await Change(admin, id, "keep");
        var bounded = await Titles(admin);
        await Change(admin, id, "show");

        Assert.NotEqual(whole, bounded);
        Assert.All(bounded, title => Assert.InRange(LongestRun(title, AdminClient.Story), 0, MachineTitles.MostWords));
        Assert.Equal(whole, await Titles(admin));
        await Change(admin, id, "none");
        Assert.Equal(bounded, await Titles(admin));
        Assert.Equal(400, (int)await Change(admin, id, "show"));
    }

    [Theory]
    [InlineData("show", 10, "The council met the mayor of the town on Tuesday", "The council met the mayor of the town on Tuesday")]
    [InlineData("keep", 1000, "The council met the mayor of the town on Tuesday", "The council met the mayor of the town…")]
    [InlineData("none", 1000, "A deal-making mayor's office met the old council again", "A deal-making mayor's office met the…")]
    [InlineData("keep", 1000, "The council met", "The council met")]
    [InlineData("keep", 100, "The council met the mayor", "Meeting: Ana Ruiz, Tom Berg")]
    public void A_title_is_whole_begun_or_named_as_the_rights_allow(string rights, int textLength, string full, string title) =>
        Assert.Equal(title, new MachineTitles(rights, textLength).Event(full, "meeting", ["Ana Ruiz", "Tom Berg"]));

    [Theory]
    [InlineData("", "Call")]
    [InlineData("Ana Ruiz|Ana Ruiz", "Call: Ana Ruiz")]
    [InlineData("Ana|Bea|Cleo|Dora", "Call: Ana, Bea, Cleo")]
    [InlineData("Ana Ruiz|The Most Honourable Guild of Harbour Pilots and Friends", "Call: Ana Ruiz")]
    public void A_title_of_names_holds_three_whole_ones_at_most(string names, string title) =>
        Assert.Equal(title, MachineTitles.FromActors("call", names.Split('|', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>How many words in a row the title shares with the text.</summary>
    private static int LongestRun(string title, string text)
    {
        var (words, whole) = (TextFolding.Words(title), $" {string.Join(' ', TextFolding.Words(text))} ");
        var longest = 0;
        for (var start = 0; start < words.Count; start++)
        {
            for (
                var length = longest + 1;
                start + length <= words.Count
                    && whole.Contains($" {string.Join(' ', words.Skip(start).Take(length))} ", StringComparison.Ordinal);
                length++
            )
            {
                longest = length;
            }
        }

        return longest;
    }

    private static async Task<List<string>> Titles(AdminClient admin) =>
        [.. (await admin.Get("/v1/events?review=any")).Items.Select(item => (string)item["title"]!)];

    private static async Task<System.Net.HttpStatusCode> Change(AdminClient admin, string id, string rights)
    {
        var tag = (await admin.Get($"/v1/articles/{id}?review=any")).Header("ETag")!;
        return (
            await admin.Send(
                HttpMethod.Patch,
                $"/v1/articles/{id}",
                new JsonObject { ["textRights"] = rights }.ToJsonString(),
                ("If-Match", tag)
            )
        ).Status;
    }
}
