using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Timeline.Api.Ingestion.Markup;

/// <summary>
/// Parses HTML and looks on: a page beyond <see cref="MarkupLimits"/>, or one that nobody waits for any more, ends the parsing
/// where it is.
/// </summary>
internal sealed class HtmlPage
{
    /// <summary>The formatting elements of the HTML standard (13.2.4.3), which the parser opens again.</summary>
    private static readonly HashSet<string> FormattingNames =
    [
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    ];

    private readonly CancellationToken _cancellation;
    private int _tokens;
    private int _elements;
    private IElement? _latest;

    private HtmlPage(CancellationToken cancellation) => _cancellation = cancellation;

    /// <summary>The page as a tree; <see cref="MarkupException"/> tells what of <see cref="MarkupLimits"/> it passes.</summary>
    public static IHtmlDocument Parse(string html, CancellationToken cancellation)
    {
        var page = new HtmlPage(cancellation);
        var options = new HtmlParserOptions
        {
            IsScripting = true,
            MaximumDepth = 2 * MarkupLimits.Depth,
            OnToken = (token, _) => page.Count(token),
            OnCreated = (element, _) => page.Count(element),
        };
        var document = new HtmlParser(options).ParseDocument(html);
        page.CheckPlace();
        return document;
    }

    private void Count(HtmlToken token)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (++_tokens > MarkupLimits.Tokens)
            throw new MarkupException($"Must not have more than {MarkupLimits.Tokens:N0} tags and texts.");
    }

    private void Count(IElement element)
    {
        if (++_elements > MarkupLimits.Elements)
            throw new MarkupException($"Must not have more than {MarkupLimits.Elements:N0} elements.");
        CheckPlace();
        _latest = element;
    }

    /// <summary>An element is announced before it has its place, so it is the one before that is looked at.</summary>
    private void CheckPlace()
    {
        var (depth, formatting) = (0, 0);
        for (var element = _latest; element is not null; element = element.ParentElement)
        {
            depth++;
            if (FormattingNames.Contains(element.LocalName))
                formatting++;
        }

        if (depth > MarkupLimits.Depth)
            throw new MarkupException($"Elements must not nest deeper than {MarkupLimits.Depth}.");
        if (formatting > MarkupLimits.Formatting)
        {
            throw new MarkupException(
                $"Must not open more than {MarkupLimits.Formatting} formatting elements (b, i, a, …) in one another."
            );
        }
    }
}
