using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;

namespace Timeline.Api.Ingestion;

/// <summary>An article to read: exactly one of <c>text</c>, <c>markdown</c> and <c>html</c>, and when it was published.</summary>
public sealed record ArticleFields
{
    /// <summary>Plain text, up to 400,000 characters.</summary>
    public string? Text { get; init; }

    /// <summary>Markdown (CommonMark), up to 1,000,000 characters, its text as long as plain text may be; spans point into the text without its marks.</summary>
    public string? Markdown { get; init; }

    /// <summary>HTML, up to 1,000,000 characters and 15,000 elements, nested no deeper than 128; navigation, advertisements and the like are removed.</summary>
    public string? Html { get; init; }

    /// <summary>A day (<c>2025-02-09</c>) or an instant of RFC 3339 (<c>2025-02-09T06:30:00Z</c>; no leap second): what "on Sunday" is read against.</summary>
    public required string Published { get; init; }

    /// <summary>Default: what the HTML says, or the first line.</summary>
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Agency { get; init; }

    public string? Byline { get; init; }

    /// <summary>Where it is; nothing is fetched from there.</summary>
    public string? Url { get; init; }

    /// <summary>BCP 47; default <c>en</c>, the only language that is read.</summary>
    public string? Language { get; init; }

    /// <summary><c>show</c>, <c>keep</c> (default) or <c>none</c>.</summary>
    public string? TextRights { get; init; }
}

/// <summary>A JSON merge patch of an article: what is absent stays, null deletes.</summary>
public sealed record ArticlePatch
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Agency { get; init; }

    public string? Byline { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    /// <summary><c>show</c>, <c>keep</c> or <c>none</c>; a text that was not kept cannot be shown.</summary>
    public string? TextRights { get; init; }

    /// <summary>The article with the patch applied.</summary>
    internal static ArticleRow Apply(JsonBody body, Article old)
    {
        var isTitled = body.Has("title");
        var rights = body.Has("textRights") ? body.Choice("textRights", Vocabulary.Rights, null)! : old.TextRights;
        if (rights != "none" && old.Text is null && rights != old.TextRights)
            body.AddFault("textRights", "invalid_choice", "The text was not kept.");
        var row = new ArticleRow(
            old.Key,
            isTitled ? body.Required("title") : old.Title,
            Patched(body, "publisher", old.Publisher),
            Patched(body, "agency", old.Agency),
            Patched(body, "byline", old.Byline),
            Patched(body, "url", old.Url),
            old.Published,
            old.PublishedDay,
            body.Has("language") ? body.Required("language", 35) : old.Language,
            old.Sha256,
            rights,
            rights == "none" ? null : old.Text,
            old.ReplacesKey,
            isTitled ? "person" : old.TitleFrom
        );
        if (row.Url is { } url && url != old.Url)
            body.CheckAddress("url", url);
        body.RejectUnknownMembers();
        return body.Faults.Count == 0 ? row : throw ProblemException.FromFaults(body.Faults);
    }

    private static string? Patched(JsonBody body, string name, string? old) => body.Has(name) ? body.Text(name, 4_000, lines: false) : old;
}
