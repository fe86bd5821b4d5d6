using System.Text;
using AngleSharp.Dom;

namespace Timeline.Api.Ingestion.Markup;

/// <summary>Writes the text of elements: a line for each block, white space inside it a single blank.</summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Unread =
    [
        "script",
        "style",
        "noscript",
        "template",
        "figure",
        "svg",
        "math",
        "iframe",
        "object",
        "video",
        "audio",
        "canvas",
        "select",
        "textarea",
        "head",
        "title",
    ];

    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ];

    private readonly StringBuilder _text = new();
    private bool _endsLine;
    private bool _endsWord;

    /// <summary>True for a block in the sense of CSS: it stands on lines of its own.</summary>
    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>True for what holds no text of an article.</summary>
    public static bool IsUnread(IElement element) => Unread.Contains(element.LocalName);

    /// <param name="isKept">Tells of the elements inside which are written; their text goes with them.</param>
    public static string FromElements(IEnumerable<IElement> elements, Func<IElement, bool> isKept, CancellationToken cancellation)
    {
        var writer = new HtmlText();
        foreach (var element in elements)
            writer.Write(element, isKept, cancellation);
        return writer._text.ToString();
    }

    /// <summary>All text of an element.</summary>
    public static string FromElements(IElement element, CancellationToken cancellation) =>
        FromElements([element], inside => !IsUnread(inside), cancellation);

    private void Write(INode root, Func<IElement, bool> isKept, CancellationToken cancellation)
    {
        // A null says that the block above it ends here.
        var open = new Stack<INode?>([root]);
        while (open.TryPop(out var node))
        {
            cancellation.ThrowIfCancellationRequested();
            if (node is null)
                _endsLine = true;
            else if (node is IText found)
                Write(found.Data);
            else if (node is IElement element && (node == root || isKept(element)))
                Open(element, open);
        }
    }

    private void Open(IElement element, Stack<INode?> open)
    {
        if (IsBlock(element.LocalName))
        {
            _endsLine = true;
            open.Push(null);
        }
        else if (element.LocalName == "br")
        {
            _endsWord = true;
        }

        var children = element.ChildNodes;
        for (var i = children.Length - 1; i >= 0; i--)
            open.Push(children[i]);
    }

    private void Write(string found)
    {
        foreach (var c in found)
        {
            if (char.IsWhiteSpace(c))
            {
                _endsWord = true;
                continue;
            }

            if (_text.Length > 0 && _endsLine)
                _text.Append('\n');
            else if (_text.Length > 0 && _endsWord)
                _text.Append(' ');
            _endsLine = _endsWord = false;
            _text.Append(c);
        }
    }
}
