namespace Timeline.Api.Ingestion.Markup;

/// <summary>
/// How much markup an article may be written in. What the parsers do grows with more than the length of their input where marks
/// nest or are left open, and they cannot be stopped halfway, so these bounds see to it that each ends within a second.
/// </summary>
public static class MarkupLimits
{
    /// <summary>The most characters of Markdown or HTML: more than the largest text, for pages are mostly scripts and styles.</summary>
    public const int Longest = 1_000_000;

    /// <summary>The deepest that elements of HTML may nest. Pages of news reach 60; each search for an open element goes so far.</summary>
    public const int Depth = 128;

    /// <summary>The most elements of a page. The largest pages of news have 10,000.</summary>
    public const int Elements = 15_000;

    /// <summary>The most tokens of HTML: tags, comments and stretches of text. A page has about four for each element.</summary>
    public const int Tokens = 80_000;

    /// <summary>
    /// The most formatting elements (b, i, a, font, …) open within one another: where a paragraph ends before they do, the parser
    /// makes all of them again in the next one.
    /// </summary>
    public const int Formatting = 10;

    /// <summary>The most lines of Markdown with anything on them, and the most marks at the starts of all lines.</summary>
    public const int Lines = 20_000;

    /// <summary>The most marks of quotations and lists at the start of one line of Markdown.</summary>
    public const int LineMarks = 64;

    /// <summary>
    /// The most that the marks of Markdown in a paragraph, multiplied by the paragraph's length, may come to over all paragraphs:
    /// from each mark the parser may read to the paragraph's end. Text of this length without a single blank line may hold 1,250.
    /// </summary>
    public const long Reading = 500_000_000;
}

/// <summary>Ends the reading of markup that goes beyond <see cref="MarkupLimits"/>; the message tells what was too much.</summary>
public sealed class MarkupException(string message) : Exception(message);
