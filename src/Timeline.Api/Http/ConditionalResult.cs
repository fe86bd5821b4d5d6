using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace Timeline.Api.Http;

/// <summary>
/// A successful answer: the JSON of a <typeparamref name="T"/> with its tag, or 304 where the client has it already (RFC 9110,
/// conditional requests).
/// </summary>
public sealed class ConditionalResult<T> : IResult, IEndpointMetadataProvider
{
    private readonly PooledBytes? _body;
    private readonly string _tag;
    private readonly string? _next;

    /// <param name="body">Given back once it is sent; null where the client has it.</param>
    internal ConditionalResult(PooledBytes? body, string tag, string? next = null)
    {
        _body = body;
        _tag = tag;
        _next = next;
    }

    /// <summary>What the body is said to be.</summary>
    public string ContentType { get; init; } = Json.ContentType;

    public async Task ExecuteAsync(HttpContext http)
    {
        using var body = _body;
        var headers = http.Response.Headers;
        headers.ETag = _tag;
        headers.CacheControl = "no-cache";
        headers.Vary = "Authorization";
        if (_next is not null)
            headers.Link = $"<{_next}>; rel=\"next\"";
        if (body is null || ConditionalResult.ClientHas(http, _tag))
        {
            http.Response.StatusCode = 304;
            return;
        }

        http.Response.ContentType = ContentType;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body.Memory, http.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));
}

/// <summary>A page as JSON, and where the next one begins; null for the last.</summary>
public sealed record WrittenPage(PooledBytes Json, string? NextCursor);

/// <summary>Makes answers.</summary>
public static class ConditionalResult
{
    /// <summary>What may stand in an address as it is; anything else is encoded anew before it goes into a header.</summary>
    private static readonly SearchValues<char> PlainAddress = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%&=+?"
    );

    /// <summary>True where the client names this tag as the one it has.</summary>
    public static bool ClientHas(HttpContext http, string tag) =>
        http.Request.Headers.IfNoneMatch.Count > 0
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        && http.Request.Headers.IfNoneMatch.SelectMany(line => line!.Split(',', StringSplitOptions.TrimEntries))
            .Any(known => known == "*" || Opaque(known) == Opaque(tag));

    /// <summary>
    /// A page of items of type <typeparamref name="T"/>, each with the chosen members, and its Link to the next; it is read only for a
    /// client that does not have it.
    /// </summary>
    public static ConditionalResult<Page<T>> List<T>(HttpContext http, string tag, Func<Page<T>> read, IReadOnlySet<string>? fields) =>
        List<T>(
            http,
            tag,
            () =>
            {
                var page = read();
                return new WrittenPage(Serialize(page, typeof(Page<T>), Json.Selecting<T>(fields)), page.NextCursor);
            }
        );

    /// <summary>The same for a page whose JSON is there once it is read.</summary>
    public static ConditionalResult<Page<T>> List<T>(HttpContext http, string tag, Func<WrittenPage> read)
    {
        if (ClientHas(http, tag))
            return new(null, tag);
        var (json, nextCursor) = read();
        return new(json, tag, nextCursor is null ? null : Next(http.Request, nextCursor));
    }

    /// <summary>
    /// What is worked out from a whole view of the data, and so carries a list's tag; it is read only for a client that does not have it.
    /// </summary>
    public static ConditionalResult<T> Tagged<T>(HttpContext http, string tag, Func<T> read, string contentType = Json.ContentType)
        where T : class => new(ClientHas(http, tag) ? null : Serialize(read(), typeof(T), Json.Options), tag) { ContentType = contentType };

    /// <summary>What carries a list's tag and was read already.</summary>
    public static ConditionalResult<T> Tagged<T>(string tag, T value)
        where T : class => new(Serialize(value, typeof(T), Json.Options), tag);

    /// <summary>What carries a list's tag and is worked out once for each state of the data.</summary>
    public static ConditionalResult<T> Kept<T>(HttpContext http, string tag, KeptAnswers answers, Func<T> read)
        where T : class
    {
        if (answers.Find(http.Request, tag) is { } known)
        {
            var copy = new PooledBytes();
            copy.Write(known);
            return new(copy, tag);
        }

        var body = Serialize(read(), typeof(T), Json.Options);
        answers.Keep(http.Request, tag, body.Memory.Span);
        return new(body, tag);
    }

    /// <summary>One thing; its tag changes with any of its members.</summary>
    public static ConditionalResult<T> Single<T>(T value, IReadOnlySet<string>? fields = null) =>
        Single<T>(Serialize(value, typeof(T), Json.Selecting<T>(fields)));

    /// <summary>One thing of type <typeparamref name="T"/> whose JSON is there already.</summary>
    public static ConditionalResult<T> Single<T>(PooledBytes json) => new(json, StrongTag(json.Memory.Span));

    /// <summary>The strong tag of these bytes.</summary>
    public static string StrongTag(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, hash);
        return $"\"{Convert.ToHexStringLower(hash[..16])}\"";
    }

    /// <summary>What a client is told that has the answer of this tag.</summary>
    public static ConditionalResult<T> NotModified<T>(string tag) => new(null, tag);

    private static PooledBytes Serialize(object? value, Type type, JsonSerializerOptions options)
    {
        var body = new PooledBytes();
        var settings = new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true };
        using var writer = new Utf8JsonWriter(body, settings);
        JsonSerializer.Serialize(writer, value, type, options);
        return body;
    }

    private static string Opaque(string tag) => tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;

    private static string Next(HttpRequest request, string cursor)
    {
        var query = request.QueryString.Value ?? "";
        var isFirstPage = !query.Contains("cursor", StringComparison.Ordinal);
        var others = isFirstPage && !query.AsSpan().ContainsAnyExcept(PlainAddress) ? request.QueryString : WithoutCursor(request.Query);
        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}{others.Add("cursor", cursor)}";
    }

    private static QueryString WithoutCursor(IQueryCollection query) =>
        QueryString.Create(
            query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value)))
        );
}
