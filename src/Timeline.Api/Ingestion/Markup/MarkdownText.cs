using System.Buffers;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Timeline.Api.Ingestion.Markup;

/// <summary>Takes the marks off Markdown (CommonMark, without extensions): links keep their words, pictures go.</summary>
internal static class MarkdownText
{
    /// <summary>The marks from which the parser looks ahead for a partner.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_`<");

    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().Build();

    /// <summary>A line for each block; <see cref="MarkupException"/> tells what of <see cref="MarkupLimits"/> is passed.</summary>
    public static string FromMarkdown(string markdown, CancellationToken cancellation)
    {
        Check(markdown, cancellation);
        var page = HtmlPage.Parse(Html(markdown, cancellation), cancellation);
        return page.Body is { } body ? HtmlText.FromElements(body, cancellation) : "";
    }

    private static string Html(string markdown, CancellationToken cancellation)
    {
        try
        {
            var document = Markdown.Parse(markdown, CommonMark);
            foreach (var link in document.Descendants<LinkInline>().ToList())
            {
                cancellation.ThrowIfCancellationRequested();
                if (link.IsImage)
                    link.Remove();
                // One definition may serve any number of links, and would be written out for each.
                (link.Url, link.Title, link.GetDynamicUrl) = ("", "", null);
            }

            return document.ToHtml(CommonMark);
        }
        catch (ArgumentException)
        {
            // Markdig's own bound on nesting, which the parser and the writer hold; neither has another complaint about a text.
            throw new MarkupException("Is nested too deeply.");
        }
    }

    private static void Check(string markdown, CancellationToken cancellation)
    {
        var (lines, lineMarks, length, marks, reading) = (0, 0, 0L, 0L, 0L);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.Trim(" \t").IsEmpty)
            {
                (reading, length, marks) = (reading + length * marks, 0, 0);
                continue;
            }

            if (++lines > MarkupLimits.Lines)
                throw new MarkupException($"Must not have more than {MarkupLimits.Lines:N0} lines.");
            var before = LineMarks(line);
            lineMarks += before;
            if (before > MarkupLimits.LineMarks)
                throw new MarkupException($"A line must not begin with more than {MarkupLimits.LineMarks} marks of quotations and lists.");
            if (lineMarks > MarkupLimits.Lines)
                throw new MarkupException($"Lines must not begin with more than {MarkupLimits.Lines:N0} marks of quotations and lists.");
            length += line.Length;
            foreach (var c in line)
            {
                if (Marks.Contains(c))
                    marks++;
            }
        }

        if (reading + length * marks > MarkupLimits.Reading)
            throw new MarkupException("Has too many marks ([ ] * _ ` <) for the length of its paragraphs, which blank lines end.");
    }

    /// <summary>How many marks of quotations and of lists a line begins with.</summary>
    private static int LineMarks(ReadOnlySpan<char> line)
    {
        var marks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var endsItem = i + 1 == line.Length || line[i + 1] is ' ' or '\t';
            if (line[i] == '>' || (line[i] is '-' or '+' or '*' or '.' or ')' && endsItem))
                marks++;
            else if (line[i] is not (' ' or '\t' or (>= '0' and <= '9')))
                break;
        }

        return marks;
    }
}
