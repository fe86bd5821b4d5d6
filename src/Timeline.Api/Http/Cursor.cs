using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <summary>
/// Where a list goes on, opaque to clients: the sort key of the last row, bound to its query and signed with the key of the
/// database (HMAC-SHA-256, truncated as RFC 2104 allows), so that nobody but this database can have written it.
/// </summary>
/// <param name="query">The query in one spelling, without what may change from page to page.</param>
public sealed class Cursor(string query, byte[] secret)
{
    private const int BindingLength = 8;
    private const int SignatureLength = 16;
    private static readonly JsonSerializerOptions Strict = new()
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    /// <summary>A cursor for the rows after this key.</summary>
    public string Write<T>(T key)
    {
        byte[] content = [.. Binding(), .. JsonSerializer.SerializeToUtf8Bytes(key)];
        return Base64Url.EncodeToString([.. content, .. Signature(content)]);
    }

    /// <summary>The key in the cursor; a fault <c>invalid_cursor</c> or <c>cursor_mismatch</c> where it is none of this query's.</summary>
    /// <param name="fits">Whether a key has the shape that the order needs; a program of another version may have written it.</param>
    public T? Read<T>(string cursor, Func<T, bool> fits, out Fault? fault)
    {
        fault = Fault.InQuery("cursor", FaultCode.InvalidCursor, "This is no cursor that this API has given out.");
        var bytes = Decode(cursor);
        if (bytes.Length <= BindingLength + SignatureLength)
            return default;
        var content = bytes.AsSpan(..^SignatureLength);
        if (!CryptographicOperations.FixedTimeEquals(Signature(content), bytes.AsSpan(^SignatureLength..)))
            return default;
        if (!Binding().AsSpan().SequenceEqual(content[..BindingLength]))
        {
            fault = Fault.InQuery(
                "cursor",
                FaultCode.CursorMismatch,
                "This cursor belongs to another query. Only 'limit', 'fields', 'include' and 'count' may change during a walk."
            );
            return default;
        }

        if (Key<T>(content[BindingLength..]) is not { } key || !fits(key))
            return default;
        fault = null;
        return key;
    }

    private static byte[] Decode(string cursor)
    {
        try
        {
            return Base64Url.DecodeFromChars(cursor);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    private static T? Key<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private byte[] Binding() => SHA256.HashData(Encoding.UTF8.GetBytes(query))[..BindingLength];

    private byte[] Signature(ReadOnlySpan<byte> content) => HMACSHA256.HashData(secret, content)[..SignatureLength];
}
