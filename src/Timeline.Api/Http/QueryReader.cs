using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Api.Http;

/// <summary>Reads a query string strictly and collects every fault in it; <see cref="Check"/> ends the request where there is one.</summary>
public sealed partial class QueryReader
{
    private static readonly string[] Keys = ["key", "api_key", "apikey", "api-key", "token", "access_token"];
    private static readonly string[] Unbound = ["limit", "cursor", "fields", "include", "count"];
    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly List<Fault> faults = [];

    private QueryReader(HttpContext http, Caller caller)
    {
        Http = http;
        Caller = caller;
        var known = Declared(http.GetEndpoint());
        foreach (var (name, value) in new Microsoft.AspNetCore.WebUtilities.QueryStringEnumerable(http.Request.QueryString.Value).Decoded())
        {
            if (Keys.Contains(name.ToLowerInvariant()))
            {
                faults.Add(
                    Fault.InQuery(name, "key_in_query", "A key in an address ends up in logs. Send it as 'Authorization: Bearer tl_…'.")
                );
            }
            else if (known.All.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
            {
                Take(parameter, value);
            }
            else
            {
                faults.Add(Fault.InQuery(name, "unknown_parameter", $"There is no parameter '{Excerpt.Of(name)}' here.{ThereAre(known)}"));
            }
        }
    }

    public HttpContext Http { get; }

    public Caller Caller { get; }

    /// <summary>The request's query, and who asks.</summary>
    public static async ValueTask<QueryReader> Of(HttpContext http) => new(http, await Caller.Of(http));

    /// <summary>Refuses the query where the endpoint declares no parameters. Those that declare some read them, and refuse the rest with every other fault.</summary>
    public static void CheckUndeclared(HttpContext http)
    {
        if (http.Request.QueryString.HasValue && Declared(http.GetEndpoint()).All.Count == 0)
            new QueryReader(http, new Caller((AccessKey?)null)).Check();
    }

    /// <summary>What the reader sees: what everyone sees, or with <c>review</c> what a reviewer asks for, or of what is proposed the holder of a key himself.</summary>
    public View View(long? asOf = null)
    {
        if (One("review") is null)
            return new View(null, asOf);
        var asked = Choice("review", [.. Vocabulary.Reviews, "any"], "any");
        if (!Caller.Has("review") && Caller.Has("write") && asked == "proposed")
            return new View(asked, asOf, Caller.Name);
        Caller.Need("review");
        return new View(asked, asOf);
    }

    /// <summary>The cursors of this query, in this database.</summary>
    public Cursor Cursor => new(Canonical, Http.RequestServices.GetRequiredService<Store>().CursorKey);

    /// <summary>The query in one spelling, without what may change from page to page: what a cursor is bound to.</summary>
    private string Canonical =>
        Http.Request.Path.Value
        + "?"
        + string.Join(
            '&',
            values
                .Where(pair => !Unbound.Contains(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.Value.Select(value => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(value)))
        );

    public string? One(string name) => values.TryGetValue(name, out var all) ? all[0] : null;

    public IReadOnlyList<string> Many(string name) => values.TryGetValue(name, out var all) ? all : [];

    public string Choice(string name, IReadOnlyList<string> choices, string otherwise)
    {
        if (One(name) is not { } value)
            return otherwise;
        if (choices.Contains(value))
            return value;
        Add(name, "invalid_choice", $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.Of(value)}'.");
        return otherwise;
    }

    public IReadOnlyList<string> Choices(string name, IReadOnlyList<string> choices)
    {
        foreach (var value in Many(name).Where(value => !choices.Contains(value)))
        {
            Add(
                name,
                "invalid_choice",
                Sound(name)
                    ? $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.Of(value)}'."
                    : $"'{Excerpt.Of(value)}' is none of them either."
            );
        }

        return [.. Many(name).Distinct()];
    }

    public int Integer(string name, int min, int max, int otherwise)
    {
        if (One(name) is not { } text)
            return otherwise;
        if (!Digits().IsMatch(text))
            Add(name, "invalid_integer", $"Must be a whole number; got '{Excerpt.Of(text)}'.");
        else if (!int.TryParse(text, out var number) || number < min || number > max)
            Add(name, "out_of_range", $"Must be {min} to {max}; got {Excerpt.Of(text)}.");
        else
            return number;
        return otherwise;
    }

    public bool Flag(string name) => Choice(name, ["true", "false"], "false") == "true";

    /// <summary>A date of EDTF level 0, or a year before 1: a year, a month or a day between -9999 and 9999.</summary>
    public EdtfDate? Date(string name)
    {
        if (One(name) is not { } text)
            return null;
        if (!EdtfDate.TryParse(text, out var date, out var error))
        {
            Add(
                name,
                "invalid_date",
                $"'{Excerpt.Of(text)}' is no date: {error.Reason} Give a year, a month or a day: 2024, 2024-05, 2024-05-03, -0043."
            );
        }
        else if (!date.IsPlain)
        {
            Add(
                name,
                "unsupported_date",
                $"'{Excerpt.Of(text)}' is EDTF beyond what a filter takes. Give a year, a month or a day from -9999 to 9999: 2024, 2024-05, 2024-05-03, -0043."
            );
        }
        else
        {
            return date;
        }

        return null;
    }

    /// <summary>The sort key of the last row of the page before; the default where there is no <c>cursor</c>, or one with a fault.</summary>
    /// <param name="fits">Whether a key has the shape that the order needs.</param>
    public T? After<T>(Func<T, bool> fits)
    {
        if (One("cursor") is not { } cursor)
            return default;
        var after = Cursor.Read(cursor, fits, out var fault);
        Add(fault);
        return after;
    }

    /// <summary>A comma-separated choice of names; null where the parameter is absent.</summary>
    public IReadOnlySet<string>? Names(string name, IReadOnlyList<string> known, string code)
    {
        if (One(name) is not { } text)
            return null;
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in names.Except(known))
            Add(name, code, $"There is no '{Excerpt.Of(unknown)}' here.{(Sound(name) ? $" There are: {string.Join(", ", known)}." : "")}");
        return names;
    }

    public void Add(string parameter, string code, string detail) => faults.Add(Fault.InQuery(parameter, code, detail));

    public void Add(Fault? fault)
    {
        if (fault is not null)
            faults.Add(fault);
    }

    /// <summary>True while nothing was wrong with this parameter.</summary>
    public bool Sound(string parameter) => faults.TrueForAll(fault => fault.Parameter != parameter);

    public void Check()
    {
        if (faults.Count > 0)
            throw Problem.Of(faults);
    }

    /// <summary>Told with the first unknown parameter only, so that many of them do not make a long answer.</summary>
    private string ThereAre(Parameters known) =>
        known.All.Count == 0 || faults.Exists(fault => fault.Code == "unknown_parameter")
            ? ""
            : $" There are: {string.Join(", ", known.All.Select(other => other.Name))}.";

    private static Parameters Declared(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<Parameters>() ?? Parameters.None;

    private void Take(Parameter parameter, string value)
    {
        if (value.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar))
        {
            Add(parameter.Name, "invalid_text", "Must not hold control characters or broken UTF-8.");
        }
        else if (string.IsNullOrWhiteSpace(value))
        {
            Add(parameter.Name, "empty_value", "Must not be empty; leave the parameter out instead.");
        }
        else if (!values.TryAdd(parameter.Name, [value]))
        {
            if (!parameter.Repeatable)
                Add(parameter.Name, "repeated_parameter", "May be given once only.");
            else if (values[parameter.Name].Count == Parameter.MostValues)
                Add(parameter.Name, "out_of_range", $"May be given {Parameter.MostValues} times at most.");
            else
                values[parameter.Name].Add(value);
        }
    }

    [GeneratedRegex(@"^-?[0-9]+\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}

file static class Decoding
{
    public static IEnumerable<(string Name, string Value)> Decoded(this Microsoft.AspNetCore.WebUtilities.QueryStringEnumerable query)
    {
        var pairs = new List<(string, string)>();
        // Unlike the enumerator's own, this decoding shows broken UTF-8, as replacement characters.
        foreach (var pair in query)
            pairs.Add((WebUtility.UrlDecode(pair.EncodedName.ToString()), WebUtility.UrlDecode(pair.EncodedValue.ToString())));
        return pairs;
    }
}
