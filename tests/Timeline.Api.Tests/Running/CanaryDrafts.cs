using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Timeline.Api.Tests.Running;

/// <summary>Drafts in whose every field stands a word that begins with <see cref="Prefix"/> and that stands nowhere else.</summary>
public static partial class CanaryDrafts
{
    public const string Prefix = "quob";

    private static readonly Lazy<string> Import = new(() =>
    {
        using var reader = new StreamReader(typeof(CanaryDrafts).Assembly.GetManifestResourceStream("canary-drafts.ndjson")!);
        return reader.ReadToEnd();
    });

    /// <summary>The lists that hold everything that there is.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["events", "claims", "actors", "articles"];

    /// <summary>The words of <see cref="CreateArticle"/> that its records hold, whatever is found in its text.</summary>
    public static IReadOnlyList<string> Words { get; } =
    ["quobtitle", "quobpublisher", "quobagency", "quobbyline", "quobpath", "quobwendle", "quobname"];

    /// <summary>
    /// The words that stand in its text alone; the last is part of no event and no claim. Behind the mark they share no beginning,
    /// because a search index stores a word without what it has in common with the word before.
    /// </summary>
    public static IReadOnlyList<string> TextWords { get; } = ["quobzorrel", "quobgrimsel", "quobtarvik", "quobwendle", "quobfizzen"];

    /// <summary>The marked words of <see cref="ImportLines"/>.</summary>
    public static IEnumerable<string> ImportWords => FindWords(Import.Value, "");

    /// <summary>A draft that tells of what <see cref="AdminClient.Story"/> tells, of the same day and people, and of more.</summary>
    public static JsonObject CreateArticle(string rights = "keep", string more = "") =>
        new()
        {
            ["published"] = "2025-03-14",
            ["title"] = "Quobtitle of a draft",
            ["publisher"] = "The Quobpublisher",
            ["agency"] = "Quobagency",
            ["byline"] = "Quobbyline",
            ["url"] = "https://example.org/quobpath/" + more.Length,
            ["textRights"] = rights,
            ["text"] =
                AdminClient.Story[..(AdminClient.Story.IndexOf('.') + 2)]
                + "Brenna Quobname, the minister of trade, denied on 12 March 2025 that she had seen the quobgrimsel. "
                + "\"The quobzorrel is false,\" Brenna Quobname said. Ana Ruiz met Brenna Quobname in the quobtarvik on 11 March 2025. "
                + "In 2019, Tom Berg had promised a new quobwendle. Nothing more is known of the quobfizzen."
                + more,
        };

    /// <summary>
    /// A timeline as an import file: public things, and with <paramref name="drafts"/> proposed and rejected ones that share its
    /// articles, actors, events and days. A line holds the mark where its thing is a draft.
    /// </summary>
    public static IEnumerable<string> ImportLines(bool drafts) =>
        Import
            .Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => drafts || !line.Contains(Prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The marked words in an answer that its request does not hold: what a reader types is no secret to him.</summary>
    public static IEnumerable<string> FindWords(string answer, string request)
    {
        var asked = Uri.UnescapeDataString(request).ToLowerInvariant();
        return Word().Matches(answer.ToLowerInvariant()).Select(match => match.Value).Distinct().Where(word => !asked.Contains(word));
    }

    /// <summary>Everything that the holder of a key can read with this <c>review</c>.</summary>
    public static async Task<string> ReadEverything(AdminClient admin, string review, string key)
    {
        var texts = new List<string>();
        foreach (var list in Lists)
            texts.Add((await Get($"/v1/{list}?review={review}&limit=500")).Text);
        // A list leaves the texts out.
        foreach (var id in (await Get($"/v1/articles?review={review}&limit=500")).Ids)
            texts.Add((await Get($"/v1/articles/{id}?review={review}")).Text);
        return string.Concat(texts);

        Task<ApiResponse> Get(string path) => admin.Timeline.Get(path, ("Authorization", $"Bearer {key}"));
    }

    [GeneratedRegex(Prefix + "[a-z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
