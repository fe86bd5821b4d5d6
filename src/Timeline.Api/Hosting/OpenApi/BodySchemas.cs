using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Timeline.Api.Http;

namespace Timeline.Api.Hosting.OpenApi;

/// <summary>The schemas of request bodies, with the bounds that the reader of bodies holds them to.</summary>
public static class BodySchemas
{
    public static IOpenApiSchema Generate(DeclaredBody body, OperationFilterContext context)
    {
        var reference = context.SchemaGenerator.GenerateSchema(body.Type, context.SchemaRepository);
        if (context.SchemaRepository.TryLookupByType(body.Type, out var known))
            AddBounds((OpenApiSchema)context.SchemaRepository.Schemas[known.Reference.Id!], BodyMember.Of(body.Type));
        return reference;
    }

    private static void AddBounds(OpenApiSchema schema, IReadOnlyList<BodyMember> members)
    {
        var required = members.Where(member => member.IsRequired).Select(member => member.Name).ToHashSet();
        schema.Required = required.Count > 0 ? required : null;
        foreach (var member in members)
        {
            if (schema.Properties?[member.Name] is not OpenApiSchema property)
                continue;
            property.MinLength = null;
            if (member.IsList)
                (property.MinItems, property.MaxItems) = (null, member.MaxCount);
            else if (member.Choices is { } choices)
                property.Enum = [.. choices.Select(choice => (JsonNode)choice)];
            else
                property.MaxLength = member.MaxLength;
        }
    }
}
