using System.Text.Json;

namespace Timeline.Api.Http;

/// <summary>Looks a JSON text over before it is read, for what a parser forgives or reports without saying where.</summary>
public static class JsonScan
{
    private const int Depth = 64;

    /// <summary>The first syntax error or repeated member, with JSON pointer and line; null where the text is sound.</summary>
    public static Fault? Fault(ReadOnlySpan<byte> utf8, int? line)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Depth });
        var open = new Stack<Level>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    var level = open.Peek();
                    level.Name = reader.GetString()!;
                    if (!level.Names.Add(level.Name))
                        return Http.Fault.InBody(Pointer(open), "malformed_json", $"The member '{level.Name}' stands twice.", line ?? Line(utf8, reader.TokenStartIndex));
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray) open.Pop();
                else if (open.TryPeek(out var list) && list.IsList) list.Index++;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) open.Push(new Level(reader.TokenType == JsonTokenType.StartArray));
            }

            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            var place = line ?? (int)((exception as JsonException)?.LineNumber ?? Line(utf8, reader.TokenStartIndex) - 1) + 1;
            return Http.Fault.InBody(Pointer(open), "malformed_json", utf8.IsEmpty ? "The body is empty." : "This is no JSON (RFC 8259).", line ?? place);
        }
    }

    private static int Line(ReadOnlySpan<byte> utf8, long index) => utf8[..(int)index].Count((byte)'\n') + 1;

    private static string Pointer(Stack<Level> open) => string.Concat(open.Reverse().Select(level => level.IsList ? $"/{Math.Max(level.Index, 0)}" : level.Name is null ? "" : "/" + level.Name.Replace("~", "~0").Replace("/", "~1")));

    private sealed class Level(bool isList)
    {
        public bool IsList => isList;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }

        public HashSet<string> Names { get; } = [];
    }
}
