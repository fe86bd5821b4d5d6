using System.Text.Json.Nodes;

namespace Timeline.Api.Tests.Running;

/// <summary>Lines of an import file, with no more members than a test needs.</summary>
public static class ImportLine
{
    private static readonly JsonNode Accepted = "accepted";

    public static string Article(string id, string sha256 = "00", string published = "2025-01-01") =>
        Line("article", id, ("title", "An article"), ("published", published), ("language", "en"), ("sha256", sha256));

    public static string Actor(string id, string name, string kind, params string[] aliases)
    {
        JsonNode[] names = [.. aliases.Select(alias => JsonValue.Create(alias)!)];
        return Line("actor", id, ("name", name), ("kind", kind), ("aliases", names.Length == 0 ? null : new JsonArray(names)));
    }

    /// <summary>An accepted event with these actors as its subjects.</summary>
    public static string Event(string id, string title, string? date = null, string? kind = null, params string[] actors)
    {
        JsonNode[] subjects = [.. actors.Select(actor => new JsonObject { ["id"] = actor, ["roles"] = new JsonArray("subject") })];
        var list = subjects.Length == 0 ? null : new JsonArray(subjects);
        return Line("event", id, ("title", title), ("kind", kind), ("date", date), ("actors", list), ("review", Accepted));
    }

    /// <summary>An accepted claim of the article's own voice, that the event took place.</summary>
    public static string Claim(string id, string about, string article) =>
        Line("claim", id, ("event", about), ("article", article), ("stance", "asserts"), ("review", Accepted));

    /// <summary>An article that tells of calls, one for each date.</summary>
    public static IEnumerable<string> CallsOn(params IReadOnlyList<string> dates) =>
        [
            Article("art_0000000000001", new string('0', 64)),
            .. dates.Select((date, i) => Event($"evt_{i:0000000000000}", $"Call {i}", date, "call")),
            .. dates.Select((_, i) => Claim($"clm_{i:0000000000000}", $"evt_{i:0000000000000}", "art_0000000000001")),
        ];

    /// <summary>An article of its own with one event and one claim, all under this number.</summary>
    public static IEnumerable<string> CallWithArticle(int number) =>
        [
            Article($"art_{number:0000000000000}", $"{number:x64}"),
            Event($"evt_{number:0000000000000}", $"Call {number}", "2025", "call"),
            Claim($"clm_{number:0000000000000}", $"evt_{number:0000000000000}", $"art_{number:0000000000000}"),
        ];

    private static string Line(string type, string id, params (string Name, JsonNode? Value)[] members)
    {
        var line = new JsonObject { ["type"] = type, ["id"] = id };
        foreach (var (name, value) in members.Where(member => member.Value is not null))
            line[name] = value!.DeepClone();
        return line.ToJsonString();
    }
}
