using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>What the API document says can be asked of the server, and what it may answer.</summary>
public sealed class ApiOperations
{
    private ApiOperations(JsonNode document)
    {
        Schemas = new JsonSchemas(document);
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
            from method in path.Value!.AsObject()
            select Read(path.Key, method.Key, method.Value!),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public JsonSchemas Schemas { get; }

    /// <summary>The document that this server serves.</summary>
    public static async Task<ApiOperations> ReadAsync(RunningTimeline timeline) =>
        new((await timeline.Get("/swagger/v1/swagger.json")).Json);

    /// <summary>The operation of this method at this path template; null where there is none. HEAD is GET without its body.</summary>
    public Operation? Find(string method, string path) =>
        Operations.FirstOrDefault(operation => operation.Path == path && operation.Method == (method == "HEAD" ? "GET" : method));

    private static Operation Read(string path, string method, JsonNode operation) =>
        new(
            method.ToUpperInvariant(),
            path,
            (string)operation["operationId"]!,
            [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => Read(parameter!))],
            operation["requestBody"]?["content"]?.AsObject().Select(Read).FirstOrDefault(),
            operation["security"] is JsonArray { Count: > 0 },
            operation["responses"]!.AsObject().ToDictionary(one => int.Parse(one.Key), one => Read(one.Value!["content"]?.AsObject()))
        );

    private static OperationBody Read(KeyValuePair<string, JsonNode?> content) =>
        new(content.Key, content.Value!["schema"], content.Value["example"]);

    private static OperationParameter Read(JsonNode parameter)
    {
        var schema = parameter["schema"]!;
        var example = parameter["example"] is JsonArray { Count: > 0 } list ? list[0] : parameter["example"];
        var (item, isRequired) = (schema["items"], (bool?)parameter["required"] ?? false);
        return new OperationParameter(
            (string)parameter["name"]!,
            (string)parameter["in"]!,
            isRequired,
            item is not null,
            item ?? schema,
            example
        );
    }

    private static Dictionary<string, JsonNode?> Read(JsonObject? content) =>
        content?.ToDictionary(type => type.Key, type => type.Value!["schema"]) ?? [];
}

/// <summary>One method at one path: what it takes, and the schema of each answer by its status and content type.</summary>
public sealed record Operation(
    string Method,
    string Path,
    string Id,
    IReadOnlyList<OperationParameter> Inputs,
    OperationBody? Body,
    bool TakesKey,
    IReadOnlyDictionary<int, Dictionary<string, JsonNode?>> Answers
)
{
    /// <summary>True where the answer goes on until somebody hangs up.</summary>
    public bool IsStream => Answers.Values.Any(types => types.ContainsKey("text/event-stream"));
}

/// <summary>A parameter. <paramref name="Schema"/> is that of one value.</summary>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
public sealed record OperationParameter(string Name, string In, bool IsRequired, bool MayRepeat, JsonNode Schema, JsonNode? Example)
{
    public IReadOnlyList<string> Choices { get; } = [.. (Schema["enum"]?.AsArray() ?? []).Select(choice => choice!.ToString())];

    public bool IsNumber => (string?)Schema["type"] is "integer" or "number";

    public bool IsFlag => (string?)Schema["type"] == "boolean";
}

/// <summary>The body that an operation reads.</summary>
public sealed record OperationBody(string ContentType, JsonNode? Schema, JsonNode? Example);
