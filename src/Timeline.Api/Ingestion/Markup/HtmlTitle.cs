using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Timeline.Api.Ingestion.Markup;

/// <summary>The title that a page gives itself, without the name of its site where that can be told.</summary>
internal static class HtmlTitle
{
    private const int FewestWords = 4;
    private const int Longest = 1_000;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " :: "];
    private static readonly string[] Names = ["og:title", "twitter:title", "dc.title", "parsely-title"];

    /// <summary>Null where it has none; white space in it is a single blank, and it is cut after 1,000 characters.</summary>
    public static string? FromPage(IHtmlDocument page)
    {
        var metas = page.QuerySelectorAll("meta").ToList();
        var told = Names.Select(name => Meta(metas, name)).FirstOrDefault(title => title is not null);
        return told ?? (Words(page.QuerySelector("head title")?.TextContent) is { } title ? WithoutSite(title) : null);
    }

    private static string? Meta(List<IElement> metas, string name) =>
        metas
            .Where(meta => name.Equals(meta.GetAttribute("property") ?? meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase))
            .Select(meta => Words(meta.GetAttribute("content")))
            .FirstOrDefault(content => content is not null);

    private static string WithoutSite(string title)
    {
        var at = Separators.Max(separator => title.LastIndexOf(separator, StringComparison.Ordinal));
        return at > 0 && title.AsSpan(0, at).Count(' ') >= FewestWords - 1 ? title[..at].TrimEnd() : title;
    }

    private static string? Words(string? text)
    {
        var words = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > Longest)
            words = words[..(char.IsHighSurrogate(words[Longest - 1]) ? Longest - 1 : Longest)];
        return words.Length == 0 ? null : words;
    }
}
