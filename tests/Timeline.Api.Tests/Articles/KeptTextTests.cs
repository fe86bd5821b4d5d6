using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Articles;

/// <summary>How much of a text that may not be shown everybody can read all the same, whatever it was accepted for.</summary>
public class KeptTextTests(Databases databases)
{
    private const int MostWords = 8;
    private const int Part = 10;

    private static readonly string Text = string.Join(
        ' ',
        Enumerable
            .Range(2, 12)
            .Select(day =>
                $"The harbour master of Halden closed quay number {day} on {day} March 2025 because a very old crane had fallen into the "
                + $"deep water beside it. Ana Ruiz said on {day} March 2025 that the owners of crane number {day} would have to "
                + "pay for every single day until the work was done."
            )
    );

    [Theory]
    [OnEveryDatabase]
    public async Task Machine_titles_hold_eight_words_in_a_row_at_most_and_together_a_tenth_of_the_text(DatabaseKind kind)
    {
        foreach (var rights in (string[])["keep", "none"])
        {
            await using var admin = await AdminClient.Open(databases, kind);
            Assert.Equal(201, (int)(await admin.Post("/v1/articles?review=accepted", AdminClient.Article(Text, rights: rights))).Status);

            await HoldsLittle(admin, Text);
        }
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Taking_back_the_right_to_show_a_text_makes_its_titles_as_short(DatabaseKind kind)
    {
        await using var admin = await AdminClient.Open(databases, kind);
        var posted = await admin.Post("/v1/articles?review=accepted", AdminClient.Article(Text));
        var path = posted.Header("Location")!;
        var tag = (await admin.Timeline.Get(path)).Header("ETag")!;

        Assert.Equal(200, (int)(await admin.Send(HttpMethod.Patch, path, """{"textRights":"keep"}""", ("If-Match", tag))).Status);

        await HoldsLittle(admin, Text);
    }

    /// <summary>No title holds more than a few words of the text in a row, and together they hold a small part of it.</summary>
    private static async Task HoldsLittle(AdminClient admin, string text)
    {
        var events = (await admin.Timeline.Get("/v1/events?limit=500")).Items;
        var claims = (await admin.Timeline.Get("/v1/claims?limit=500")).Items;
        Assert.NotEmpty(events);
        Assert.All(claims, claim => Assert.Null(claim["quote"]!["exact"]));
        var titles = events.Select(found => (string)found["title"]!).Distinct().ToList();
        Assert.All(titles, title => Assert.InRange(Longest(title, text), 0, MostWords));
        Assert.All(events, found => Assert.Equal("machine", (string?)found["titleFrom"]));
        // Two or three words are a name, which belongs to nobody.
        Assert.InRange(titles.Select(title => Longest(title, text)).Where(length => length > 3).Sum(), 0, Words(text).Length / Part);
    }

    /// <summary>The length, in words, of the longest run of words that stands in the text too.</summary>
    private static int Longest(string title, string text)
    {
        var (words, whole) = (Words(title), $" {string.Join(' ', Words(text))} ");
        for (var length = words.Length; length > 0; length--)
        {
            for (var at = 0; at + length <= words.Length; at++)
            {
                if (whole.Contains($" {string.Join(' ', words[at..(at + length)])} "))
                    return length;
            }
        }

        return 0;
    }

    private static string[] Words(string text)
    {
        var plain = string.Concat(text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        return plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
