using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>
/// Asks every GET operation of the document with every parameter, with all its choices and with values that could bring something
/// hidden to light.
/// </summary>
public static partial class ApiCrawler
{
    private const int MostPages = 60;
    private const int Shown = 8;

    private static readonly Dictionary<string, string[]> RevealingValues = new()
    {
        ["q"] = ["quob*", "quobtitle", "Quobzorrel", "quay", "qu*", "Ana Ruiz"],
        ["actor"] = ["Quobname", "Quobnam", "quob", "Brenna Quobname", "quobslug", "Quobalias", "Ana Ruiz", "Ana Ruizz", "Tom Berk"],
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
    public static async Task<IReadOnlyList<string>> ListTargets(RunningTimeline timeline, params IReadOnlyList<string> ids)
    {
        var api = await ApiOperations.ReadAsync(timeline);
        var readings = api.Operations.Where(operation => operation is { Method: "GET", IsStream: false });
        return [.. readings.SelectMany(operation => Of(operation, ids)).Distinct()];
    }

    /// <summary>Only what names this id, in a path or in a filter.</summary>
    public static async Task<IReadOnlyList<string>> ListTargetsNaming(RunningTimeline timeline, string id) =>
        [.. (await ListTargets(timeline, id)).Where(target => target.Contains(id, StringComparison.Ordinal))];

    /// <summary>The answers to all of these, and those to every page that follows.</summary>
    public static async Task<IReadOnlyDictionary<string, ResponseSnapshot>> Fetch(
        RunningTimeline timeline,
        IReadOnlyList<string> targets,
        string? key = null
    )
    {
        var readings = new ConcurrentDictionary<string, ResponseSnapshot>();
        await Parallel.ForEachAsync(
            targets,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (target, _) =>
            {
                var next = target;
                for (var page = 0; next is not null && page < MostPages && !readings.ContainsKey(next); page++)
                {
                    var answer = await timeline.Get(next, key is null ? [] : [("Authorization", $"Bearer {key}")]);
                    readings[next] = Of(answer);
                    next = answer.Header("Link") is { } link ? new Uri(link[1..link.IndexOf('>')]).PathAndQuery : null;
                }
            }
        );
        return readings;
    }

    /// <summary>Fails where an answer is another than before, and says which: the worst first.</summary>
    /// <param name="reader">Whose answers they are, for the message.</param>
    public static void AssertSame(
        IReadOnlyDictionary<string, ResponseSnapshot> before,
        IReadOnlyDictionary<string, ResponseSnapshot> after,
        string reader
    )
    {
        var changed = before
            .Select(pair => (Target: pair.Key, How: Difference(pair.Value, after.GetValueOrDefault(pair.Key))))
            .Where(pair => pair.How is not null)
            .OrderBy(pair => pair.How, StringComparer.Ordinal)
            .ToList();
        var told = string.Join('\n', changed.Take(Shown).Select(pair => $"{pair.Target}\n    {pair.How}"));
        Assert.True(changed.Count == 0, $"{changed.Count} of {before.Count} answers are different for {reader}:\n{told}");
    }

    private static string? Difference(ResponseSnapshot before, ResponseSnapshot? after) =>
        after is null ? "0: is no page of the list any more" : before.DescribeDifference(after);

    private static ResponseSnapshot Of(ApiResponse answer) =>
        new(
            (int)answer.Status,
            answer.Header("ETag"),
            answer.Header("Last-Modified"),
            answer.Header("Location"),
            answer.Header("Link"),
            Trace().Replace(answer.Text, "")
        );

    /// <summary>Each parameter alone, and each again together with the counts.</summary>
    private static IEnumerable<string> Of(Operation operation, IReadOnlyList<string> ids)
    {
        var inputs = operation.Inputs.Where(input => input.In == "query").ToList();
        var queries = inputs.SelectMany(input => Values(input, ids).Select(value => $"{input.Name}={Uri.EscapeDataString(value)}"));
        var hasCount = inputs.Any(input => input.Name == "count");
        var counts = Counts.Where(pair => hasCount && inputs.Any(input => IsOf(pair, input.Name))).ToArray();
        foreach (var path in Paths(operation, ids))
        {
            foreach (var query in queries.Prepend(""))
            {
                yield return query == "" ? path : $"{path}?{query}";
                var more = counts.Where(pair => !IsOf(query, pair.Split('=')[0])).Prepend(query).Where(pair => pair != "");
                if (counts.Length > 0)
                    yield return $"{path}?{string.Join('&', more)}";
            }
        }
    }

    private static bool IsOf(string pair, string name) => pair.StartsWith(name + "=", StringComparison.Ordinal);

    private static IEnumerable<string> Paths(Operation operation, IReadOnlyList<string> ids)
    {
        if (operation.Inputs.FirstOrDefault(input => input.In == "path") is not { } name)
            return [operation.Path];
        var known = ids.Where(id => Kind(id) == operation.Path.Split('/')[2]);
        return known.Append(name.Example?.ToString() ?? "x").Select(id => operation.Path.Replace($"{{{name.Name}}}", id));
    }

    private static IEnumerable<string> Values(OperationParameter input, IReadOnlyList<string> ids) =>
        input switch
        {
            { Name: "cursor" or "fields" } => [],
            { Name: "article" or "event" or "claim" } => ids.Where(id => Kind(id) == input.Name + "s")
                .Append(input.Example?.ToString() ?? "x"),
            { Name: "actor" } => [.. RevealingValues["actor"], .. ids.Where(id => Kind(id) == "actors")],
            { Choices.Count: > 0 } => input.Choices,
            { IsFlag: true } => ["true"],
            _ => RevealingValues.GetValueOrDefault(input.Name) ?? [input.Example?.ToString() ?? "x"],
        };

    private static string Kind(string id) =>
        id.Split('_')[0] switch
        {
            "evt" => "events",
            "clm" => "claims",
            "art" => "articles",
            _ => "actors",
        };

    [GeneratedRegex("\"traceId\":\"[^\"]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Trace();
}
