namespace Timeline.Api.Tests.Fuzzing;

/// <summary>One who has the document in hand, keys of every scope and a memory; the same requests for the same seed and answers.</summary>
public sealed class RequestFuzzer
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

    private readonly ApiOperations _api;
    private readonly IReadOnlyList<string> _keys;
    private readonly Random _random;
    private readonly ResponseMemory _memory;
    private readonly ValueGenerator _values;
    private readonly BodyGenerator _payloads;

    public RequestFuzzer(ApiOperations api, IReadOnlyList<string> keys, int seed)
    {
        _api = api;
        _keys = keys;
        _random = new Random(seed);
        _memory = new ResponseMemory(_random);
        _values = new ValueGenerator(_random, _memory);
        _payloads = new BodyGenerator(_random, _values, api.Schemas);
    }

    public ResponseMemory Memory => _memory;

    /// <summary>The next request: two of three are sound, so that what lies behind the checks is met too.</summary>
    public FuzzRequest Next()
    {
        if (_values.Once(12) && _memory.Again() is { } again)
            return _values.Once(3) && again.Operation?.Body is { } body ? again with { Body = _payloads.Sound(body) } : again;
        var operation = _values.Pick(_api.Operations.Where(operation => !operation.IsStream).ToList());
        if (_values.Once(14))
            return MisplacedRequest(operation);
        // Posting feeds everything that follows.
        if (_values.Once(10))
            operation = _api.Operations.First(known => known.Id == "postArticle");
        if (_values.Once(8) && _memory.Recall("next " + operation.Id) is { } next)
            return new FuzzRequest(operation, "GET", next, [.. Headers(operation, next)], null);
        var isSound = !_values.Once(3);
        var target = Path(operation, isSound) + Query(operation, isSound);
        return new FuzzRequest(operation, operation.Method, target, [.. Headers(operation, target)], Payload(operation, isSound));
    }

    /// <summary>A method that may do nothing here, or a path that is none.</summary>
    private FuzzRequest MisplacedRequest(Operation near)
    {
        var method = _values.Pick(Methods);
        var path = Path(near, isSound: true);
        if (_values.Once(3))
            return new FuzzRequest(null, method, path + "/nothing/here", [.. Headers(near, path)], null);
        var found = _api.Find(method, near.Path);
        return new FuzzRequest(found, method, path, [.. Headers(near, path)], found?.Body is { } body ? _payloads.Sound(body) : null);
    }

    private FuzzBody? Payload(Operation operation, bool isSound)
    {
        if (operation.Body is not { } body)
            return null;
        return isSound || _values.Once(3) ? _payloads.Sound(body) : _payloads.Bad(body);
    }

    private string Path(Operation operation, bool isSound)
    {
        var path = operation.Path;
        foreach (var input in operation.Inputs.Where(input => input.In == "path"))
            path = path.Replace($"{{{input.Name}}}", isSound || !_values.Once(3) ? _values.Sound(input, operation.Path) : _values.BadId());
        return path;
    }

    private string Query(Operation operation, bool isSound)
    {
        var inputs = operation.Inputs.Where(input => input.In == "query").ToList();
        var pairs = new List<string>();
        foreach (var input in inputs.Where(input => input.IsRequired || _random.Next(inputs.Count) < 3))
        {
            // A cursor fits one query only, and rarely this one.
            if (input.Name != "cursor" || _values.Once(5) || !isSound)
            {
                for (var times = input.MayRepeat && _values.Once(4) ? _random.Next(2, 5) : 1; times > 0; times--)
                    pairs.Add($"{input.Name}={(isSound || !_values.Once(3) ? _values.Sound(input, operation.Path) : _values.Bad(input))}");
            }
        }

        if (!isSound && _values.Once(4))
            pairs.Add(_values.Pick(Strays));
        return pairs.Count == 0 ? "" : "?" + string.Join('&', pairs);
    }

    private IEnumerable<(string Name, string Value)> Headers(Operation operation, string target)
    {
        if (operation.TakesKey ? !_values.Once(10) : _values.Once(3))
            yield return ("Authorization", _values.Once(12) ? _values.Pick(WrongKeys) : "Bearer " + _values.Pick(_keys));
        if (operation.Method is "PATCH" or "DELETE" && Match(target) is { } match)
            yield return ("If-Match", match);
        if (operation.Method == "POST" && _values.Once(4))
            yield return ("Idempotency-Key", _values.Once(20) ? new string('k', 300) : $"key-{_random.Next(30)}");
        if (operation.Method == "GET" && _values.Once(10) && _memory.Recall("tag") is { } tag)
            yield return ("If-None-Match", tag);
        if (!_values.Once(8))
            yield break;
        var (name, choices) = _values.Pick(Others);
        yield return (name, _values.Pick(choices));
    }

    private string? Match(string target) =>
        _random.Next(8) switch
        {
            0 => null,
            1 => "*",
            2 => _memory.Recall("tag"),
            3 => _values.Pick("\"stale\"", "W/\"weak\"", "\"", ""),
            _ => _memory.TagAt(target.Split('?')[0]) ?? "\"unseen\"",
        };
}
