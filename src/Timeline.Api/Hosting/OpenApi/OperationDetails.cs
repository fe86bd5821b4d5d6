using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Hosting.OpenApi;

/// <summary>
/// Completes an operation of the document from what its endpoint declares: parameters, ids, examples, and each problem it can
/// end with.
/// </summary>
public sealed class OperationDetails : IOperationFilter
{
    private static readonly ConcurrentDictionary<string, JsonNode?> Examples = new();

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var parameters = metadata.OfType<DeclaredParameters>().LastOrDefault()?.All ?? [];
        var ids = metadata.OfType<PathIds>().SelectMany(path => path.All).ToList();
        operation.Description ??= operation.Summary + ".";
        operation.Parameters =
        [
            .. ids.Select(id => new QueryParameter(id.Name, id.Meaning) { Required = true, Example = id.Example })
                .Select(id => Document(id, ParameterLocation.Path)),
            .. parameters.Select(parameter => Document(parameter, ParameterLocation.Query)),
        ];
        operation.Security = [];
        if (metadata.OfType<RequiredScope>().LastOrDefault() is { } needed)
        {
            operation.Security.Add(
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.KeyScheme, context.Document)] = [] }
            );
            operation.Description += $" Takes a key with the scope `{needed.Scope}`.";
        }

        if (metadata.OfType<DeclaredBody>().LastOrDefault() is { } body)
            operation.RequestBody = Body(body, context);
        operation.Responses ??= [];
        foreach (var (status, answer) in operation.Responses.ToList())
            Complete(operation.OperationId, status, answer);
        foreach (var status in OperationStatuses.FailuresOf(context.ApiDescription))
        {
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] =
                status == 308 ? Moved : Failure(status, parameters, context);
        }

        OperationHeaders.Add(operation, context.ApiDescription);
    }

    private static OpenApiResponse Moved => new() { Description = "It was merged into another; `Location` is that one." };

    private static OpenApiParameter Document(QueryParameter parameter, ParameterLocation location)
    {
        var item = new OpenApiSchema
        {
            Type = parameter.Type switch
            {
                "integer" => JsonSchemaType.Integer,
                "boolean" => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Enum = parameter.Choices is { } choices ? [.. choices.Select(choice => (JsonNode)choice)] : null,
            Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
            Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
            Default = Value(parameter, parameter.Default),
        };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = location,
            Required = parameter.Required,
            Description = parameter.Meaning,
            Schema = parameter.Repeatable
                ? new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = item,
                    MaxItems = QueryParameter.MaxValues,
                }
                : item,
            Style = parameter.Repeatable ? ParameterStyle.Form : null,
            Explode = location == ParameterLocation.Query,
            Example = Value(parameter, parameter.Example),
        };
    }

    private static JsonNode? Value(QueryParameter parameter, string? text)
    {
        if (text is null)
            return null;
        JsonNode value = parameter.Type switch
        {
            "integer" => int.Parse(text, CultureInfo.InvariantCulture),
            "boolean" => bool.Parse(text),
            _ => text,
        };
        return parameter.Repeatable ? new JsonArray(value) : value;
    }

    /// <summary>An answer as the sample timeline gives it; the files are compared with real answers by a test.</summary>
    private static void Complete(string? operation, string status, IOpenApiResponse answer)
    {
        if (answer is OpenApiResponse response && string.IsNullOrEmpty(response.Description))
            response.Description = "Done.";
        foreach (var content in answer.Content?.Values.OfType<OpenApiMediaType>() ?? [])
            content.Example = Examples.GetOrAdd($"{operation}.{status}", Read)?.DeepClone();
    }

    private static JsonNode? Read(string name)
    {
        var file = System.IO.Path.Combine(AppContext.BaseDirectory, "openapi", "examples", name + ".json");
        return File.Exists(file) ? JsonNode.Parse(File.ReadAllText(file)) : null;
    }

    /// <summary>A patch is a JSON merge patch (RFC 7396), under that name or as plain JSON.</summary>
    private static OpenApiRequestBody Body(DeclaredBody body, OperationFilterContext context)
    {
        string[] types = HttpMethods.IsPatch(context.ApiDescription.HttpMethod!)
            ? ["application/merge-patch+json", "application/json"]
            : ["application/json"];
        return new OpenApiRequestBody
        {
            Required = true,
            Content = types.ToDictionary(type => type, IOpenApiMediaType (_) => Content(body, context)),
        };
    }

    private static OpenApiMediaType Content(DeclaredBody body, OperationFilterContext context) =>
        new() { Schema = BodySchemas.Generate(body, context), Example = Read("body." + body.Example) };

    private static OpenApiResponse Failure(int status, IReadOnlyList<QueryParameter> parameters, OperationFilterContext context) =>
        new()
        {
            Description = string.Join(
                " Or: ",
                ProblemCatalogue
                    .All.Where(kind => kind.Status == status && kind != ProblemCatalogue.BadRequest)
                    .Select(kind => kind.Meaning)
            ),
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemDocument), context.SchemaRepository),
                    Example = JsonSerializer.SerializeToNode(ProblemExamples.For(status, parameters), ProblemResponses.Options),
                },
            },
        };
}
