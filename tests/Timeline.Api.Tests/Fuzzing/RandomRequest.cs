using System.Text;

namespace Timeline.Api.Tests.Fuzzing;

/// <summary>Random requests that nobody sane sends; the same ones for the same seed.</summary>
public sealed class RandomRequest(int seed)
{
    private static readonly string[] Paths = (
        "/v1/events /v1/events /v1/events /v1/claims /v1/claims /v1/actors /v1/articles /v1/events/evt_0jrrbe600000k "
        + "/v1/events/evt_0jrrbe600000k/claims /v1/claims/clm_0jrrbe600001w/responses /v1/actors/vladimir-putin/events "
        + "/v1/articles/art_0jrrbe6000001/annotations /v1/charts/histogram /v1/charts/actors /v1/facets /health/ready"
    ).Split(' ');

    private static readonly string[] HeaderNames = (
        "Accept Accept-Encoding Accept-Language If-None-Match If-Match If-Modified-Since Range Origin Authorization Content-Type "
        + "Cookie X-HTTP-Method-Override"
    ).Split(' ');

    private static readonly (string Name, string[] Sound)[] Parameters =
    [
        ("from", ["2020", "2021-02", "-0043", "0000", "-9999"]),
        ("to", ["2022", "2025-02-09", "9999", "9999-12-31"]),
        ("match", ["overlap", "within", "covers"]),
        ("asOf", ["2025", "2024-12-31"]),
        ("actor", []),
        ("actor", ["Putin", "nobody", "trump"]),
        ("actorMatch", ["any", "all"]),
        ("role", ["speaker", "subject"]),
        ("standing", ["disputed", "reported"]),
        ("kind", ["call", "statement", "person"]),
        ("stance", ["denies", "asserts"]),
        ("article", []),
        ("tag", []),
        ("tag", ["books"]),
        ("q", []),
        ("q", ["ukraine", "pu*"]),
        ("undated", ["include", "exclude", "only"]),
        ("sort", ["date", "-date", "-updated", "relevance"]),
        ("limit", ["1", "7", "500"]),
        ("cursor", []),
        ("fields", ["id", "id,title", ","]),
        ("include", ["claims", ","]),
        ("count", ["true", "false"]),
        ("interval", ["day", "week", "decade"]),
        ("spanning", ["each", "weighted"]),
        ("series", ["actor", "stance"]),
        ("review", []),
        ("key", []),
        ("", []),
        ("[]", []),
        ("__proto__", []),
    ];

    private static readonly string[] Values =
    [
        .. (
            "2024 2024-02-29 -0043 0000 9999 -9999-01-01 9999-12-31 10000 -10000 Y17E8 1E400 ../.. / [..2024] {2024,2025} "
            + "2024-24 20XX 2024-02-30 99999999999999999999 overlap within covers any all speaker disputed call denies "
            + "art_0jrrbe6000001 art_7zzzzzzzzzzzz art_zzzzzzzzzzzzz only include exclude date -date -updated relevance 1 "
            + "500 -1 2147483648 1e9 NaN true null id,title , claims day decade century weighted each first actor kind "
            + "series * ** a* +"
        ).Split(' '),
        "\"",
        "\"a\"",
        "a OR b",
        "NEAR(a b)",
        "words:a",
        "a AND",
        "-a",
        "^a",
        "(",
        ")",
        "a*b*",
        "'",
        "';--",
        "%",
        "_",
        "\\",
        "$1",
        "@p0",
        ":a",
        "{0}",
        "{",
        "}}",
        "<script>",
        "a b c d e f g",
        "Putin",
        "  pútin ",
        "PUTIN",
        "Puttin",
        "ß",
        "İ",
        "ﬁ",
        "Ⅷ",
        "٣",
        "\u202egnp",
        "e\u0301e\u0301",
        "\u0301",
        "שלום",
        "中文字",
        "😀",
        "ab😀cd",
        "😀😀😀 😀*",
        "\U0001D4D0",
        "\uFFFF",
        "\u00AD",
        "\u2028",
        "\0",
        "\n",
        "\u007f",
        "\uFFFD",
    ];

    private static readonly string[] Raw =
    [
        "%",
        "%zz",
        "%C3%28",
        "%ED%A0%80",
        "%FF%FE",
        "%u1234",
        "%00",
        "a%2",
        "+",
        "&&",
        "==",
        "?",
        ";",
        "%2F..%2F",
        "\u00e9",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A path and query, mostly of things that exist.</summary>
    public string Target() => $"{Path()}?{string.Join('&', Enumerable.Range(0, _random.Next(5)).Select(_ => Pair()))}";

    public IEnumerable<(string, string)> Headers()
    {
        if (_random.Next(4) == 0)
        {
            yield return (Pick(HeaderNames), HeaderValue());
        }
    }

    private string HeaderValue() =>
        Pick(
            "*/*",
            "\"",
            "W/\"",
            "*",
            ",,,",
            "text/html",
            "Bearer",
            "Bearer x",
            "Bearer tl_a_b",
            "Basic Og==",
            "bytes=0-1",
            "charset=bogus",
            "null",
            new string('a', 3000),
            "DELETE",
            "en;q=2"
        );

    private string Path()
    {
        if (_random.Next(12) > 0)
            return Pick(Paths);
        var id = _random.Next(2) == 0 ? Uri.EscapeDataString(Pick(Values)) : Pick(Raw);
        return $"/v1/{Pick("events", "claims", "actors", "articles", "charts", "nothing")}/{id}";
    }

    /// <summary>Mostly something sound, so that hostile values get past the checks of the others.</summary>
    private string Pair()
    {
        var (name, sound) = Parameters[_random.Next(Parameters.Length)];
        if (sound.Length > 0 && _random.Next(5) > 0)
            return $"{name}={Pick(sound)}";
        return $"{name}={(_random.Next(6) == 0 ? Pick(Raw) : Uri.EscapeDataString(Value()))}";
    }

    private string Value() =>
        _random.Next(30) switch
        {
            0 => new string(Pick("a", "é", "😀", "1", "-", "\u0301")[0] is var c && char.IsSurrogate(c) ? 'z' : c, _random.Next(900)),
            1 => string.Join(' ', Enumerable.Range(0, _random.Next(500)).Select(i => "w" + i)),
            2 => Convert.ToBase64String(Bytes()).Replace('+', '-').Replace('/', '_').TrimEnd('='),
            3 => Encoding.UTF8.GetString(Bytes()),
            4 => Pick(Values) + Pick(Values),
            _ => Pick(Values),
        };

    private byte[] Bytes()
    {
        var bytes = new byte[_random.Next(60)];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
