using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Timeline.Api.Ingestion.Markup;

/// <summary>The elements of a page that may belong to its article, in document order, for <see cref="MainContent"/> to weigh.</summary>
internal sealed partial class HtmlOutline
{
    private static readonly HashSet<string> Apart = ["nav", "aside", "footer", "form", "button", "input", "label", "menu", "dialog"];

    private static readonly HashSet<string> ApartRoles =
    [
        "navigation",
        "complementary",
        "menu",
        "menubar",
        "dialog",
        "alert",
        "alertdialog",
        "search",
        "contentinfo",
        "banner",
        "toolbar",
    ];

    private HtmlOutline(IReadOnlyList<HtmlBlock> parts) => Parts = parts;

    public IReadOnlyList<HtmlBlock> Parts { get; }

    /// <param name="strict">Leaves out what its class or id calls a comment, an advertisement, a side bar and the like.</param>
    public static HtmlOutline Create(IElement body, bool strict, CancellationToken cancellation)
    {
        var parts = new List<HtmlBlock>();
        var open = new Stack<HtmlBlock>([new HtmlBlock(body, null)]);
        while (open.TryPop(out var part))
        {
            cancellation.ThrowIfCancellationRequested();
            parts.Add(part);
            var children = part.Element.ChildNodes;
            for (var i = children.Length - 1; i >= 0; i--)
            {
                if (children[i] is IText text)
                    part.Count(text.Data);
                else if (children[i] is IElement element && MayBelong(element, strict))
                    open.Push(new HtmlBlock(element, part));
            }
        }

        // Children stand behind their parents: from the end, each is complete when it is added to its parent.
        for (var i = parts.Count - 1; i > 0; i--)
            parts[i].AddToParent();
        return new HtmlOutline(parts);
    }

    private static bool MayBelong(IElement element, bool strict)
    {
        if (HtmlText.IsUnread(element) || Apart.Contains(element.LocalName) || IsHidden(element))
            return false;
        if (element.GetAttribute("role") is { } role && ApartRoles.Contains(role))
            return false;
        if (!strict || element.LocalName is "a" or "body" or "article" or "main")
            return true;
        var names = HtmlBlock.Names(element);
        return !Unlikely().IsMatch(names) || Likely().IsMatch(names);
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || (element.GetAttribute("style") is { } style && Invisible().IsMatch(style));

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Invisible();

    [GeneratedRegex(
        "banner|breadcrumb|comment|cookie|consent|discuss|disqus|footer|menu|newsletter|pagination|paywall|popup|promo|reacti|recirc"
            + "|recommend|related|remark|repl(y|ies)|rss|share|sharing|sidebar|skip|social"
            + "|sponsor|subscri|supplement|toolbar|trending|widget"
            + "|(^|[ _-])(ad|ads|advert)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Unlikely();

    [GeneratedRegex("article|body|column|content|main|story", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Likely();
}
