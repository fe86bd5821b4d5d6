using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Timeline.Api.Domain;
using Timeline.Api.Http;

namespace Timeline.Api.Hosting.OpenApi;

/// <summary>The headers that an operation of the document reads, and those that its answers carry.</summary>
public static class OperationHeaders
{
    private const string Seen = "The tag of what the client has seen, so that no unseen change is overwritten.";
    private const string Again =
        "1 to 255 printable characters; within a day, the same key with the same body gives the same answer and does nothing twice.";
    private const string Next = "<http://localhost:5080/v1/events?cursor=…>; rel=\"next\"";

    /// <summary>Adds them to an operation whose answers are all there, and the answer 304 where the operation is conditional.</summary>
    public static void Add(OpenApiOperation operation, ApiDescription api)
    {
        var answers = operation.Responses!;
        var isStream = answers.TryGetValue("200", out var ok) && ok.Content?.ContainsKey("text/event-stream") == true;
        var isTagged = api.RelativePath!.StartsWith("v1/", StringComparison.Ordinal) && api.HttpMethod == "GET" && !isStream;
        if (isTagged)
        {
            operation.Parameters!.Add(
                RequestHeader("If-None-Match", "The tags that the client has; where one is current, the answer is 304.")
            );
            answers["304"] = new OpenApiResponse { Description = "The client has it already: its `If-None-Match` names the current tag." };
        }

        if (OperationStatuses.IsConditional(api))
            operation.Parameters!.Add(RequestHeader("If-Match", Seen, required: true));
        if (OperationStatuses.Creates(api))
            operation.Parameters!.Add(RequestHeader("Idempotency-Key", Again));
        foreach (var (status, answer) in answers)
        {
            foreach (var header in ResponseHeaders(status, operation, api, isTagged))
                AddHeader((OpenApiResponse)answer, header);
        }
    }

    private static IEnumerable<ResponseHeader> ResponseHeaders(string status, OpenApiOperation operation, ApiDescription api, bool isTagged)
    {
        if (status is "200" or "304" && (isTagged || api.HttpMethod == "PATCH"))
            yield return new("ETag", "The tag of this state.", "\"5f0c1d\"");
        var isPaged = operation.Parameters!.Any(parameter => parameter.Name == "cursor");
        if (status == "200" && isPaged)
            yield return new("Link", "The next page; absent on the last.", Next);
        if (status == "201")
            yield return new("Location", "Where it is.", "/v1/articles/" + SampleIds.Article);
        if (status == "308")
            yield return new("Location", "Where it is now: the same address with the other id.", "/v1/actors/" + SampleIds.Actor);
        if (status == "401")
            yield return new("WWW-Authenticate", "How to send a key.", "Bearer realm=\"timeline\"");
        if (status is "429" or "503")
            yield return new("Retry-After", "Seconds after which to come back.", "1");
        if (status != "200")
            yield break;
        foreach (var header in api.ActionDescriptor.EndpointMetadata.OfType<ResponseHeader>())
            yield return header;
    }

    private static OpenApiParameter RequestHeader(string name, string meaning, bool required = false) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = meaning,
            Required = required,
            Schema = Text,
        };

    private static void AddHeader(OpenApiResponse answer, ResponseHeader header)
    {
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
        answer.Headers[header.Name] = new OpenApiHeader
        {
            Description = header.Meaning,
            Schema = Text,
            Example = JsonValue.Create(header.Example),
        };
    }

    private static OpenApiSchema Text => new() { Type = JsonSchemaType.String };
}
