using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Timeline.Api.Http;

/// <summary>
/// Where a list goes on, opaque to clients: the sort key of the last row, bound to its query. A checksum tells a cursor that was
/// damaged from one that belongs to another query.
/// </summary>
public static class Cursor
{
    private const int BindingLength = 8;
    private const int ChecksumLength = 4;

    /// <summary>A cursor for the rows after this key.</summary>
    public static string Write<T>(string query, T key)
    {
        byte[] content = [.. Binding(query), .. JsonSerializer.SerializeToUtf8Bytes(key)];
        return Base64Url.EncodeToString([.. content, .. Checksum(content)]);
    }

    /// <summary>The key in the cursor; a fault <c>invalid_cursor</c> or <c>cursor_mismatch</c> where it is none of this query's.</summary>
    public static T? Read<T>(string cursor, string query, out Fault? fault)
    {
        fault = Fault.InQuery("cursor", "invalid_cursor", "This is no cursor that this API has given out.");
        var bytes = Decode(cursor);
        if (bytes.Length <= BindingLength + ChecksumLength) return default;
        var content = bytes.AsSpan(..^ChecksumLength);
        if (!Checksum(content).AsSpan().SequenceEqual(bytes.AsSpan(^ChecksumLength..))) return default;
        if (!Binding(query).AsSpan().SequenceEqual(content[..BindingLength]))
        {
            fault = Fault.InQuery("cursor", "cursor_mismatch", "This cursor belongs to another query. Only 'limit', 'fields', 'include' and 'count' may change during a walk.");
            return default;
        }

        fault = null;
        return JsonSerializer.Deserialize<T>(content[BindingLength..]);
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

    private static byte[] Binding(string query) => SHA256.HashData(Encoding.UTF8.GetBytes(query))[..BindingLength];

    private static byte[] Checksum(ReadOnlySpan<byte> content) => SHA256.HashData(content)[..ChecksumLength];
}
