using System.Text.Json;
using System.Text.Json.Nodes;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>The schemas of the document (JSON Schema 2020-12, the part of it that the document uses).</summary>
public sealed class JsonSchemas(JsonNode document)
{
    private static readonly HashSet<string> Known =
    [
        "type",
        "$ref",
        "oneOf",
        "anyOf",
        "allOf",
        "items",
        "properties",
        "required",
        "additionalProperties",
        "enum",
        "const",
        "minimum",
        "maximum",
        "minItems",
        "maxItems",
        "minLength",
        "maxLength",
        // Remarks, which nothing can break.
        "description",
        "format",
        "readOnly",
        "writeOnly",
        "example",
        "examples",
        "default",
        "title",
        "deprecated",
        "contentMediaType",
    ];

    /// <summary>The schema itself where it is only named.</summary>
    public JsonNode Resolved(JsonNode schema)
    {
        if ((string?)schema["$ref"] is not { } name)
            return schema;
        return Resolved(name["#/".Length..].Split('/').Aggregate(document, (node, part) => node[part]!));
    }

    /// <summary>Where the value does not fit, each with its JSON pointer.</summary>
    /// <param name="isWhole">False where members were selected, so that required ones may be absent.</param>
    public IEnumerable<string> Faults(JsonNode? schema, JsonNode? value, bool isWhole, string at = "")
    {
        if (schema is null || schema is JsonValue)
            return [];
        schema = Resolved(schema);
        if (schema.AsObject().FirstOrDefault(keyword => !Known.Contains(keyword.Key)).Key is { } unknown)
            throw new NotSupportedException($"This check does not know '{unknown}' (at {at}).");
        return
        [
            .. OfType(schema, value, at),
            .. OfValue(schema, value, at),
            .. OfChoices(schema, value, isWhole, at),
            .. OfParts(schema, value, isWhole, at),
        ];
    }

    private static IEnumerable<string> OfType(JsonNode schema, JsonNode? value, string at)
    {
        List<string> types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(type => (string)type!)],
            { } one => [(string)one!],
            null => [],
        };
        if (types.Count > 0 && !types.Any(type => Is(type, value)))
            yield return $"{at}: is no {string.Join(" or ", types)}";
    }

    private static bool Is(string type, JsonNode? value) =>
        (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
        {
            ("null", JsonValueKind.Null) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
            ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("integer", JsonValueKind.Number) => decimal.IsInteger(value!.GetValue<JsonElement>().GetDecimal()),
            _ => false,
        };

    private static IEnumerable<string> OfValue(JsonNode schema, JsonNode? value, string at)
    {
        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => JsonNode.DeepEquals(choice, value)))
            yield return $"{at}: is none of the values listed";
        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, value))
            yield return $"{at}: is not the one value";
        (double? size, string least, string most) = kind switch
        {
            JsonValueKind.Number => (value!.GetValue<JsonElement>().GetDouble(), "minimum", "maximum"),
            JsonValueKind.Array => (value!.AsArray().Count, "minItems", "maxItems"),
            JsonValueKind.String => (((string)value!).Length, "minLength", "maxLength"),
            _ => ((double?)null, "", ""),
        };
        if (size < Bound(schema, least))
            yield return $"{at}: is below its {least}";
        if (size > Bound(schema, most))
            yield return $"{at}: is above its {most}";
    }

    private static double? Bound(JsonNode schema, string keyword) => schema[keyword] is { } bound ? double.Parse(bound.ToString()) : null;

    private IEnumerable<string> OfChoices(JsonNode schema, JsonNode? value, bool isWhole, string at)
    {
        foreach (var keyword in (string[])["oneOf", "anyOf"])
        {
            if (schema[keyword] is JsonArray choices && !choices.Any(choice => !Faults(choice, value, isWhole, at).Any()))
                yield return $"{at}: fits none of {keyword}";
        }

        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            foreach (var fault in Faults(part, value, isWhole, at))
                yield return fault;
        }
    }

    private IEnumerable<string> OfParts(JsonNode schema, JsonNode? value, bool isWhole, string at)
    {
        if (value is JsonArray list && schema["items"] is { } item)
            return list.SelectMany((part, i) => Faults(item, part, isWhole, $"{at}/{i}"));
        if (value is not JsonObject members)
            return [];
        var required = isWhole && schema["required"] is JsonArray names ? names.Select(name => (string)name!) : [];
        var missing = required.Where(name => !members.ContainsKey(name)).Select(name => $"{at}/{name}: is missing");
        return [.. missing, .. members.SelectMany(member => Faults(Of(schema, member.Key), member.Value, isWhole, $"{at}/{member.Key}"))];
    }

    private static JsonNode? Of(JsonNode schema, string member) => schema["properties"]?[member] ?? schema["additionalProperties"];
}
