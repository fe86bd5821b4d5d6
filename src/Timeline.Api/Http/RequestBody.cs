using System.IO.Compression;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <summary>Reads the body of a request, bounded as sent and after decompression.</summary>
public static class RequestBody
{
    /// <summary>The most bytes that a body may have once decompressed, where an endpoint says nothing else.</summary>
    public const int MaxBytes = 2_000_000;

    /// <summary>The body as a record, see <see cref="JsonBody.Read{T}"/>; a problem with every fault where it has any.</summary>
    public static async Task<T> Read<T>(HttpContext http)
        where T : class
    {
        var body = await ReadJson(http);
        var record = body.Read<T>();
        body.ThrowIfInvalid();
        return record;
    }

    /// <summary>
    /// The body as a JSON object. Problems: 415 for another content type, charset or coding, 413 beyond the bound, 400 for what is
    /// not an object.
    /// </summary>
    public static async Task<JsonBody> ReadJson(HttpContext http, int largest = MaxBytes)
    {
        var (body, _) = await ReadJsonWithHash(http, largest);
        return body;
    }

    /// <summary>The body as a JSON object, and the SHA-256 of the request: path, query and body.</summary>
    public static async Task<(JsonBody Body, string Sha256)> ReadJsonWithHash(HttpContext http, int largest = MaxBytes)
    {
        CheckType(
            http.Request.ContentType,
            HttpMethods.IsPatch(http.Request.Method) ? ["application/merge-patch+json", "application/json"] : ["application/json"]
        );
        var bytes = await ReadBytes(http, largest);
        var faults = new List<Fault>();
        return (
            JsonBody.Parse(bytes, faults) ?? throw ProblemException.FromFaults(faults),
            Convert.ToHexStringLower(
                SHA256.HashData([.. Encoding.UTF8.GetBytes($"{http.Request.Path}{http.Request.QueryString}\n"), .. bytes])
            )
        );
    }

    private static void CheckType(string? contentType, string[] known)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !known.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase))
            throw Unsupported($"Send it as {known[0]}; got '{Excerpt.From(contentType)}'.");
        if (type.CharSet?.Trim('"') is { } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw Unsupported($"The charset must be utf-8; got '{Excerpt.From(charset)}'.");
    }

    private static async Task<byte[]> ReadBytes(HttpContext http, int largest)
    {
        if (http.Request.ContentLength > largest)
            throw TooLarge(largest);
        await using var content = Decompress(http.Request);
        using var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        try
        {
            for (
                var read = await content.ReadAsync(buffer, http.RequestAborted);
                read > 0;
                read = await content.ReadAsync(buffer, http.RequestAborted)
            )
            {
                if (bytes.Length + read > largest)
                    throw TooLarge(largest);
                bytes.Write(buffer, 0, read);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            // Brotli reports what it cannot read as an invalid operation.
            throw ProblemCatalogue.BadRequest.With("The body does not decompress.");
        }

        return bytes.ToArray();
    }

    private static Stream Decompress(HttpRequest request) =>
        request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
        {
            "" or "identity" => request.Body,
            "gzip" or "x-gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
            "br" => new BrotliStream(request.Body, CompressionMode.Decompress),
            var coding => throw Unsupported($"There may be one content coding, gzip or br; got '{Excerpt.From(coding)}'."),
        };

    private static ProblemException Unsupported(string detail) => ProblemCatalogue.UnsupportedMediaType.With(detail);

    private static ProblemException TooLarge(int largest) =>
        ProblemCatalogue.BodyTooLarge.With($"The body may have {largest:N0} bytes, also after decompression.");
}
