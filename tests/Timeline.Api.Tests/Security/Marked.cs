using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Timeline.Api.Tests.Posting;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Security;

/// <summary>Drafts in whose every field stands a word that begins with <see cref="Mark"/> and that stands nowhere else.</summary>
public static partial class Marked
{
    public const string Mark = "quob";

    /// <summary>The lists that hold everything that there is.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["events", "claims", "actors", "articles"];

    /// <summary>The words of <see cref="Draft"/> that its stored records hold, whatever the reader of articles makes of its text.</summary>
    public static IReadOnlyList<string> Words { get; } = ["quobtitle", "quobpublisher", "quobagency", "quobbyline", "quobpath", "quobwendle", "quobname"];

    /// <summary>
    /// The words that stand in its text alone; the last is part of no event and no claim. Behind the mark they share no beginning,
    /// because a search index stores a word without what it has in common with the word before.
    /// </summary>
    public static IReadOnlyList<string> TextWords { get; } = ["quobzorrel", "quobgrimsel", "quobtarvik", "quobwendle", "quobfizzen"];

    /// <summary>A draft that tells of the same happening, on the same day and with the same people, as <see cref="Desk.Story"/>, and of more.</summary>
    public static JsonObject Draft(string rights = "keep", string more = "") => new()
    {
        ["published"] = "2025-03-14",
        ["title"] = "Quobtitle of a draft",
        ["publisher"] = "The Quobpublisher",
        ["agency"] = "Quobagency",
        ["byline"] = "Quobbyline",
        ["url"] = "https://example.org/quobpath" + more.Length,
        ["textRights"] = rights,
        ["text"] = "Mayor Ana Ruiz met the dockers' leader Tom Berg on Tuesday, the first meeting since the strike began in early January. " +
            "Brenna Quobname, the minister of trade, denied on 12 March 2025 that she had seen the quobgrimsel. \"The quobzorrel is false,\" Brenna Quobname said. " +
            "Ana Ruiz met Brenna Quobname in the quobtarvik on 11 March 2025. In 2019, Tom Berg had promised a new quobwendle. " +
            "Nothing more is known of the quobfizzen." + more,
    };

    /// <summary>The marked words in an answer that its request does not hold: what a reader types is no secret to him.</summary>
    public static IEnumerable<string> In(string answer, string request)
    {
        var asked = Uri.UnescapeDataString(request).ToLowerInvariant();
        return Word().Matches(answer.ToLowerInvariant()).Select(match => match.Value).Distinct().Where(word => !asked.Contains(word));
    }

    /// <summary>Everything that this caller can read of what is not public.</summary>
    public static async Task<string> Seen(Desk desk, string review, string key)
    {
        var texts = new List<string>();
        foreach (var list in Lists) texts.Add((await Get($"/v1/{list}?review={review}&limit=500")).Text);
        // A list leaves the texts out.
        foreach (var id in (await Get($"/v1/articles?review={review}&limit=500")).Ids) texts.Add((await Get($"/v1/articles/{id}?review={review}")).Text);
        return string.Concat(texts);

        Task<Answer> Get(string path) => desk.Timeline.Get(path, ("Authorization", $"Bearer {key}"));
    }

    /// <summary>
    /// A timeline as an import file: public things, and with <paramref name="drafts"/> proposed and rejected ones that share its
    /// articles, actors, events and days.
    /// </summary>
    public static IEnumerable<string> Lines(bool drafts) => Import.Split('\n').Where(line => drafts || !line.Contains(Mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>The marked words of <see cref="Lines"/>.</summary>
    public static IEnumerable<string> ImportWords => In(Import, "");

    // A line holds the mark, at least in a tag, a cue or a name, where the thing is a draft.
    private const string Import = """
        {"type":"article","id":"art_0000100000001","title":"The quay opens","publisher":"The Example","published":"2024-05-06","language":"en","sha256":"0000000000000000000000000000000000000000000000000000000000000000","textRights":"show","text":"The quay of Halden opened on 5 May 2024, Mayor Ana Ruiz said."}
        {"type":"article","id":"art_0000100000002","title":"Quobtitle","publisher":"Quobpublisher","agency":"Quobagency","byline":"Quobbyline","url":"https://example.org/quobpath","published":"2024-05-07","language":"en","sha256":"1111111111111111111111111111111111111111111111111111111111111111","textRights":"keep","text":"Quobtext of the draft."}
        {"type":"actor","id":"ana-ruiz","name":"Ana Ruiz","kind":"person","aliases":["Mayor Ruiz"]}
        {"type":"actor","id":"tom-berg","name":"Tom Berg","kind":"person"}
        {"type":"actor","id":"quobslug","name":"Quobname","kind":"person","aliases":["Quobalias","Ana Ruizz"]}
        {"type":"event","id":"evt_0000100000001","title":"The quay opens","kind":"other","tags":["harbour"],"date":"2024-05-05","actors":[{"id":"ana-ruiz","roles":["subject"]}],"review":"accepted"}
        {"type":"event","id":"evt_0000100000002","title":"Ana Ruiz calls Tom Berg","kind":"call","date":"2024-04","actors":[{"id":"ana-ruiz","roles":["subject"]},{"id":"tom-berg","roles":["mentioned"]}],"review":"accepted"}
        {"type":"event","id":"evt_0000100000003","title":"Quobevent","summary":"Quobsummary","kind":"meeting","tags":["quobtag","harbour"],"date":"2024-05-05","phrase":"on quobday","actors":[{"id":"ana-ruiz","roles":["subject"]},{"id":"quobslug","roles":["speaker"]}],"review":"proposed"}
        {"type":"event","id":"evt_0000100000004","title":"Quobrejected","kind":"legal","tags":["quobother"],"date":"2024-04","actors":[{"id":"tom-berg","roles":["subject"]}],"review":"rejected"}
        {"type":"event","id":"evt_0000100000005","title":"Quobundated","kind":"disaster","tags":["harbour"],"actors":[{"id":"ana-ruiz","roles":["subject"]}],"review":"accepted"}
        {"type":"claim","id":"clm_0000100000001","event":"evt_0000100000001","article":"art_0000100000001","stance":"asserts","text":"The quay is open.","quote":{"exact":"opened on 5 May 2024","spans":[[19,39]]},"review":"accepted"}
        {"type":"claim","id":"clm_0000100000002","event":"evt_0000100000002","article":"art_0000100000001","speaker":{"id":"ana-ruiz","name":"Ana Ruiz"},"stance":"asserts","cue":"said","said":{"date":"2024-05-06"},"review":"accepted"}
        {"type":"claim","id":"clm_0000100000003","event":"evt_0000100000001","article":"art_0000100000001","speaker":{"id":"tom-berg","name":"Tom Berg"},"stance":"denies","cue":"quobcue","text":"Quobparaphrase","respondsTo":"clm_0000100000001","review":"proposed"}
        {"type":"claim","id":"clm_0000100000004","event":"evt_0000100000001","article":"art_0000100000002","speaker":{"id":null,"name":"Quobsource"},"stance":"denies","quote":{"exact":"Quobexact","prefix":"Quobprefix","suffix":"Quobsuffix","spans":[[0,8]]},"review":"rejected"}
        {"type":"claim","id":"clm_0000100000005","event":"evt_0000100000002","article":"art_0000100000002","speaker":{"id":"quobslug","name":"Quobname"},"via":{"id":"quobslug","name":"Quobname"},"stance":"disputes","said":{"date":"2024-05-05","phrase":"quobsaid"},"respondsTo":"clm_0000100000002","review":"proposed"}
        {"type":"claim","id":"clm_0000100000006","event":"evt_0000100000003","article":"art_0000100000001","stance":"neither-confirms-nor-denies","text":"Quobtold","review":"accepted"}
        {"type":"claim","id":"clm_0000100000007","event":"evt_0000100000004","article":"art_0000100000001","stance":"promises","text":"Quobgone","review":"accepted"}
        {"type":"claim","id":"clm_0000100000008","event":"evt_0000100000005","article":"art_0000100000001","stance":"expects","text":"Quobwait","review":"proposed"}
        """;

    [GeneratedRegex(Mark + "[a-z0-9]*", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
