using System.Text.Json.Nodes;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Hosting;

/// <summary>No operation tells of a status that it cannot answer with; that it answers with no other, every test's client checks.</summary>
public sealed class OperationStatusTests(Databases databases)
{
    /// <summary>
    /// What a server does that cannot reach or write its database is held by <c>OutageTests</c>, what is current by
    /// <c>HttpTests</c>.
    /// </summary>
    private static readonly string[] HeldElsewhere = ["304", "507", "get /health/ready 503"];

    [Fact]
    public async Task Every_failure_that_the_document_tells_of_can_be_provoked()
    {
        await using var provocation = await StatusProvocation.Open(databases);
        var failed = new List<string>();
        foreach (var operation in await DocumentedOperations(provocation.AdminClient))
        {
            foreach (var status in operation.Failures.Where(status => !IsHeldElsewhere(operation, status)))
            {
                var answer = await provocation.Provoke(operation, status);
                if ((int)answer.Status != status)
                    failed.Add($"{operation}: told {status}, answered {(int)answer.Status} {answer.Text}");
            }
        }

        Assert.Empty(failed);
    }

    private static bool IsHeldElsewhere(DocumentedOperation operation, int status) =>
        HeldElsewhere.Contains($"{status}") || HeldElsewhere.Contains($"{operation} {status}");

    private static async Task<List<DocumentedOperation>> DocumentedOperations(AdminClient admin) =>
        [
            .. (await admin.Get("/swagger/v1/swagger.json")).Json["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject().Select(operation => new DocumentedOperation(operation.Key, path.Key, operation.Value!))
                ),
        ];
}

/// <summary>An operation of the API document.</summary>
public sealed record DocumentedOperation(string Method, string Path, JsonNode Node)
{
    /// <summary>The statuses that are not a success.</summary>
    public IEnumerable<int> Failures =>
        Node["responses"]!.AsObject().Select(answer => int.Parse(answer.Key)).Where(status => status >= 300);

    public bool NeedsKey => Node["security"] is JsonArray { Count: > 0 };

    /// <summary>The part of the path that says what its id is of, such as <c>events</c>.</summary>
    public string Kind => Path.Split('/')[2];

    public override string ToString() => $"{Method} {Path}";
}
