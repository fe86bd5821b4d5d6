using System.Net;
using System.Text.Json.Nodes;

namespace Timeline.Api.Tests.Running;

/// <summary>A response of the API, read to its end.</summary>
public sealed record ApiResponse(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public IReadOnlyList<JsonNode> Items => [.. Json["items"]!.AsArray().Select(item => item!)];

    /// <summary>The ids of a list's items, in order.</summary>
    public IReadOnlyList<string> Ids => [.. Items.Select(item => (string)item["id"]!)];

    /// <summary>The names of a thing's members, in order.</summary>
    public IReadOnlyList<string> MemberNames => [.. Json.AsObject().Select(member => member.Key)];

    public string? NextCursor => (string?)Json["nextCursor"];

    /// <summary>The header's value, several values joined by a comma; null where it is absent.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<ApiResponse> ReadAsync(HttpResponseMessage response) =>
        new(
            response.StatusCode,
            response
                .Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            await response.Content.ReadAsStringAsync()
        );
}
