using System.Text;

namespace Timeline.Api.Tests.Ingestion;

/// <summary>Articles written to keep a parser busy: each is a piece repeated, <c>#</c> in it the number of the repetition.</summary>
/// <param name="Form">The member that holds it: <c>html</c>, <c>markdown</c> or <c>text</c>.</param>
public sealed record HostileShape(string Name, string Form, string Before, string Piece, string After = "")
{
    private const string Prose = "The quay of Halden was closed, Mayor Ana Ruiz said, and it was unsafe. ";

    private static readonly string LongWord = new string('x', 31) + ". ";

    public static IReadOnlyList<HostileShape> All { get; } =
    [
        new("open font and p", "html", "", "<font><p>", "x"),
        new("open font with attributes and p", "html", "", "<font a=#><p>", "x"),
        new("formatting made again", "html", "<p><b a=1><b a=2><b a=3><b a=4><b a=5><b a=6><b a=7><b a=8>", "<p>x"),
        new("open b", "html", "", "<b c=#>", "x"),
        new("b and i crossed", "html", "", "<b><i></b></i>"),
        new("b out of reach", "html", "", "<b c=#><object></b></object>"),
        new("open a and b in div", "html", "", "<a><b><div>", "x"),
        new("open lists", "html", "", "<ul><li>", "x"),
        new("open tables", "html", "", "<table><tr><td>", "x"),
        new("open div", "html", "", "<div>", "x"),
        new("open div with prose", "html", "", "<div>" + Prose),
        new("open section with prose", "html", "", "<section><p>" + Prose),
        new("open templates", "html", "", "<template><div>"),
        new("open select", "html", "", "<select>"),
        new("open svg", "html", "", "<svg><g>"),
        new("open math", "html", "", "<math><mi>"),
        new("open buttons", "html", "", "<button><p>"),
        new("paragraphs", "html", "", $"<p>{Prose}</p>"),
        new("div beside div", "html", "", $"<div>{Prose}</div>"),
        new("links", "html", "<div>", "<a href=x>a</a> "),
        new("headings", "html", "", "<h1>x</h1>"),
        new("br", "html", "<div>", "a<br>"),
        new("end tags", "html", "", "</p>"),
        new("foster-parented text", "html", "<table>", "x<tr>"),
        new("foster-parented b", "html", "<table>", "<b>x"),
        new("comments", "html", "", "<!-- --"),
        new("CDATA", "html", "<svg>", "<![CDATA[ ]]"),
        new("processing instructions", "html", "", "<?x "),
        new("attributes", "html", "<p ", "a# ", ">x"),
        new("one attribute again", "html", "<p ", "a ", ">x"),
        new("long class", "html", "<p class='", "sidebar ", "'>x"),
        new("attributes of body", "html", "", "<body a#=x>"),
        new("references", "html", "", "&notit;"),
        new("references without an end", "html", "", "&#x"),
        new("title", "html", "<title>", "a | b - ", "</title><p>x"),
        new("meta", "html", "", "<meta name=a content=b>"),
        new("scripts", "html", "", "<script><!--<script>"),
        new("opening brackets", "markdown", "", "["),
        new("closing brackets", "markdown", "", "]"),
        new("open links", "markdown", "", "[a]("),
        new("open links with an address", "markdown", "", "[a](b"),
        new("open links and parentheses", "markdown", "", "[a](((("),
        new("open links in small paragraphs", "markdown", "", "[a]([a]([a]([a]([a]([a]([a]([a](\n\n"),
        new("open pictures", "markdown", "", "!["),
        new("emphasis", "markdown", "", "*a **b"),
        new("strong emphasis", "markdown", "", "a**b"),
        new("emphasis of both kinds", "markdown", "", "_a __b *c "),
        new("runs of backticks", "markdown", "", "a`b``c```"),
        new("quotations", "markdown", "", "> "),
        new("quotations by tab", "markdown", "", ">\t"),
        new("lines of quotations", "markdown", "", string.Concat(Enumerable.Repeat("> ", 60)) + "a\n\n"),
        new("list in list", "markdown", "", "- "),
        new("lists", "markdown", "", "- a\n+ b\n"),
        new("definitions", "markdown", "", "[a]: b\n"),
        new("many definitions", "markdown", "", "[a#]: b\n\n"),
        new("definitions without an end", "markdown", "", "[a]: b \"\n"),
        new("a definition used often", "markdown", "[a]: /" + new string('b', 5_000) + "\n\n", "[a] [a] [a] [a]\n\n"),
        new("headings by lines", "markdown", "", "a\n=\n\n"),
        new("headings by marks", "markdown", "", "# a\n"),
        new("lines", "markdown", "", "a\n"),
        new("indented", "markdown", "", "    a\n\n"),
        new("fences", "markdown", "", "```\n"),
        new("addresses without an end", "markdown", "", "<http:"),
        new("tags without an end", "markdown", "", "a<!A "),
        new("instructions without an end", "markdown", "", "a<? "),
        new("HTML in Markdown", "markdown", "", "<font a=#><p>\n"),
        new("pipe table", "markdown", "a|b\n-|-\n", "a|b\n"),
        new("notes", "markdown", "", "[^a]"),
        new("dates", "text", "", "on 5 May "),
        new("weekdays", "text", "", "Friday "),
        new("speakers", "text", "", "Xi said "),
        new("claims", "text", "", "Xi said it. "),
        new("names", "text", "", "Ana Ruiz# Berg, "),
        new("quotation marks", "text", "", "\"a\" "),
        new("one sentence", "text", "", "the mayor said that she met Mr Hale in May and "),
        new("dated sentences", "text", "", "Mayor Ana Ruiz met Tom Berg on 5 May 2024. "),
        new("dates at the bound", "text", "", "on 5 May " + LongWord),
        new("weekdays at the bound", "text", "", "Friday " + LongWord),
        new(
            "dated sentences of names",
            "text",
            "",
            "on 5 May # Ana Ruiz, Tom Berg, Eva Holm and Ben Hale met Lena Voss and Orlan Brask in Halden, "
        ),
        new("events with a long word", "text", new string('x', 20_000) + " met Ana Ruiz ", "on 5 May 2024 and on 6 May 2024 ", "."),
        new(
            "claims at the bound",
            "text",
            "",
            "Mayor Ana Ruiz, Tom Berg and the Kremlin denied on Friday that they met Eva Holm in Halden in May 2024. "
        ),
        new("weekdays in sentences", "text", "", "Ann Lee said on Friday that it may meet on Monday. "),
        new("short claims", "text", "", "Ann Lee said on Friday the Kremlin denied it. " + LongWord),
        new("answers", "text", "", "Ann Lee said it. The city denied the report. "),
    ];

    /// <summary>The shape in about so many characters, and never more.</summary>
    public string CreateText(int length)
    {
        var text = new StringBuilder(Before);
        for (var i = 0; ; i++)
        {
            var piece = Piece.Replace("#", i.ToString());
            if (text.Length + piece.Length + After.Length > length)
                return text.Append(After).ToString();
            text.Append(piece);
        }
    }
}
