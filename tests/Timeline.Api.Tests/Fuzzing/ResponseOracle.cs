using System.Text.Json;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>What must hold for every answer, whatever was asked.</summary>
public sealed class ResponseOracle(JsonSchemas schemas)
{
    private static readonly string[] SameInHead =
    [
        "ETag",
        "Content-Type",
        "Content-Length",
        "Cache-Control",
        "Vary",
        "Link",
        "Timeline-Undated",
        "Timeline-Excluded",
        "Timeline-Truncated",
    ];

    private static readonly (int Status, string Header)[] RequiredHeaders =
    [
        (201, "Location"),
        (304, "ETag"),
        (308, "Location"),
        (401, "WWW-Authenticate"),
        (405, "Allow"),
        (429, "Retry-After"),
        (503, "Retry-After"),
    ];

    /// <summary>Each rule that the answer breaks, in words that are the same for the same fault.</summary>
    public IEnumerable<string> FindFaults(FuzzRequest request, ApiResponse answer)
    {
        var status = (int)answer.Status;
        if (status >= 500 && status is not (503 or 507))
            yield return $"{status}: a bug";
        else if (!IsDocumented(request, status))
            yield return $"{status} is not documented";
        foreach (var (_, header) in RequiredHeaders.Where(pair => pair.Status == status && answer.Header(pair.Header) is null))
            yield return $"{status} without {header}";
        if (request.Method == "HEAD" || status is 204 or 304)
        {
            if (answer.Text != "")
                yield return $"{status} to {request.Method} with a body";
        }
        else if (status >= 400)
        {
            if (Shape(answer) is { } fault)
                yield return $"{status} in another shape: {fault}";
        }
        else if (status is 200 or 201)
        {
            foreach (var fault in Body(request, answer))
                yield return fault;
        }
    }

    /// <summary>What HEAD tells otherwise than GET.</summary>
    public static IEnumerable<string> FindHeadDifferences(ApiResponse get, ApiResponse head)
    {
        if (get.Status != head.Status)
        {
            yield return $"HEAD answers {(int)head.Status} where GET answers {(int)get.Status}";
        }
        else
        {
            foreach (var name in SameInHead.Where(name => get.Header(name) != head.Header(name)))
            {
                if (name != "Content-Length" || (int)get.Status < 400)
                    yield return $"HEAD has another {name} than GET";
            }
        }
    }

    private static bool IsDocumented(FuzzRequest request, int status) =>
        request switch
        {
            { Operation: { } operation } => operation.Answers.ContainsKey(status),
            { Method: "OPTIONS" } => status is 204 or 404 or 405,
            _ => status is 404 or 405,
        };

    private static string? Shape(ApiResponse answer)
    {
        try
        {
            ProblemShape.Check(answer);
            return null;
        }
        catch (Exception exception) when (exception is Xunit.Sdk.IAssertionException or JsonException)
        {
            return string.Join(' ', exception.Message.Split('\n').Take(4).Select(line => line.Trim()));
        }
    }

    private IEnumerable<string> Body(FuzzRequest request, ApiResponse answer)
    {
        if (request.Operation?.Answers.GetValueOrDefault((int)answer.Status) is not { } types)
            return [];
        var type = answer.Header("Content-Type")?.Split(';')[0] ?? "";
        if (!types.TryGetValue(type, out var schema))
            return [$"{(int)answer.Status}: the content type '{type}' is not documented"];
        // A file is documented as text, whatever it holds.
        if (type != "application/json" && (string?)schema?["type"] == "string")
            return [];
        try
        {
            var isWhole = !request.Target.Contains("fields=", StringComparison.Ordinal);
            var faults = schemas.Faults(schema, JsonNode.Parse(answer.Text), isWhole);
            return [.. faults.Select(fault => $"{(int)answer.Status}: {Everywhere(fault)}").Distinct()];
        }
        catch (JsonException)
        {
            return [$"{(int)answer.Status}: the body is no JSON"];
        }
    }

    /// <summary>The fault without the place in a list, so that it is one fault wherever it stands.</summary>
    private static string Everywhere(string fault) =>
        string.Join('/', fault.Split('/').Select(part => part.All(char.IsDigit) && part != "" ? "*" : part));
}
