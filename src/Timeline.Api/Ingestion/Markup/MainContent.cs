using AngleSharp.Dom;

namespace Timeline.Api.Ingestion.Markup;

/// <summary>
/// Finds the article in a page, boilerplate left out: paragraphs score by their length and their commas, what holds them gets a
/// share, and the best part and those beside it that are nearly as good are the article (the idea of Arc90's Readability). Each
/// step passes over the page once, so that the time is linear in its size.
/// </summary>
internal static class MainContent
{
    /// <summary>An article of fewer characters is looked for again, less strictly.</summary>
    private const int Enough = 250;

    private const int ShortestParagraph = 25;
    private const int Levels = 5;
    private const int Rivals = 4;
    private const int FewestRivals = 3;

    /// <summary>The text of the article, a line for each block; empty where the page holds none.</summary>
    public static string Find(IElement body, CancellationToken cancellation)
    {
        var longest = "";
        foreach (var (strict, cleaned) in new[] { (true, true), (false, true), (false, false) })
        {
            var text = Find(HtmlOutline.Create(body, strict, cancellation).Parts, cleaned, cancellation);
            if (text.Length > longest.Length)
                longest = text;
            if (longest.Length >= Enough)
                break;
        }

        return longest;
    }

    private static string Find(IReadOnlyList<HtmlBlock> parts, bool cleaned, CancellationToken cancellation)
    {
        Rate(parts);
        var best = Best(parts);
        HashSet<HtmlBlock> chosen = best.Parent is null ? [best] : Beside(parts, best);
        var kept = parts.Where(part => !cleaned || chosen.Contains(part) || !IsClutter(part)).Select(part => part.Element).ToHashSet();
        return HtmlText.FromElements(parts.Where(chosen.Contains).Select(part => part.Element), kept.Contains, cancellation);
    }

    private static void Rate(IReadOnlyList<HtmlBlock> parts)
    {
        foreach (var part in parts)
        {
            if (!IsParagraph(part) || part.Length < ShortestParagraph)
                continue;
            var points = 1 + part.Commas + 1 + Math.Min(part.Length / 100, 3);
            var (above, level) = (part.Parent, 0);
            for (; above is not null && level < Levels; above = above.Parent, level++)
            {
                above.Score =
                    (above.Score ?? Start(above))
                    + points
                        / (
                            level == 0 ? 1.0
                            : level == 1 ? 2.0
                            : 3.0 * level
                        );
            }
        }

        foreach (var part in parts)
            part.Score *= 1 - part.LinkShare;
    }

    private static bool IsParagraph(HtmlBlock part) =>
        part.Name switch
        {
            "p" or "td" or "pre" or "h2" or "h3" or "h4" or "h5" or "h6" => true,
            "div" or "section" or "article" => !part.HoldsBlocks,
            _ => false,
        };

    private static int Start(HtmlBlock part) =>
        part.Weight
        + part.Name switch
        {
            "article" or "main" => 10,
            "div" => 5,
            "pre" or "td" or "blockquote" => 3,
            "address" or "ol" or "ul" or "dl" or "dd" or "dt" or "li" => -3,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "th" => -5,
            _ => 0,
        };

    private static HtmlBlock Best(IReadOnlyList<HtmlBlock> parts)
    {
        var best = parts.MaxBy(part => part.Score ?? 0)!;
        if (best.Score is not > 0)
            return parts[0];

        if (Shared(parts, best) is { } shared)
            best = shared;
        if (best.Score is not { } rated)
            return best;

        // What holds it and scores no less than a third of it, and then more again, holds the rest of the article too.
        var (least, last) = (rated / 3, rated);
        for (var above = best.Parent; above is { Name: not "body" }; above = above.Parent)
        {
            if (above.Score is not { } score)
                continue;
            if (score < least)
                break;
            if (score > last)
                return above;
            last = score;
        }

        while (best.Parent is { Children: 1, Name: not "body" })
            best = best.Parent;
        return best;
    }

    /// <summary>Where at least three others are nearly as good as the best: the lowest part that holds it and three of them.</summary>
    private static HtmlBlock? Shared(IReadOnlyList<HtmlBlock> parts, HtmlBlock best)
    {
        var rivals = parts
            .Where(part => part != best && part.Score >= 0.75 * best.Score)
            .OrderByDescending(part => part.Score)
            .Take(Rivals)
            .Select(rival => Above(rival).ToHashSet())
            .ToList();
        return Above(best).FirstOrDefault(above => above.Name != "body" && rivals.Count(rival => rival.Contains(above)) >= FewestRivals);
    }

    private static IEnumerable<HtmlBlock> Above(HtmlBlock part)
    {
        for (var above = part.Parent; above is not null; above = above.Parent)
            yield return above;
    }

    /// <summary>The best part and those next to it that belong to it.</summary>
    private static HashSet<HtmlBlock> Beside(IReadOnlyList<HtmlBlock> parts, HtmlBlock best)
    {
        var least = Math.Max(10, (best.Score ?? 0) / 5);
        return
        [
            .. parts.Where(part =>
                part.Parent == best.Parent && (part == best || part.Score + Likeness(part, best) >= least || IsProse(part))
            ),
        ];
    }

    private static double Likeness(HtmlBlock part, HtmlBlock best) =>
        best.Element.ClassName is { Length: > 0 } name && part.Element.ClassName == name ? (best.Score ?? 0) / 5 : 0;

    private static bool IsProse(HtmlBlock part) => part.Name == "p" && part.Length > 80 && part.LinkShare < 0.25;

    /// <summary>Lists and boxes inside the article that are mostly links, or named so.</summary>
    private static bool IsClutter(HtmlBlock part)
    {
        var isList = part.Name is "ul" or "ol";
        if (!isList && part.Name is not ("div" or "section" or "table" or "header" or "dl" or "fieldset"))
            return false;
        if (part.Weight < 0)
            return true;
        if (part.Commas >= 10)
            return false;
        if (part.LinkShare > (part.Weight > 0 ? 0.5 : 0.2 + (isList ? 0.3 : 0)))
            return true;
        return !isList && part.Items > part.Paragraphs + 100;
    }
}
