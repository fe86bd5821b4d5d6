using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Timeline.Api.Tests.Fuzzing;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Security;

/// <summary>What a reader got: everything of it that tells something, what is different each time aside.</summary>
public sealed record Reading(int Status, string? ETag, string? LastModified, string? Location, string? Link, string Body)
{
    private const int Around = 120;

    /// <summary>The first thing in which the other is different, bodies before tags, in a few words; null where nothing is.</summary>
    public string? Difference(Reading other)
    {
        if (Status != other.Status) return $"0: {Status} became {other.Status}";
        if (Body != other.Body) return $"1: the body: {Beginning(Body, other.Body)}\n    became {Beginning(other.Body, Body)}";
        if ((LastModified, Location, Link) != (other.LastModified, other.Location, other.Link)) return "2: Last-Modified, Location or Link";
        return ETag == other.ETag ? null : $"3: ETag: {ETag} became {other.ETag}";
    }

    /// <summary>A text from a little before the place where it begins to differ from another.</summary>
    private static string Beginning(string text, string other)
    {
        var same = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return text[Math.Max(0, same - Around)..Math.Min(text.Length, same + Around)];
    }
}

/// <summary>Asks every GET operation of the document with every parameter, with all its choices and with values that could bring something hidden to light.</summary>
public static partial class EveryReading
{
    private const int MostPages = 60;
    private const int Shown = 8;

    private static readonly Dictionary<string, string[]> Telling = new()
    {
        ["q"] = ["quob*", "quobtitle", "Quobzorrel", "quay", "qu*", "Ana Ruiz"],
        ["actor"] = ["Quobname", "Quobnam", "quob", "Brenna Quobname", "brenna-quobname", "quobslug", "Quobalias", "Ana Ruiz", "Ana Ruizz", "Tom Berk"],
        ["tag"] = ["quobtag", "quobother", "harbour"],
        ["publisher"] = ["The Quobpublisher", "Quobpublisher", "The Example"],
        ["from"] = ["2025-03-11", "2024-05-05"],
        ["to"] = ["2025-03-11", "2024-05-05"],
        ["asOf"] = ["2025-03-14", "2024-05-06"],
        ["limit"] = ["7", "500"],
        ["since"] = ["0", "1"],
    };

    private static readonly string[] Counts = ["count=true", "undated=include"];

    /// <summary>The paths and queries to ask for, with these ids in paths and filters.</summary>
    public static async Task<IReadOnlyList<string>> Targets(RunningTimeline timeline, params IReadOnlyList<string> ids)
    {
        var api = await Documented.Of(timeline);
        return [.. api.Operations.Where(operation => operation is { Method: "GET", IsStream: false }).SelectMany(operation => Of(operation, ids)).Distinct()];
    }

    /// <summary>Only what names one of these ids, in a path or in a filter.</summary>
    public static async Task<IReadOnlyList<string>> Naming(RunningTimeline timeline, params IReadOnlyList<string> ids) =>
        [.. (await Targets(timeline, ids)).Where(target => ids.Any(id => target.Contains(id, StringComparison.Ordinal)))];

    /// <summary>The answers to all of these, and those to every page that follows.</summary>
    public static async Task<IReadOnlyDictionary<string, Reading>> Read(RunningTimeline timeline, IReadOnlyList<string> targets, string? key = null)
    {
        var readings = new ConcurrentDictionary<string, Reading>();
        await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (target, _) =>
        {
            var next = target;
            for (var page = 0; next is not null && page < MostPages && !readings.ContainsKey(next); page++)
            {
                var answer = await timeline.Get(next, key is null ? [] : [("Authorization", $"Bearer {key}")]);
                var link = answer.Header("Link");
                readings[next] = new Reading((int)answer.Status, answer.Header("ETag"), answer.Header("Last-Modified"), answer.Header("Location"), link, Plain(answer.Text));
                next = link is null ? null : new Uri(link[1..link.IndexOf('>')]).PathAndQuery;
            }
        });
        return readings;
    }

    /// <summary>Fails where an answer is another than before, and says which: the worst first.</summary>
    /// <param name="reader">Whose answers they are, for the message.</param>
    public static void Same(IReadOnlyDictionary<string, Reading> before, IReadOnlyDictionary<string, Reading> after, string reader)
    {
        var changed = before.Select(pair => (Target: pair.Key, How: after.TryGetValue(pair.Key, out var now) ? pair.Value.Difference(now) : "0: is no page of the list any more"))
            .Where(pair => pair.How is not null).OrderBy(pair => pair.How, StringComparer.Ordinal).ToList();
        Assert.True(changed.Count == 0, $"{changed.Count} of {before.Count} answers are different for {reader}:\n{string.Join('\n', changed.Take(Shown).Select(pair => $"{pair.Target}\n    {pair.How}"))}");
    }

    /// <summary>Each parameter alone, and each again together with the counts.</summary>
    private static IEnumerable<string> Of(Operation operation, IReadOnlyList<string> ids)
    {
        var inputs = operation.Inputs.Where(input => input.In == "query").ToList();
        var queries = inputs.SelectMany(input => Values(input, ids).Select(value => $"{input.Name}={Uri.EscapeDataString(value)}")).Prepend("").ToList();
        string[] counts = [.. Counts.Where(pair => inputs.Any(input => pair.StartsWith(input.Name + "=", StringComparison.Ordinal)))];
        foreach (var path in Paths(operation, ids))
            foreach (var query in queries)
            {
                yield return query == "" ? path : $"{path}?{query}";
                var more = counts.Where(pair => !query.StartsWith(pair.Split('=')[0] + "=", StringComparison.Ordinal));
                if (counts.Length > 0) yield return $"{path}?{string.Join('&', more.Prepend(query).Where(pair => pair != ""))}";
            }
    }

    private static IEnumerable<string> Paths(Operation operation, IReadOnlyList<string> ids) =>
        operation.Inputs.FirstOrDefault(input => input.In == "path") is not { } name
            ? [operation.Path]
            : ids.Where(id => Kind(id) == operation.Path.Split('/')[2]).Append(name.Example?.ToString() ?? "x").Select(id => operation.Path.Replace($"{{{name.Name}}}", id));

    private static IEnumerable<string> Values(Input input, IReadOnlyList<string> ids) => input switch
    {
        { Name: "cursor" or "fields" } => [],
        { Name: "article" or "event" or "claim" } => ids.Where(id => Kind(id) == input.Name + "s").Append(input.Example?.ToString() ?? "x"),
        { Name: "actor" } => [.. Telling["actor"], .. ids.Where(id => Kind(id) == "actors")],
        { Choices.Count: > 0 } => input.Choices,
        { IsFlag: true } => ["true"],
        _ => Telling.GetValueOrDefault(input.Name) ?? [input.Example?.ToString() ?? "x"],
    };

    private static string Kind(string id) => id.Split('_')[0] switch { "evt" => "events", "clm" => "claims", "art" => "articles", _ => "actors" };

    private static string Plain(string body) => Trace().Replace(body, "");

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Trace();
}
