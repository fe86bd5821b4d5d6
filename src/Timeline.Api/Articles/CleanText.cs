using System.Text;
using Timeline.Api.Http;

namespace Timeline.Api.Articles;

/// <summary>The text of an article without its markup, and its title where the markup tells it.</summary>
public sealed record CleanText(string Text, string? Title)
{
    /// <summary>The most characters that an article's text may have; so many may be sent as plain text.</summary>
    public const int Longest = 400_000;

    private const string OneOf = "Send the article as one of 'text', 'markdown' and 'html'.";

    private static readonly string[] Forms = ["text", "markdown", "html"];

    /// <summary>
    /// Takes the text out of the one member of a body that holds the article; empty where there is a fault. What is told by a
    /// reference (<c>&amp;#1;</c>) must be text as much as what is written: white space becomes a blank, other control characters
    /// are a fault, and what HTML and CommonMark replace by U+FFFD (<c>&amp;#0;</c>, half a surrogate pair) is replaced.
    /// </summary>
    public static (string Form, CleanText Clean) Of(JsonBody body, CancellationToken cancellation)
    {
        var sent = Forms
            .Select(form => (Form: form, Content: body.Text(form, form == "text" ? Longest : MarkupLimits.Longest)))
            .Where(pair => pair.Content is not null)
            .ToList();
        if (sent.Count != 1 && body.Faults.Count == 0)
            body.Add("text", "required", OneOf);
        if (sent.Count != 1)
            return ("text", new CleanText("", null));
        var (form, content) = sent[0];
        try
        {
            var clean = Clean(form, content!, cancellation);
            clean.Check(form, body);
            return (form, clean);
        }
        catch (MarkupException tooMuch)
        {
            body.Add(form, "out_of_range", tooMuch.Message);
            return (form, new CleanText("", null));
        }
    }

    private static CleanText Clean(string form, string content, CancellationToken cancellation) =>
        form switch
        {
            "markdown" => new CleanText(MarkdownText.Of(content, cancellation), null),
            "html" => Readable(content, cancellation),
            _ => new CleanText(content, null),
        };

    private static CleanText Readable(string html, CancellationToken cancellation)
    {
        var page = HtmlPage.Parse(html, cancellation);
        if (page.Body is not { } body)
            return new CleanText("", PageTitle.Of(page));
        var text = MainContent.Find(body, cancellation);
        return new CleanText(text.Length > 0 ? text : PageText.Of(body, cancellation), PageTitle.Of(page));
    }

    private void Check(string form, JsonBody body)
    {
        if (Text.Length > Longest)
            body.Add(form, "out_of_range", $"Its text must not be longer than {Longest} characters; got {Text.Length}.");
        if (form == "text")
            return;
        if (Text.EnumerateRunes().Any(IsControl))
            body.Add(form, "invalid_text", "Its text must not hold control characters.");
        if (Title?.EnumerateRunes().Any(IsControl) == true)
            body.Add(form, "invalid_text", "Its title must not hold control characters.");
    }

    private static bool IsControl(Rune rune) => Rune.IsControl(rune) && rune.Value != '\n';
}
