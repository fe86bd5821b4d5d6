using System.Text;
using System.Text.Json;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <summary>
/// An object of a JSON body, read strictly: every member is asked for by name, and whatever is missing, superfluous or of the
/// wrong type becomes a fault with its JSON pointer (RFC 6901).
/// </summary>
public sealed partial class JsonBody
{
    private readonly JsonElement _element;
    private readonly string _pointer;
    private readonly int? _line;
    private readonly List<Fault> _faults;
    private readonly HashSet<string> _asked = [];

    private JsonBody(JsonElement element, string pointer, int? line, List<Fault> faults)
    {
        this._element = element;
        this._pointer = pointer;
        this._line = line;
        this._faults = faults;
    }

    /// <summary>The faults found so far, in this object and in those inside it.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Reads one object; null where the text is none, with the fault <c>malformed_json</c> or <c>wrong_type</c>.</summary>
    /// <param name="line">The line of a file that the text is, or null where it is a body with lines of its own.</param>
    public static JsonBody? Parse(ReadOnlySpan<byte> utf8, List<Fault> faults, int? line = null)
    {
        if (JsonSyntax.FindFault(utf8, line) is { } fault)
        {
            faults.Add(fault);
            return null;
        }

        var reader = new Utf8JsonReader(utf8);
        var root = JsonElement.ParseValue(ref reader);
        if (root.ValueKind == JsonValueKind.Object)
            return new JsonBody(root, "", line, faults);
        faults.Add(Fault.InBody("", "wrong_type", "Must be an object.", line));
        return null;
    }

    /// <summary>True where the member is there, be it null.</summary>
    public bool Has(string name)
    {
        _asked.Add(name);
        return _element.TryGetProperty(name, out _);
    }

    /// <summary>Text without control characters other than line breaks and tabs; null where absent or null.</summary>
    public string? Text(string name, int most = 10_000, bool required = false, bool lines = true)
    {
        if (Member(name, JsonValueKind.String, "text", required) is not { } member)
            return null;
        var text = member.GetString()!;
        if (text.EnumerateRunes().Any(rune => Rune.IsControl(rune) && !(lines && rune.Value is '\n' or '\r' or '\t')))
            AddFault(name, "invalid_text", "Must not hold control characters.");
        else if (text.Length > most)
            AddFault(name, "out_of_range", $"Must not be longer than {most} characters; got {text.Length}.");
        else if (required && string.IsNullOrWhiteSpace(text))
            AddFault(name, "required", "Must not be empty.");
        else
            return text;
        return null;
    }

    /// <summary>Text as it is, control characters and all, so that every offset into it holds; null where absent or null.</summary>
    public string? Raw(string name) => Member(name, JsonValueKind.String, "text", false)?.GetString();

    /// <summary>Text that must be there; empty where it is not, with a fault.</summary>
    public string Required(string name, int most = 1_000) => Text(name, most, required: true, lines: false) ?? "";

    public string Choice(string name, IReadOnlyList<string> choices, string? otherwise)
    {
        if (Text(name, required: otherwise is null) is not { } text)
            return otherwise ?? choices[0];
        if (!choices.Contains(text))
            AddFault(name, "invalid_choice", $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.From(text)}'.");
        return text;
    }

    public bool Flag(string name)
    {
        if (!TryGetMember(name, out var member))
            return false;
        if (member.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            AddFault(name, "wrong_type", "Must be true or false.");
        return member.ValueKind == JsonValueKind.True;
    }

    public IReadOnlyList<string> Texts(string name, int most = 100)
    {
        var texts = new List<string>();
        foreach (var (item, at) in List(name))
        {
            if (item.ValueKind != JsonValueKind.String)
                _faults.Add(Fault.InBody(at, "wrong_type", "Must be text.", _line));
            else if (item.GetString() is not { Length: > 0 and < 1000 } text || text.EnumerateRunes().Any(Rune.IsControl))
                _faults.Add(Fault.InBody(at, "invalid_text", "Must be 1 to 999 characters without control characters.", _line));
            else
                texts.Add(text);
        }

        if (texts.Count > most)
            AddFault(name, "out_of_range", $"Must not hold more than {most}.");
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
                _faults.Add(Fault.InBody(at, "wrong_type", "Must be an object.", _line));
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
                _faults.Add(Fault.InBody(at, "invalid_span", "Must be [start, end], ascending, after the span before.", _line));
            }
        }

        return spans;
    }

    /// <summary>Reports every member that nobody asked for; those named are known but follow from the rest.</summary>
    public void RejectUnknownMembers(params IEnumerable<string> ignored)
    {
        foreach (var member in _element.EnumerateObject())
        {
            if (!_asked.Contains(member.Name) && !ignored.Contains(member.Name))
                AddFault(member.Name, "unknown_member", $"There is no member '{Excerpt.From(member.Name)}' here.");
        }
    }

    /// <summary>A fault where the text is no absolute http or https address: a page that links to it must not run it.</summary>
    public void CheckAddress(string name, string text)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (!isAddress)
            AddFault(name, "invalid_text", "Must be an http or https address.");
    }

    public void AddFault(string name, string code, string detail) => _faults.Add(Fault.InBody(Pointer(name), code, detail, _line));

    private List<(JsonElement Item, string Pointer)> List(string name) =>
        Member(name, JsonValueKind.Array, "a list", false) is { } list
            ? [.. list.EnumerateArray().Select((item, i) => (item, $"{Pointer(name)}/{i}"))]
            : [];

    private JsonElement? Member(string name, JsonValueKind kind, string type, bool required)
    {
        if (!TryGetMember(name, out var member))
        {
            if (required)
                AddFault(name, "required", "Is required.");
            return null;
        }

        if (member.ValueKind == kind)
            return member;
        AddFault(name, "wrong_type", $"Must be {type}.");
        return null;
    }

    private bool TryGetMember(string name, out JsonElement member)
    {
        _asked.Add(name);
        return _element.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;
    }

    private string Pointer(string name) => $"{_pointer}/{name.Replace("~", "~0").Replace("/", "~1")}";
}

file static class Elements
{
    public static bool TryGetInt(this JsonElement element, out int number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number);
    }
}
