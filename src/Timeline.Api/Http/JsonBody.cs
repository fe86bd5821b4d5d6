using System.Text;
using System.Text.Json;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <summary>
/// An object of a JSON body, read strictly: every member is read by name, and whatever is missing, superfluous or of the
/// wrong type becomes a fault with its JSON pointer (RFC 6901).
/// </summary>
public sealed partial class JsonBody
{
    private readonly JsonElement _element;
    private readonly string _pointer;
    private readonly int? _line;
    private readonly List<Fault> _faults;
    private readonly HashSet<string> _known = [];

    private JsonBody(JsonElement element, string pointer, int? line, List<Fault> faults)
    {
        _element = element;
        _pointer = pointer;
        _line = line;
        _faults = faults;
    }

    /// <summary>The faults found so far, in this object and in those inside it.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>Reads one object; null where the text is not one, with the fault <c>malformed_json</c> or <c>wrong_type</c>.</summary>
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
        faults.Add(Fault.InBody("", FaultCode.WrongType, "Must be an object.", line));
        return null;
    }

    /// <summary>True where the member is there, be it null.</summary>
    /// <param name="name">The member's name, or that of its property.</param>
    public bool Has(string name)
    {
        name = JsonName(name);
        _known.Add(name);
        return _element.TryGetProperty(name, out _);
    }

    /// <summary>Text without control characters other than line breaks and tabs; null where absent or null.</summary>
    public string? Text(string name, int most = 10_000, bool required = false, bool lines = true)
    {
        if (Member(name, JsonValueKind.String, "text", required) is not { } member)
            return null;
        var text = member.GetString()!;
        if (text.EnumerateRunes().Any(rune => Rune.IsControl(rune) && !(lines && rune.Value is '\n' or '\r' or '\t')))
            AddFault(name, FaultCode.InvalidText, "Must not hold control characters.");
        else if (text.Length > most)
            AddFault(name, FaultCode.OutOfRange, $"Must not be longer than {most} characters; got {text.Length}.");
        else if (required && string.IsNullOrWhiteSpace(text))
            AddFault(name, FaultCode.Required, "Must not be empty.");
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
            AddFault(name, FaultCode.InvalidChoice, ChoiceFault(choices, text));
        return text;
    }

    public bool Flag(string name)
    {
        if (!TryGetMember(name, out var member))
            return false;
        if (member.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            AddFault(name, FaultCode.WrongType, "Must be true or false.");
        return member.ValueKind == JsonValueKind.True;
    }

    /// <summary>Reports every member that was not read, except those named, which are known but follow from the rest.</summary>
    public void RejectUnknownMembers(params IEnumerable<string> ignored)
    {
        foreach (var member in _element.EnumerateObject())
        {
            if (!_known.Contains(member.Name) && !ignored.Contains(member.Name))
            {
                var detail = $"There is no member '{Excerpt.From(member.Name)}' here.";
                _faults.Add(Fault.InBody(Pointer(member.Name), FaultCode.UnknownMember, detail, _line));
            }
        }
    }

    /// <summary>A fault where the text is not an absolute http or https address: a page that links to it must not run it.</summary>
    public void CheckAddress(string name, string text)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (!isAddress)
            AddFault(name, FaultCode.InvalidText, "Must be an http or https address.");
    }

    /// <summary>Reports a fault of a member.</summary>
    /// <param name="name">The member's name, or that of its property.</param>
    public void AddFault(string name, string code, string detail) =>
        _faults.Add(Fault.InBody(Pointer(JsonName(name)), code, detail, _line));

    private JsonElement? Member(string name, JsonValueKind kind, string type, bool required)
    {
        if (!TryGetMember(name, out var member))
        {
            if (required)
                AddFault(name, FaultCode.Required, "Is required.");
            return null;
        }

        if (member.ValueKind == kind)
            return member;
        AddFault(name, FaultCode.WrongType, $"Must be {type}.");
        return null;
    }

    private bool TryGetMember(string name, out JsonElement member)
    {
        _known.Add(name);
        return _element.TryGetProperty(name, out member) && member.ValueKind != JsonValueKind.Null;
    }

    private static string JsonName(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private string Pointer(string name) => $"{_pointer}/{name.Replace("~", "~0").Replace("/", "~1")}";
}
