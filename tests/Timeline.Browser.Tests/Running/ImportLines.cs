using System.Text.Json;
using System.Text.Json.Serialization;
using Timeline.Api.Domain;

namespace Timeline.Browser.Tests.Running;

/// <summary>Timelines in the import format: one article, some actors, and events with one claim each.</summary>
public static class ImportLines
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private const long First = 0x0188_0000_0000_0000;

    public static string Article(
        string title = "An article",
        string published = "2026-01-05",
        string? publisher = "The Gazette",
        int number = 0
    ) =>
        Line(
            new
            {
                type = "article",
                id = Ids.Text(Ids.Article, First + number),
                title,
                publisher,
                published,
                language = "en",
                sha256 = new string('0', 64),
                textRights = "none",
            }
        );

    public static string Actor(string id, string name) =>
        Line(
            new
            {
                type = "actor",
                id,
                name,
                kind = "person",
            }
        );

    /// <summary>An event and its claim, told by the article itself or by the speaker.</summary>
    public static IEnumerable<string> Event(
        int number,
        string title,
        string? date,
        string? actor = null,
        string? phrase = null,
        string? text = null,
        string kind = "other",
        string stance = "asserts",
        string extent = "within",
        int article = 0
    )
    {
        var id = Ids.Text(Ids.Event, First + number);
        object[] actors = actor is null ? [] : [new { id = actor, roles = new[] { "subject" } }];
        yield return Line(
            new
            {
                type = "event",
                id,
                title,
                kind,
                date,
                extent,
                phrase,
                actors,
                review = "accepted",
            }
        );
        var speaker = actor is null ? null : new { id = actor, name = actor };
        yield return Line(
            new
            {
                type = "claim",
                id = Ids.Text(Ids.Claim, First + number),
                @event = id,
                article = Ids.Text(Ids.Article, First + article),
                speaker,
                stance,
                text,
                quote = new { exact = text, spans = new[] { new[] { number * 10, number * 10 + 9 } } },
                review = "accepted",
            }
        );
    }

    private static string Line<T>(T thing) => JsonSerializer.Serialize(thing, Options);
}
