using System.Security.Cryptography;
using System.Text;
using AngleSharp.Html.Parser;
using Markdig;

using Timeline.Api.Http;
using Timeline.Edtf;

namespace Timeline.Api.Articles;

/// <summary>An article as it is sent in, its text already cleaned: what every span of the answer points into.</summary>
public sealed record Submission(
    string Text, string? Title, string? Publisher, string? Agency, string? Byline, string? Url, string Published, Day PublishedDay, string Language, string Rights)
{
    /// <summary>The most characters that a text may have.</summary>
    public const int LongestText = 400_000;

    private static readonly string[] Forms = ["text", "markdown", "html"];

    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

    /// <inheritdoc cref="FirstLineOf"/>
    public string FirstLine => FirstLineOf(Text);

    /// <summary>SHA-256 of the text in UTF-8.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Reads a submission; every fault of it ends the request.</summary>
    public static Submission Of(JsonBody body)
    {
        var forms = Forms.Select(form => (Form: form, Content: body.Text(form, LongestText))).Where(pair => pair.Content is not null).ToList();
        if (forms.Count != 1 && body.Faults.Count == 0) body.Add("text", "required", "Send the article as one of 'text', 'markdown' and 'html'.");
        var (published, day) = body.Published("published");
        var (form, content) = forms.Count == 1 ? forms[0] : ("text", "");
        var (text, found) = Clean(form, content!);
        var title = body.Text("title", 1_000, lines: false) ?? found;
        var submission = new Submission(text, title, body.Text("publisher", 1_000), body.Text("agency", 1_000), body.Text("byline", 1_000), body.Text("url", 4_000), published, day,
            body.Text("language", 35) ?? "en", body.Choice("textRights", Vocabulary.Rights, "keep"));
        if (body.Faults.Count == 0 && string.IsNullOrWhiteSpace(text)) body.Add(form, "required", "Holds no text.");
        if (submission.Url is { } url) body.CheckAddress("url", url);
        body.NothingElse();
        return body.Faults.Count == 0 ? submission : throw Problem.Of(body.Faults);
    }

    /// <summary>The text of an article, boilerplate removed, paragraphs apart, and its title where the form tells it.</summary>
    private static (string Text, string? Title) Clean(string form, string content) => form switch
    {
        "markdown" => (Paragraphs(Markdig.Markdown.ToHtml(content, Markdown)), null),
        "html" => Readable(content),
        _ => (content, null),
    };

    private static (string, string?) Readable(string html)
    {
        // The address only resolves relative links; nothing is fetched from it or from anywhere.
        using var reader = new SmartReader.Reader("https://article.invalid/", html) { KeepClasses = false };
        var article = reader.GetArticle();
        var text = article.IsReadable || !string.IsNullOrWhiteSpace(article.Content) ? Paragraphs(article.Content) : Paragraphs(html);
        return (text, string.IsNullOrWhiteSpace(article.Title) ? null : article.Title);
    }

    private static string Paragraphs(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        if (body is null) return "";
        foreach (var unread in body.QuerySelectorAll("script, style, noscript, figure, template").ToList()) unread.Remove();
        var blocks = body.QuerySelectorAll("p, h1, h2, h3, h4, h5, h6, li, blockquote, td, pre").Where(block => block.QuerySelector("p, li, blockquote, td, pre") is null).ToList();
        var texts = blocks.Count > 0 ? blocks.Select(block => block.TextContent) : [body.TextContent];
        return string.Join('\n', texts.Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(text => text.Length > 0));
    }

    /// <summary>What the text begins with, as a title of at most 120 characters.</summary>
    public static string FirstLineOf(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        return line.Length <= 120 ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[118]) ? 118 : 119), "…");
    }
}
