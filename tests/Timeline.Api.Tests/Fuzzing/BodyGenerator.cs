using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>Makes bodies from their schemas and examples, and damages them in members, in bytes, and in what headers say.</summary>
public sealed class BodyGenerator(Random random, ValueGenerator values, JsonSchemas schemas)
{
    private const string Hole = "HOLE";

    private static readonly string[] OneOf = ["text", "markdown", "html"];

    private static readonly string[] Strangers = ["colour", "", "__proto__", "id", "a/b~c"];

    private static readonly string[] Wrong =
    [
        "null",
        "true",
        "0",
        "-0",
        "1e999",
        "1E-400",
        "123456789012345678901234567890",
        "NaN",
        "[]",
        "{}",
        "[null]",
        "[[[]]]",
        "'x'",
        """ "" """,
        """ " " """,
        """ "\u0000" """,
        """ "\ud800" """,
        """ "\udc00\ud800" """,
        """ "\u202e" """,
        """ "\x" """,
        """ "all" """,
        """ "2025-02-30" """,
        """ "javascript:alert(1)" """,
        """{"$ref":"#"}""",
        """{"__proto__":{}}""",
        """["a",1,null,{}]""",
        "[[0,1],[0,-1]]",
        """{"id":null,"name":"\u0007"}""",
    ];

    private static readonly string?[] Types =
    [
        null,
        "text/plain",
        "application/json; charset=utf-16",
        "application/json;charset=bogus",
        "application/json; charset=\"utf-8\"",
        "application/problem+json",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded",
        "no type",
        ";;;",
        "application/json, text/html",
        "APPLICATION/JSON",
        "application/xml",
    ];

    private static readonly string[] Codings = ["gzip", "br", "GZIP", "deflate", "gzip, gzip", "identity", "zstd", "chunked", ""];

    /// <summary>20 MB of spaces, as a few kilobytes.</summary>
    private static readonly byte[] Bomb = Packed(Encoding.ASCII.GetBytes(new string(' ', 20_000_000)), "gzip");

    private static readonly byte[] Large = Encoding.ASCII.GetBytes($"{{\"text\":\"{new string('a', 2_100_000)}\"}}");

    /// <summary>A body that fits its schema.</summary>
    public FuzzBody Sound(OperationBody body)
    {
        var bytes = Encoding.UTF8.GetBytes(Made(body).ToJsonString());
        var coding = values.Once(10) ? values.Pick("gzip", "br") : null;
        var type = values.Once(6) ? body.ContentType + "; charset=utf-8" : body.ContentType;
        return new FuzzBody(coding is null ? bytes : Packed(bytes, coding), type, coding);
    }

    /// <summary>A body with something wrong in it or about it.</summary>
    public FuzzBody Bad(OperationBody body)
    {
        if (values.Once(60))
            return new FuzzBody(Bomb, body.ContentType, "gzip");
        if (values.Once(60))
            return new FuzzBody(Large, body.ContentType, null);
        var bytes = Encoding.UTF8.GetBytes(values.Once(5) ? Made(body).ToJsonString() : DamagedText(Made(body)));
        if (values.Once(4))
            bytes = DamagedBytes(bytes);
        var coding = values.Once(6) ? values.Pick(Codings) : null;
        var isPacked = coding is "gzip" or "br" && !values.Once(3);
        var type = values.Once(6) ? values.Pick(Types) : body.ContentType;
        return new FuzzBody(isPacked ? Packed(bytes, coding!) : bytes, type, coding);
    }

    private JsonNode Made(OperationBody body)
    {
        var schema = body.Schema is null ? null : schemas.Resolved(body.Schema);
        if (schema is null || (body.Example is not null && values.Once(5)))
            return body.Example?.DeepClone() ?? new JsonObject();
        var made = values.Member("", schema, schemas)!;
        // An article comes in exactly one form, which a schema can say only at great length.
        if (made is JsonObject article && schema["properties"]?["markdown"] is not null)
        {
            foreach (var form in OneOf)
                article.Remove(form);
            var chosen = values.Pick(OneOf);
            article[chosen] = values.Named(chosen);
        }

        return made;
    }

    /// <summary>The object with some members wrong, twice there, gone or superfluous.</summary>
    private string DamagedText(JsonNode body)
    {
        var raw = new List<string>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var places = Places(body).ToList();
            if (body is JsonObject whole && (places.Count == 0 || values.Once(5)))
                places.Add((whole, values.Pick(Strangers)));
            if (places.Count == 0)
                break;
            var (parent, name) = values.Pick(places);
            if (values.Once(5))
            {
                parent.Remove(name);
            }
            else
            {
                var before = parent[name]?.ToJsonString() ?? "null";
                parent[name] = Hole + raw.Count;
                raw.Add(values.Once(6) ? $"{before},{JsonValue.Create(name)!.ToJsonString()}:{before}" : WrongValue());
            }
        }

        var text = body.ToJsonString();
        for (var i = raw.Count - 1; i >= 0; i--)
            text = text.Replace($"\"{Hole}{i}\"", raw[i]);
        return text;
    }

    private string WrongValue() =>
        random.Next(12) switch
        {
            0 => new string('[', 100) + new string(']', 100),
            1 => string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70),
            2 => $"\"{new string('a', values.Pick(301, 2_001, 5_000, 20_000))}\"",
            3 => JsonValue.Create(values.Any())!.ToJsonString(),
            4 => $"[{string.Join(',', Enumerable.Repeat("\"evt_0jrrbe600000k\"", 1_200))}]",
            _ => values.Pick(Wrong),
        };

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => PlacesIn(member.Value).Prepend((members, member.Key))),
            JsonArray items => items.SelectMany(PlacesIn),
            _ => [],
        };

    private static IEnumerable<(JsonObject Parent, string Name)> PlacesIn(JsonNode? node) => node is null ? [] : Places(node);

    private byte[] DamagedBytes(byte[] bytes)
    {
        var at = random.Next(bytes.Length + 1);
        byte[][] shards =
        [
            [0xff],
            [0xc3, 0x28],
            [0xed, 0xa0, 0x80],
            [0],
            [(byte)'"'],
            [(byte)'}'],
            "//"u8.ToArray(),
        ];
        return random.Next(7) switch
        {
            0 => [],
            1 => bytes[..at],
            2 => [0xef, 0xbb, 0xbf, .. bytes],
            3 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)),
            4 => [.. bytes, .. bytes],
            _ => [.. bytes[..at], .. values.Pick(shards), .. bytes[at..]],
        };
    }

    private static byte[] Packed(byte[] bytes, string coding)
    {
        using var packed = new MemoryStream();
        const CompressionLevel level = CompressionLevel.Fastest;
        using (Stream stream = coding == "br" ? new BrotliStream(packed, level) : new GZipStream(packed, level))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
