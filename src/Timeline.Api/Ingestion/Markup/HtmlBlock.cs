using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Timeline.Api.Ingestion.Markup;

/// <summary>An element of a page with the amount and kind of text in it; a run of white space counts as one character.</summary>
internal sealed partial class HtmlBlock(IElement element, HtmlBlock? parent)
{
    private const int LongestNames = 200;

    public IElement Element => element;

    public HtmlBlock? Parent => parent;

    public string Name => element.LocalName;

    /// <summary>Characters of text, of those in links, and commas.</summary>
    public int Length { get; private set; }

    public int Linked { get; private set; }

    public int Commas { get; private set; }

    /// <summary>Paragraphs, list items and inputs inside.</summary>
    public int Paragraphs { get; private set; }

    public int Items { get; private set; }

    public bool HoldsBlocks { get; private set; }

    /// <summary>How many parts that hold text stand directly in this one.</summary>
    public int Children { get; private set; }

    /// <summary>What its paragraphs give it; null while it has none.</summary>
    public double? Score { get; set; }

    public double LinkShare => Length == 0 ? 0 : (double)Linked / Length;

    /// <summary>+25 and -25 for what the class and the id say.</summary>
    public int Weight { get; } = Weigh(Names(element));

    /// <summary>Class and id, for matching words in them.</summary>
    public static string Names(IElement element)
    {
        var names = $"{element.ClassName} {element.Id}";
        return names.Length <= LongestNames ? names : names[..LongestNames];
    }

    public void Count(string text)
    {
        var isSpace = true;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
                Length++;
            else if (!isSpace)
                Length++;
            isSpace = char.IsWhiteSpace(c);
            if (c is ',' or '،' or '、' or '，')
                Commas++;
        }
    }

    public void AddToParent()
    {
        if (Name == "a")
            Linked = Length;
        parent!.Length += Length;
        parent.Linked += Linked;
        parent.Commas += Commas;
        parent.Paragraphs += Paragraphs + (Name == "p" ? 1 : 0);
        parent.Items += Items + (Name == "li" ? 1 : 0);
        parent.HoldsBlocks |= HoldsBlocks || HtmlText.IsBlock(Name);
        if (Length > 0)
            parent.Children++;
    }

    private static int Weigh(string names) => names == " " ? 0 : (Good().IsMatch(names) ? 25 : 0) - (Bad().IsMatch(names) ? 25 : 0);

    [GeneratedRegex("article|body|content|entry|main|page|post|story|text", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Good();

    [GeneratedRegex(
        "banner|byline|caption|comment|contact|footer|footnote|hidden|masthead|meta|outbrain|promo|related|share|sidebar"
            + "|sponsor|tags|widget|(^|[ _-])(ad|ads|advert)",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Bad();
}
