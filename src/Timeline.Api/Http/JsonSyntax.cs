using System.Text.Json;
using System.Text.Unicode;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <summary>Looks a JSON text over before it is read, for what a parser forgives or reports without saying where.</summary>
public static class JsonSyntax
{
    private const int Depth = 64;

    /// <summary>
    /// The first syntax error, repeated member or text that is not Unicode, with JSON pointer and line; null where all is sound.
    /// </summary>
    public static Fault? FindFault(ReadOnlySpan<byte> utf8, int? line)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Depth });
        var open = new Stack<Level>();
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                    Name(ref reader, open.Peek());
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    open.Pop();
                else if (open.TryPeek(out var list) && list.IsList)
                    list.Index++;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push(new Level(reader.TokenType == JsonTokenType.StartArray));
                if (TokenFault(ref reader, open) is not var (code, detail))
                    continue;
                return Fault.InBody(Pointer(open), code, detail, line ?? Line(utf8, reader.TokenStartIndex));
            }

            return null;
        }
        catch (JsonException exception)
        {
            var place = line ?? (int)(exception.LineNumber ?? Line(utf8, reader.TokenStartIndex) - 1) + 1;
            return Fault.InBody(
                Pointer(open),
                FaultCode.MalformedJson,
                utf8.IsEmpty ? "The body is empty." : "This is not valid JSON (RFC 8259).",
                place
            );
        }
    }

    /// <summary>A name that is not Unicode is left out, since no pointer could contain it.</summary>
    private static void Name(ref Utf8JsonReader reader, Level level) => level.Name = IsUnicode(ref reader) ? reader.GetString() : null;

    private static (string Code, string Detail)? TokenFault(ref Utf8JsonReader reader, Stack<Level> open)
    {
        if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
            return null;
        if (!IsUnicode(ref reader))
            return (FaultCode.InvalidText, "Must not hold broken UTF-8 or half a surrogate pair.");
        if (reader.TokenType == JsonTokenType.String || open.Peek().Names.Add(open.Peek().Name!))
            return null;
        return (FaultCode.MalformedJson, $"The member '{Excerpt.From(open.Peek().Name)}' occurs twice.");
    }

    private static bool IsUnicode(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Utf8.IsValid(reader.ValueSpan);
        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static int Line(ReadOnlySpan<byte> utf8, long index) => utf8[..(int)index].Count((byte)'\n') + 1;

    private static string Pointer(Stack<Level> open) =>
        string.Concat(
            open.Reverse()
                .Select(level =>
                    level.IsList ? $"/{Math.Max(level.Index, 0)}"
                    : level.Name is null ? ""
                    : "/" + level.Name.Replace("~", "~0").Replace("/", "~1")
                )
        );

    private sealed class Level(bool isList)
    {
        public bool IsList => isList;

        public int Index { get; set; } = -1;

        public string? Name { get; set; }

        public HashSet<string> Names { get; } = [];
    }
}
