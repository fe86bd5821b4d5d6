using System.Reflection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Timeline.Api.Domain;

namespace Timeline.Api.Hosting.OpenApi;

/// <summary>
/// Names the words that a member can hold, from the one list that there is of them. They are no <c>enum</c> of the schema: a list may
/// gain words under <c>/v1</c>, and generated clients must compile with and tolerate one that they do not know.
/// </summary>
public sealed class ListedWords : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema member || context.MemberInfo?.GetCustomAttribute<OneOfAttribute>() is not { } list)
            return;
        var words = $"One of: {string.Join(", ", list.Words.Select(word => $"`{word}`"))}; tolerate others.";
        member.Description = string.IsNullOrEmpty(member.Description) ? words : $"{member.Description} {words}";
    }
}
