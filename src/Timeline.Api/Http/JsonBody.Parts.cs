using System.Text;
using System.Text.Json;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <content>Lists and objects in a body.</content>
public sealed partial class JsonBody
{
    public IReadOnlyList<string> Texts(string name, int most = 100)
    {
        var texts = new List<string>();
        foreach (var (item, at) in List(name))
        {
            if (item.ValueKind != JsonValueKind.String)
                _faults.Add(Fault.InBody(at, FaultCode.WrongType, "Must be text.", _line));
            else if (item.GetString() is not { Length: > 0 and < 1000 } text || text.EnumerateRunes().Any(Rune.IsControl))
                _faults.Add(Fault.InBody(at, FaultCode.InvalidText, "Must be 1 to 999 characters without control characters.", _line));
            else
                texts.Add(text);
        }

        if (texts.Count > most)
            AddFault(name, FaultCode.OutOfRange, $"Must not hold more than {most}.");
        return texts;
    }

    /// <summary>The object under this name; null where absent or null.</summary>
    public JsonBody? Object(string name) =>
        Member(name, JsonValueKind.Object, "an object", false) is { } member ? new JsonBody(member, Pointer(name), _line, _faults) : null;

    public IReadOnlyList<JsonBody> Objects(string name)
    {
        var bodies = new List<JsonBody>();
        foreach (var (item, at) in List(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
                bodies.Add(new JsonBody(item, at, _line, _faults));
            else
                _faults.Add(Fault.InBody(at, FaultCode.WrongType, "Must be an object.", _line));
        }

        return bodies;
    }

    /// <summary>Pairs of ascending offsets, <c>[[120, 188]]</c>.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Spans(string name)
    {
        var spans = new List<IReadOnlyList<int>>();
        var end = 0;
        foreach (var (item, at) in List(name))
        {
            if (
                item.ValueKind == JsonValueKind.Array
                && item.GetArrayLength() == 2
                && item[0].TryGetInt(out var first)
                && item[1].TryGetInt(out var last)
                && first >= end
                && last > first
            )
            {
                spans.Add([first, end = last]);
            }
            else
            {
                _faults.Add(Fault.InBody(at, FaultCode.InvalidSpan, "Must be [start, end], ascending, after the span before.", _line));
            }
        }

        return spans;
    }

    private List<(JsonElement Item, string Pointer)> List(string name) =>
        Member(name, JsonValueKind.Array, "a list", false) is { } list
            ? [.. list.EnumerateArray().Select((item, i) => (item, $"{Pointer(name)}/{i}"))]
            : [];
}

file static class Elements
{
    public static bool TryGetInt(this JsonElement element, out int number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number);
    }
}
