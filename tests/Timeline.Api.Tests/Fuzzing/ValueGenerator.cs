using System.Text.Json.Nodes;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>Makes values for parameters and members: sound ones of the kind that the name asks for, borderline and hostile ones.</summary>
public sealed class ValueGenerator(Random random, ResponseMemory memory)
{
    private static readonly string[] Dates = ["2020", "2021-02", "2025-03-11", "2024-02-29", "-0043", "0000", "9999-12-31", "-9999"];

    private static readonly string[] ImpreciseDates =
    [
        "2024",
        "2022-01~/2022-04~",
        "[2025-02,2025-03]",
        "../2025-01-20",
        "2021/2024",
        "2025-03-11",
        "2024-06?",
        "1961",
    ];

    private static readonly string[] Names = ["Ana Ruiz", "Vladimir Putin", "putin", "Tom Berg", "Puttin", "kremlin", "ANA RUIZ", "nobody"];

    private static readonly string[] Words = ["harbour", "ukraine war", "dock*", "a", "C++", "50%", "the deal", "\"deal\"", "*"];

    private static readonly string[] Sentences =
    [
        "Mayor Ana Ruiz met the dockers' leader Tom Berg on Tuesday, the first meeting since the strike began in early January.",
        "Ms Ruiz said a deal could be signed next week.",
        "The dockers' union denied that an agreement was near.",
        "In 2019, the city had promised a new quay.",
        "Vladimir Putin and Donald Trump spoke on 9 February 2025, the Kremlin said.",
        "“No,” said Tom Berg. 🚢",
        "The quay of Halden was closed on 5 May 2024, the harbour master told the Halden Courier.",
    ];

    private static readonly string[] Hostile =
    [
        "\0",
        "\n",
        "\u007f",
        "\u202egnp",
        "\ufeff",
        "\uffff",
        "e\u0301\u0301\u0301",
        "😀",
        "ß",
        "İ",
        "שלום",
        "中文字",
        ",",
        " ",
        "",
        "'",
        "';--",
        "\"",
        "\\",
        "%",
        "_",
        "$1",
        "@p0",
        ":a",
        "{0}",
        "<script>alert(1)</script>",
        "NEAR(a b)",
        "words:a",
        "a AND",
        "(",
        "*",
        "**",
        "null",
        "true",
        "NaN",
        "1e9",
        "-1",
        "0",
        "2147483648",
        "9223372036854775808",
        "99999999999999999999",
        "0x10",
        "١",
        "2024-13",
        "2023-02-29",
        "01/02/2024",
        "10000",
        "Y17E8",
        "2024-02-30",
        "banana",
        "../../etc/passwd",
        "javascript:alert(1)",
        "http://127.0.0.1/",
        "evt_7zzzzzzzzzzzz",
        "evt_zzzzzzzzzzzzz",
        "art_0000000000000",
        "__proto__",
    ];

    private static readonly string[] Raw =
    [
        "%",
        "%zz",
        "%C3%28",
        "%ED%A0%80",
        "%FF%FE",
        "%u1234",
        "a%2",
        "+",
        "&&",
        "==",
        "?",
        ";",
        "%2F..%2F",
        "%0d%0aX-Y:%20z",
    ];

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>True once in so many times.</summary>
    public bool Once(int times) => random.Next(times) == 0;

    /// <summary>A sound value of the parameter, percent-encoded.</summary>
    public string Sound(OperationParameter input, string path) => Uri.EscapeDataString(Plain(input, path));

    /// <summary>A value of the parameter that is at the edge or beyond, percent-encoded as well as it can be.</summary>
    public string Bad(OperationParameter input)
    {
        if (input.IsNumber && Once(2))
            return $"{Pick(Bound(input, "minimum"), Bound(input, "maximum")) + Pick(-1, 0, 1)}";
        if (input.Choices.Count > 0 && Once(3))
            return Pick(input.Choices).ToUpperInvariant();
        if (Once(12))
            return new string('a', Pick(300, 1_000, 2_500));
        return Once(6) ? Pick(Raw) : Uri.EscapeDataString(Any());
    }

    /// <summary>A hostile value for an id in a path: nothing that makes it another path, and no NUL, which ends in the server.</summary>
    public string BadId()
    {
        var value = Any();
        return value == "" || value.Contains('\0') ? Pick("%ff", "%2F", "a%2Fb", "x") : Uri.EscapeDataString(value);
    }

    /// <summary>Any hostile text.</summary>
    public string Any() => Once(8) ? Pick(Hostile) + Pick(Hostile) : Pick(Hostile);

    /// <summary>A bound that the schema names, or a large number.</summary>
    private static long Bound(OperationParameter input, string keyword) =>
        input.Schema[keyword] is { } bound ? (long)double.Parse(bound.ToString()) : int.MaxValue;

    private string Plain(OperationParameter input, string path)
    {
        if (input.Choices.Count > 0)
            return Pick(input.Choices);
        if (input.IsFlag)
            return Pick("true", "false");
        if (input.IsNumber)
            return $"{Pick((long)random.Next(1, 60), Bound(input, "minimum"), Math.Min(Bound(input, "maximum"), 1_000))}";
        return Named(input.Name == "id" ? Kind(path) : input.Name) ?? input.Example?.ToString() ?? Pick(Words);
    }

    /// <summary>A sound text for a member of a body; null where its name tells nothing.</summary>
    public string? Named(string name) =>
        name switch
        {
            "evt_" or "event" or "events" or "into" => memory.Recall("evt_") ?? "evt_0jrrbe600000k",
            "clm_" or "claim" or "claims" or "respondsTo" => memory.Recall("clm_") ?? "clm_0jrrbe600001w",
            "art_" or "article" or "articles" => memory.Recall("art_") ?? "art_0jrrbe6000001",
            "mrg_" or "merge" => memory.Recall("mrg_") ?? "mrg_0jrrbe6000001",
            "actor" or "speaker" or "actors" => Once(2) ? Pick(Names) : memory.Recall("actor"),
            "cursor" => memory.Recall("cursor"),
            "from" or "to" or "asOf" or "published" or "anchor" => Pick(Dates),
            "date" => Pick(ImpreciseDates),
            "decision" => Pick("accepted", "accepted", "rejected"),
            "textRights" => Pick("show", "keep", "none", "quote"),
            "url" => $"https://example.org/{random.Next(20)}",
            "q" => Pick(Words),
            "text" or "markdown" => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(Sentences) + " "))
                + random.Next(400),
            "html" => $"<article><h1>Harbour</h1><p>{Pick(Sentences)}</p><p>{Pick(Sentences)} {random.Next(400)}</p></article>",
            "title" or "name" or "note" or "publisher" or "byline" or "agency" => $"{Pick(Names)} {random.Next(100)}",
            _ => null,
        };

    /// <summary>A sound value for a member of this schema.</summary>
    public JsonNode? Member(string name, JsonNode schema, JsonSchemas schemas)
    {
        schema = schemas.Resolved(schema["oneOf"]?[0] ?? schema);
        var type = schema["type"] is JsonArray several ? (string)several.First(one => (string)one! != "null")! : (string?)schema["type"];
        if (schema["enum"] is JsonArray choices)
            return Pick(choices.ToList())?.DeepClone();
        return type switch
        {
            "integer" or "number" => random.Next(10),
            "boolean" => Once(2),
            "array" => new JsonArray([.. Enumerable.Range(1, random.Next(1, 4)).Select(_ => Member(name, schema["items"]!, schemas))]),
            "object" => Object(schema, schemas),
            _ => Named(name) ?? Pick(Words),
        };
    }

    /// <summary>An object with all members that must be there and some of the others.</summary>
    public JsonObject Object(JsonNode schema, JsonSchemas schemas)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        var made = new JsonObject();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || Once(2))
                made[name] = Member(name, member!, schemas);
        }

        return made;
    }

    private static string Kind(string path) =>
        path.Split('/')[2] switch
        {
            "events" => "evt_",
            "claims" => "clm_",
            "articles" => "art_",
            "merges" => "mrg_",
            _ => "actor",
        };
}
