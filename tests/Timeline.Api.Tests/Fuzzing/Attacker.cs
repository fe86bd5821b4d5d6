namespace Timeline.Api.Tests.Fuzzing;

/// <summary>One who has the document in hand, keys of every scope and a memory; the same requests for the same seed and answers.</summary>
public sealed class Attacker
{
    private static readonly string[] Methods = ["PUT", "DELETE", "PATCH", "POST", "OPTIONS", "TRACE", "HEAD", "GET", "BREW"];
    private static readonly string[] WrongKeys =
    [
        "Bearer",
        "Bearer x",
        "Bearer tl_0_0",
        "Basic Og==",
        "tl_a_b",
        "Bearer tl_000000000000_",
        "Digest a=\"b\"",
    ];

    private static readonly string[] Strays =
    [
        "colour=red",
        "key=tl_a_b",
        "=",
        "[]=1",
        "limit=1&limit=2",
        "__proto__=x",
        "Limit=1",
        "&",
        "%00=1",
        "access_token=x",
    ];

    private static readonly (string Name, string[] Values)[] Others =
    [
        ("Accept", ["*/*", "text/html", "image/png;q=0.1", "application/json;q=0", "nonsense", "application/problem+json"]),
        ("Accept-Language", ["en;q=2", "x"]),
        ("Cookie", ["a=b; c"]),
        ("Forwarded", ["for=x;host=elsewhere.example"]),
        ("If-Modified-Since", ["Sat, 01 Mar 2025 12:00:00 GMT", "yesterday"]),
        ("If-None-Match", ["*", "\"other\"", "W/\"other\"", "\"", ",,,"]),
        ("Last-Event-ID", ["0", "-1", "x"]),
        ("Origin", ["https://example.org", "null", "x"]),
        ("Range", ["bytes=0-1", "x"]),
        ("X-Forwarded-For", ["1.2.3.4, ::1", "x"]),
        ("X-Forwarded-Host", ["elsewhere.example"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
    ];

    private readonly ApiOperations api;
    private readonly IReadOnlyList<string> keys;
    private readonly Random random;
    private readonly Memory memory;
    private readonly Values values;
    private readonly Payloads payloads;

    public Attacker(ApiOperations api, IReadOnlyList<string> keys, int seed)
    {
        this.api = api;
        this.keys = keys;
        random = new Random(seed);
        memory = new Memory(random);
        values = new Values(random, memory);
        payloads = new Payloads(random, values, api.Schemas);
    }

    public Memory Memory => memory;

    /// <summary>The next request: two of three are sound, so that what lies behind the checks is met too.</summary>
    public Attack Next()
    {
        if (values.Once(12) && memory.Again() is { } again)
            return values.Once(3) && again.Operation?.Body is { } body ? again with { Body = payloads.Sound(body) } : again;
        var operation = values.Pick(api.Operations.Where(operation => !operation.IsStream).ToList());
        if (values.Once(14))
            return Elsewhere(operation);
        // Posting feeds everything that follows.
        if (values.Once(10))
            operation = api.Operations.First(known => known.Id == "postArticle");
        if (values.Once(8) && memory.Recall("next " + operation.Id) is { } next)
            return new Attack(operation, "GET", next, [.. Headers(operation, next)], null);
        var isSound = !values.Once(3);
        var target = Path(operation, isSound) + Query(operation, isSound);
        return new Attack(operation, operation.Method, target, [.. Headers(operation, target)], Payload(operation, isSound));
    }

    /// <summary>A method that may do nothing here, or a path that is none.</summary>
    private Attack Elsewhere(Operation near)
    {
        var method = values.Pick(Methods);
        var path = Path(near, isSound: true);
        if (values.Once(3))
            return new Attack(null, method, path + "/nothing/here", [.. Headers(near, path)], null);
        var found = api.Find(method, near.Path);
        return new Attack(found, method, path, [.. Headers(near, path)], found?.Body is { } body ? payloads.Sound(body) : null);
    }

    private Payload? Payload(Operation operation, bool isSound)
    {
        if (operation.Body is not { } body)
            return null;
        return isSound || values.Once(3) ? payloads.Sound(body) : payloads.Bad(body);
    }

    private string Path(Operation operation, bool isSound)
    {
        var path = operation.Path;
        foreach (var input in operation.Inputs.Where(input => input.In == "path"))
            path = path.Replace($"{{{input.Name}}}", isSound || !values.Once(3) ? values.Sound(input, operation.Path) : values.BadId());
        return path;
    }

    private string Query(Operation operation, bool isSound)
    {
        var inputs = operation.Inputs.Where(input => input.In == "query").ToList();
        var pairs = new List<string>();
        foreach (var input in inputs.Where(input => input.IsRequired || random.Next(inputs.Count) < 3))
        {
            // A cursor fits one query only, and rarely this one.
            if (input.Name != "cursor" || values.Once(5) || !isSound)
            {
                for (var times = input.MayRepeat && values.Once(4) ? random.Next(2, 5) : 1; times > 0; times--)
                    pairs.Add($"{input.Name}={(isSound || !values.Once(3) ? values.Sound(input, operation.Path) : values.Bad(input))}");
            }
        }

        if (!isSound && values.Once(4))
            pairs.Add(values.Pick(Strays));
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    private IEnumerable<(string Name, string Value)> Headers(Operation operation, string target)
    {
        if (operation.TakesKey ? !values.Once(10) : values.Once(3))
            yield return ("Authorization", values.Once(12) ? values.Pick(WrongKeys) : "Bearer " + values.Pick(keys));
        if (operation.Method is "PATCH" or "DELETE" && Match(target) is { } match)
            yield return ("If-Match", match);
        if (operation.Method == "POST" && values.Once(4))
            yield return ("Idempotency-Key", values.Once(20) ? new string('k', 300) : $"key-{random.Next(30)}");
        if (operation.Method == "GET" && values.Once(10) && memory.Recall("tag") is { } tag)
            yield return ("If-None-Match", tag);
        if (!values.Once(8))
            yield break;
        var (name, choices) = values.Pick(Others);
        yield return (name, values.Pick(choices));
    }

    private string? Match(string target) =>
        random.Next(8) switch
        {
            0 => null,
            1 => "*",
            2 => memory.Recall("tag"),
            3 => values.Pick("\"stale\"", "W/\"weak\"", "\"", ""),
            _ => memory.TagAt(target.Split('?')[0]) ?? "\"unseen\"",
        };
}
