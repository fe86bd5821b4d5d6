using System.Text;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Api.Ingestion.Markup;

namespace Timeline.Api.Ingestion;

/// <summary>The text of an article without its markup, and its title where the markup tells it.</summary>
public sealed record CleanedText(string Text, string? Title)
{
    /// <summary>The most characters that an article's text may have; so many may be sent as plain text.</summary>
    public const int MaxLength = 400_000;

    private const string OneOf = "Send the article as one of 'text', 'markdown' and 'html'.";

    /// <summary>
    /// Takes the text out of the one member of a body that holds the article; empty where there is a fault. What is told by a
    /// reference (<c>&amp;#1;</c>) must be text as much as what is written: white space becomes a blank, other control characters
    /// are a fault, and what HTML and CommonMark replace by U+FFFD (<c>&amp;#0;</c>, half a surrogate pair) is replaced.
    /// </summary>
    public static (string Form, CleanedText Clean) FromBody(JsonBody body, ArticleFields fields, CancellationToken cancellation)
    {
        (string Form, string? Content)[] forms = [("text", fields.Text), ("markdown", fields.Markdown), ("html", fields.Html)];
        var sent = forms.Where(pair => pair.Content is not null).ToList();
        if (sent.Count != 1 && body.Faults.Count == 0)
            body.AddFault("text", FaultCode.Required, OneOf);
        if (sent.Count != 1)
            return ("text", new CleanedText("", null));
        var (form, content) = sent[0];
        try
        {
            var clean = Clean(form, content!, cancellation);
            clean.Check(form, body);
            return (form, clean);
        }
        catch (MarkupException tooMuch)
        {
            body.AddFault(form, FaultCode.OutOfRange, tooMuch.Message);
            return (form, new CleanedText("", null));
        }
    }

    private static CleanedText Clean(string form, string content, CancellationToken cancellation) =>
        form switch
        {
            "markdown" => new CleanedText(MarkdownText.FromMarkdown(content, cancellation), null),
            "html" => FromHtml(content, cancellation),
            _ => new CleanedText(content, null),
        };

    private static CleanedText FromHtml(string html, CancellationToken cancellation)
    {
        var page = HtmlPage.Parse(html, cancellation);
        if (page.Body is not { } body)
            return new CleanedText("", HtmlTitle.FromPage(page));
        var text = MainContent.Find(body, cancellation);
        return new CleanedText(text.Length > 0 ? text : HtmlText.FromElements(body, cancellation), HtmlTitle.FromPage(page));
    }

    private void Check(string form, JsonBody body)
    {
        if (Text.Length > MaxLength)
            body.AddFault(form, FaultCode.OutOfRange, $"Its text must not be longer than {MaxLength} characters; got {Text.Length}.");
        if (form == "text")
            return;
        if (Text.EnumerateRunes().Any(IsControl))
            body.AddFault(form, FaultCode.InvalidText, "Its text must not hold control characters.");
        if (Title?.EnumerateRunes().Any(IsControl) == true)
            body.AddFault(form, FaultCode.InvalidText, "Its title must not hold control characters.");
    }

    private static bool IsControl(Rune rune) => Rune.IsControl(rune) && rune.Value != '\n';
}
