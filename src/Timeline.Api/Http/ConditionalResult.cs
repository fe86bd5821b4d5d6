using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Timeline.Api.Http;

/// <summary>A successful answer: JSON with its tag, or 304 where the client has it already (RFC 9110, conditional requests).</summary>
public sealed class ConditionalResult<T> : IResult, IEndpointMetadataProvider
{
    private readonly T? _value;
    private readonly string? _tag;
    private readonly JsonSerializerOptions _options;
    private readonly string? _next;

    /// <param name="tag">A weak tag that is known beforehand, or null: then the strong tag is made of the answer's bytes.</param>
    internal ConditionalResult(T? value, string? tag, JsonSerializerOptions options, string? next)
    {
        _value = value;
        _tag = tag;
        _options = options;
        _next = next;
    }

    /// <summary>What the body is said to be.</summary>
    public string ContentType { get; init; } = Json.ContentType;

    public async Task ExecuteAsync(HttpContext http)
    {
        var body = _value is null ? null : JsonSerializer.SerializeToUtf8Bytes(_value, _options);
        var current = _tag ?? ConditionalResult.StrongTag(body!);
        http.Response.Headers.ETag = current;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Authorization";
        if (_next is not null)
            http.Response.Headers.Link = $"<{_next}>; rel=\"next\"";
        if (body is null || ConditionalResult.ClientHas(http, current))
        {
            http.Response.StatusCode = 304;
            return;
        }

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));
}

/// <summary>Makes answers.</summary>
public static class ConditionalResult
{
    /// <summary>True where the client names this tag as the one it has.</summary>
    public static bool ClientHas(HttpContext http, string tag) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Request.Headers.IfNoneMatch.SelectMany(line => line!.Split(',', StringSplitOptions.TrimEntries))
            .Any(known => known == "*" || Opaque(known) == Opaque(tag));

    /// <summary>
    /// A page of items of type <typeparamref name="T"/>, each with the chosen members, and its Link to the next; it is read only for a
    /// client that does not have it.
    /// </summary>
    public static ConditionalResult<Page<T>> List<T>(HttpContext http, string tag, Func<Page<T>> read, IReadOnlySet<string>? fields)
    {
        if (ClientHas(http, tag))
            return NotModified<Page<T>>(tag);
        var page = read();
        return new(page, tag, Json.Selecting<T>(fields), page.NextCursor is null ? null : Next(http, page.NextCursor));
    }

    /// <summary>
    /// What is worked out from a whole view of the data, and so carries a list's tag; it is read only for a client that does not have it.
    /// </summary>
    public static ConditionalResult<T> Tagged<T>(HttpContext http, string tag, Func<T> read, string contentType = Json.ContentType)
        where T : class => ClientHas(http, tag) ? NotModified<T>(tag) : new(read(), tag, Json.Options, null) { ContentType = contentType };

    /// <summary>What carries a list's tag and was read already.</summary>
    public static ConditionalResult<T> Tagged<T>(string tag, T value)
        where T : class => new(value, tag, Json.Options, null);

    /// <summary>One thing; its tag changes with any of its members.</summary>
    public static ConditionalResult<T> Single<T>(T value, IReadOnlySet<string>? fields = null) =>
        new(value, null, Json.Selecting<T>(fields), null);

    /// <summary>The strong tag of these bytes.</summary>
    public static string StrongTag(ReadOnlySpan<byte> body) => $"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..16])}\"";

    private static ConditionalResult<T> NotModified<T>(string tag)
        where T : class => new(null, tag, Json.Options, null);

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static string Next(HttpContext http, string cursor)
    {
        var others = http
            .Request.Query.Where(pair => pair.Key != "cursor")
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)));
        var request = http.Request;
        var query = QueryString.Create(others).Add("cursor", cursor);
        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{query}";
    }
}
