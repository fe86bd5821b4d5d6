using System.Text.Json.Nodes;
using Timeline.Edtf;

namespace Timeline.Scores;

/// <summary>A document with its marked time expressions, as the scoring script takes them.</summary>
/// <param name="Values">The library's answers are compared as TIMEX3 values, or as calendar intervals.</param>
/// <param name="ScoredTo">Only this many code points carry marks; null for all.</param>
internal sealed record TimexDocument(string Id, Day Published, string Text, JsonArray Gold, bool Values, int? ScoredTo = null)
{
    /// <summary>The documents of a corpus by its folder's name.</summary>
    public static IEnumerable<TimexDocument> Read(string corpora, string name) =>
        name switch
        {
            "tempeval3" => Lines(corpora, "tempeval3/tbaq.jsonl").Select(d => FromRecord(d, Marks(d, "timex", Timex), true)),
            "meantime" => Lines(corpora, "meantime/meantime-dev.jsonl").Select(Meantime),
            "gum-news" => Lines(corpora, "gum/gum-news-dev.jsonl").Select(d => FromRecord(d, Marks(d, "dates", Interval), false)),
            "gum-other" => Lines(corpora, "gum/gum-dates-other-dev.jsonl").Select(d => FromRecord(d, Marks(d, "dates", Interval), false)),
            "wikiwars" => Lines(corpora, "wikiwars/wikiwars.jsonl").Select(d => FromRecord(d, Marks(d, "timex", Timex), true)),
            _ => throw new ArgumentException($"There is no corpus '{name}'.", nameof(name)),
        };

    private static IEnumerable<JsonObject> Lines(string corpora, string path) =>
        File.ReadLines(Path.Combine(corpora, path)).Select(line => JsonNode.Parse(line)!.AsObject());

    private static TimexDocument FromRecord(JsonObject record, JsonArray gold, bool values, int? to = null)
    {
        var date = EdtfDate.Parse((string)record["published"]!);
        return new((string)record["id"]!, date.Earliest!.Value, (string)record["text"]!, gold, values, to);
    }

    private static TimexDocument Meantime(JsonObject record)
    {
        var end = (int)record["annotated_end"]!;
        var gold = Marks(record, "timex", Timex);
        return FromRecord(record, new([.. gold.Where(g => (int)g!["end"]! <= end).Select(g => g!.DeepClone())]), true, end);
    }

    private static JsonArray Marks(JsonObject record, string member, Func<JsonObject, (string Type, string? Value)> read) =>
        new([.. record[member]!.AsArray().Select(mark => Mark(mark!.AsObject(), read(mark!.AsObject())))]);

    private static JsonObject Mark(JsonObject mark, (string Type, string? Value) says) =>
        new JsonObject
        {
            ["start"] = mark["start"]!.DeepClone(),
            ["end"] = mark["end"]!.DeepClone(),
            ["type"] = says.Type,
            ["value"] = says.Value,
        };

    private static (string, string?) Timex(JsonObject mark) =>
        ((string?)mark["type"] ?? "DATE", (string?)mark["value"] ?? (string?)mark["val"]);

    private static (string, string?) Interval(JsonObject mark) =>
        ("DATE", (string?)mark["from"] is { } from && (string?)mark["to"] is { } to ? $"{from}/{to}" : null);
}
