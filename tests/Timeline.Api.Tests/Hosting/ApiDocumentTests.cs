using System.Text.Json;
using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

public class ApiDocumentTests(Databases databases)
{
    private const string Path = "/swagger/v1/swagger.json";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_committed_document_is_the_one_that_is_served()
    {
        var served = (await Document()).ToJsonString(Indented) + "\n";

        CommittedFile.AssertIs(served, "openapi", "timeline.v1.json");
    }

    [Fact]
    public async Task Every_operation_has_a_summary_a_tag_an_id_and_every_parameter_a_meaning()
    {
        foreach (var (path, method, operation) in Operations(await Document()))
        {
            var where = $"{method} {path}";
            Assert.True(!string.IsNullOrEmpty((string?)operation["summary"]), $"{where} has no summary.");
            Assert.True(
                operation["operationId"] is not null && operation["tags"] is JsonArray { Count: 1 },
                $"{where} has no operationId or no tag."
            );
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Assert.True(
                    parameter!["$ref"] is null && !string.IsNullOrEmpty((string?)parameter["description"]),
                    $"{where}: {parameter["name"]} is not described in its place."
                );
                // An example would be a decision on what fits it, where a person only tries the call.
                var isDecision = path == "/v1/reviews";
                var isHeader = (string?)parameter["in"] == "header";
                var hasExample = parameter["example"] is not null || (string?)parameter["name"] is "cursor" or "review";
                Assert.True(hasExample || isHeader || isDecision || IsChild(path), $"{where}: {parameter["name"]} has no example.");
            }
        }
    }

    [Fact]
    public async Task Every_problem_has_the_schema_of_problems_and_an_example()
    {
        foreach (var (path, method, operation) in Operations(await Document()))
        {
            foreach (var (status, answer) in operation["responses"]!.AsObject().Where(answer => answer.Key[0] is '4' or '5'))
            {
                var content = answer!["content"]?["application/problem+json"];
                Assert.True(
                    content?["schema"] is not null && content["example"] is not null,
                    $"{method} {path}: {status} has no schema or no example."
                );
                Assert.Equal(status, content!["example"]!["status"]!.ToString());
            }
        }
    }

    [Fact]
    public async Task The_document_is_made_once_and_has_a_strong_tag_for_GET_and_HEAD()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        var (first, second, head) = (await timeline.Get(Path), await timeline.Get(Path), await timeline.Send(HttpMethod.Head, Path));

        Assert.Matches("^\"[0-9a-f]{32}\"$", first.Header("ETag"));
        Assert.Equal((first.Header("ETag"), first.Text), (second.Header("ETag"), second.Text));
        Assert.Equal(
            (first.Header("ETag"), first.Header("Content-Length"), ""),
            (head.Header("ETag"), head.Header("Content-Length"), head.Text)
        );
        Assert.Equal(304, (int)(await timeline.Get(Path, ("If-None-Match", first.Header("ETag")!))).Status);
    }

    [Fact]
    public async Task What_an_operation_declares_gives_it_its_statuses_and_headers()
    {
        foreach (var (path, method, operation) in Operations(await Document()))
        {
            var answers = operation["responses"]!.AsObject().Select(answer => answer.Key).ToHashSet();
            var parameters = (operation["parameters"]?.AsArray() ?? []).Select(parameter => (string)parameter!["name"]!).ToHashSet();
            var expected = new List<string> { "400" };
            if (path.StartsWith("/v1/", StringComparison.Ordinal))
                expected.AddRange(["401", "503"]);
            if (parameters.Contains("review") || operation["security"] is JsonArray { Count: > 0 })
                expected.Add("403");
            if (operation["requestBody"] is not null)
                expected.AddRange(["413", "415"]);
            if (path.Contains('{'))
                expected.Add("404");
            if (method is "patch" or "delete")
                expected.AddRange(["412", "428", "507"]);

            Assert.True(expected.TrueForAll(answers.Contains), $"{method} {path} lacks {string.Join(", ", expected.Except(answers))}.");
            Assert.Equal(method is "patch" or "delete", parameters.Contains("If-Match"));
            Assert.Equal(method == "get" && path.StartsWith("/v1/", StringComparison.Ordinal), parameters.Contains("If-None-Match"));
            Assert.Equal(answers.Contains("201"), parameters.Contains("Idempotency-Key"));
            Assert.All(
                answers.Where(status => status is "429" or "503"),
                status => Assert.NotNull(operation["responses"]![status]!["headers"]!["Retry-After"])
            );
            Assert.All(
                answers.Where(status => status == "401"),
                status => Assert.NotNull(operation["responses"]![status]!["headers"]!["WWW-Authenticate"])
            );
        }
    }

    [Fact]
    public async Task The_examples_of_a_list_find_something_each_alone_and_all_together()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        foreach (
            var (path, _, operation) in Operations(await Document())
                .Where(operation =>
                    operation.Method == "get" && operation.Operation["responses"]!["200"]?["content"]?["application/json"] is not null
                )
        )
        {
            if (
                ((string)operation["operationId"]!).Contains("Merge", StringComparison.Ordinal)
                || path.StartsWith("/v1/changes", StringComparison.Ordinal)
            )
            {
                continue;
            }

            var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!).ToList() ?? [];
            var address = parameters
                .Where(parameter => (string)parameter["in"]! == "path")
                .Aggregate(path, (text, parameter) => text.Replace($"{{{parameter["name"]}}}", (string)parameter["example"]!));
            var examples = parameters
                .Where(parameter => (string)parameter["in"]! == "query" && parameter["example"] is not null)
                .Select(Query)
                .ToList();
            foreach (var query in examples.Append(string.Join('&', examples)))
            {
                var answer = await timeline.Get($"{address}?{query}");
                Assert.True((int)answer.Status == 200, $"{address}?{query} answers {answer.Status}: {answer.Text}");
                Assert.True(
                    answer.Json is not JsonObject { } page || page["items"] is not JsonArray { Count: 0 },
                    $"{address}?{query} finds nothing."
                );
            }
        }
    }

    [Fact]
    public async Task The_examples_of_answers_are_real_answers()
    {
        var timeline = await databases.Seeded(DatabaseKind.Sqlite);
        foreach (
            var (path, _, operation) in Operations(await Document())
                .Where(operation =>
                    operation.Method == "get" && operation.Operation["responses"]!["200"]?["content"]?["application/json"] is not null
                )
        )
        {
            if (operation["security"] is JsonArray { Count: > 0 })
                continue;
            var parameters = operation["parameters"]?.AsArray().Select(parameter => parameter!).ToList() ?? [];
            var address = parameters
                .Where(parameter => (string)parameter["in"]! == "path" || parameter["required"]?.GetValue<bool>() == true)
                .Aggregate(path, (text, parameter) => text.Replace($"{{{parameter["name"]}}}", parameter["example"]!.ToString()));
            var answer = await timeline.Get(address);
            CommittedFile.AssertIs(
                Shortened(answer.Json)
                    .ToJsonString(Indented)
                    .Replace(timeline.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), "http://localhost:5080") + "\n",
                "openapi",
                "examples",
                $"{operation["operationId"]}.200.json"
            );
        }
    }

    private static bool IsChild(string path) => path.Contains('{');

    private static string Query(JsonNode parameter)
    {
        var value = parameter["example"] is JsonArray list ? list[0]! : parameter["example"]!;
        return $"{parameter["name"]}={Uri.EscapeDataString(value.ToString())}";
    }

    /// <summary>Long lists cut to their first two, so that an example shows the shape and not the sample.</summary>
    private static JsonNode Shortened(JsonNode node)
    {
        foreach (var list in node is JsonObject members ? members.Select(member => member.Value).OfType<JsonArray>().ToList() : [])
        {
            while (list.Count > 2)
                list.RemoveAt(2);
        }

        return node;
    }

    private async Task<JsonNode> Document() => (await (await databases.Seeded(DatabaseKind.Sqlite)).Get(Path)).Json;

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> Operations(JsonNode document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => (path.Key, method.Key, method.Value!)));
}
