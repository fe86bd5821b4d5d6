using System.Text.Json;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Ingestion;

/// <summary>
/// An article in a file: its text, before it a front matter of <c>name: value</c> lines between two lines <c>---</c>, with the
/// members that a posted article has (<c>published</c>, <c>title</c>, <c>publisher</c>, …). The extension says the form:
/// <c>.md</c> Markdown, <c>.html</c> or <c>.htm</c> HTML, anything else plain text.
/// </summary>
public static class ArticleFile
{
    private const string Fence = "---";

    /// <summary>The article as a submission; a <see cref="ProblemException"/> names what is missing or wrong.</summary>
    /// <param name="published">When it was published, where the file does not say.</param>
    public static ArticleInput Read(string path, string? published = null, CancellationToken cancellation = default)
    {
        var content = File.ReadAllText(path).ReplaceLineEndings("\n");
        var members = new Dictionary<string, string>();
        if (published is not null)
            members["published"] = published;
        if (
            content.StartsWith(Fence + "\n", StringComparison.Ordinal)
            && content.IndexOf("\n" + Fence + "\n", Fence.Length, StringComparison.Ordinal) is var end and > 0
        )
        {
            foreach (var line in content[(Fence.Length + 1)..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Split(':', 2) is [var name, var value])
                    members[name.Trim()] = value.Trim().Trim('"');
            }

            content = content[(end + Fence.Length + 2)..].TrimStart('\n');
        }

        members[Form(path)] = content;
        var faults = new List<Fault>();
        return ArticleInput.Parse(
            JsonBody.Parse(JsonSerializer.SerializeToUtf8Bytes(members), faults) ?? throw ProblemException.FromFaults(faults),
            cancellation
        );
    }

    private static string Form(string path) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".md" or ".markdown" => "markdown",
            ".html" or ".htm" => "html",
            _ => "text",
        };
}
