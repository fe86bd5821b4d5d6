using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>What an fuzzer keeps for later: ids, tags and cursors of answers, and what was sent under an Idempotency-Key.</summary>
public sealed partial class ResponseMemory(Random random)
{
    private const int Most = 60;
    private const int LongestTarget = 2_000;
    private readonly Dictionary<string, List<string>> _known = [];
    private readonly Dictionary<string, string> _tags = [];
    private readonly List<FuzzRequest> _sent = [];

    /// <summary>One of the values known of a kind; null where none is.</summary>
    /// <param name="kind">An id's prefix such as <c>evt_</c>, <c>actor</c>, <c>cursor</c>, <c>tag</c>, or <c>next</c>.</param>
    public string? Recall(string kind) => _known.TryGetValue(kind, out var values) ? values[random.Next(values.Count)] : null;

    /// <summary>The tag that the thing at this path had when it was last seen.</summary>
    public string? TagAt(string path) => _tags.GetValueOrDefault(path);

    /// <summary>A request that was sent before under an Idempotency-Key.</summary>
    public FuzzRequest? Again() => _sent.Count == 0 ? null : _sent[random.Next(_sent.Count)];

    public void Learn(FuzzRequest request, ApiResponse answer)
    {
        if (request.Headers.Any(header => header.Name == "Idempotency-Key"))
            Keep(_sent, request);
        if (answer.Header("ETag") is { } tag)
        {
            Keep("tag", tag);
            _tags[request.Target.Split('?')[0]] = tag;
        }

        if (answer.Header("Link") is { } link && request.Operation is not null && request.Target.Length < LongestTarget)
            Keep("next " + request.Operation.Id, new Uri(link[1..link.IndexOf('>')]).PathAndQuery);
        var isJson = answer.Header("Content-Type")?.StartsWith("application/json", StringComparison.Ordinal) == true;
        if (isJson && answer.Text.Length > 0)
            Learn(answer.Json, "");
    }

    private void Learn(JsonNode? node, string name)
    {
        if (node is JsonObject members)
        {
            foreach (var (member, value) in members)
                Learn(value, member);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items.Take(5))
                Learn(item, name);
        }
        else if (node?.GetValueKind() == JsonValueKind.String)
        {
            Learn((string)node!, name);
        }
    }

    private void Learn(string text, string name)
    {
        if (Id().IsMatch(text))
            Keep(text[..4], text);
        else if (name == "id" && text.Length is > 0 and < 100)
            Keep("actor", text);
        else if (name == "nextCursor")
            Keep("cursor", text);
    }

    private void Keep(string kind, string value)
    {
        if (!_known.TryGetValue(kind, out var values))
            _known[kind] = values = [];
        if (!values.Contains(value))
            Keep(values, value);
    }

    private void Keep<T>(List<T> values, T value)
    {
        if (values.Count < Most)
            values.Add(value);
        else
            values[random.Next(Most)] = value;
    }

    [GeneratedRegex("^[a-z]{3}_[0-9a-z]{13}$", RegexOptions.NonBacktracking)]
    private static partial Regex Id();
}
