using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Timeline.Api.Domain;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Api.Http;

/// <summary>Reads a query string strictly and collects every fault in it; <see cref="ThrowIfInvalid"/> ends the request where there is one.</summary>
public sealed partial class QueryReader
{
    private static readonly string[] Keys = ["key", "api_key", "apikey", "api-key", "token", "access_token"];
    private static readonly string[] Unbound = ["limit", "cursor", "fields", "include", "count"];
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];

    private QueryReader(HttpContext http, Caller caller)
    {
        Http = http;
        Caller = caller;
        var known = Declared(http.GetEndpoint());
        foreach (var (name, value) in new Microsoft.AspNetCore.WebUtilities.QueryStringEnumerable(http.Request.QueryString.Value).Decoded())
        {
            if (Keys.Contains(name.ToLowerInvariant()))
            {
                _faults.Add(
                    Fault.InQuery(name, "key_in_query", "A key in an address ends up in logs. Send it as 'Authorization: Bearer tl_…'.")
                );
            }
            else if (known.All.FirstOrDefault(parameter => parameter.Name == name) is { } parameter)
            {
                AddValue(parameter, value);
            }
            else
            {
                _faults.Add(
                    Fault.InQuery(name, "unknown_parameter", $"There is no parameter '{Excerpt.From(name)}' here.{KnownNames(known)}")
                );
            }
        }
    }

    public HttpContext Http { get; }

    public Caller Caller { get; }

    /// <summary>The request's query, and who asks.</summary>
    public static ValueTask<QueryReader> Create(HttpContext http) => ValueTask.FromResult(new QueryReader(http, Caller.Of(http)));

    /// <summary>Refuses the query where the endpoint declares no parameters. Those that declare some read them, and refuse the rest with every other fault.</summary>
    public static void RejectUndeclared(HttpContext http)
    {
        if (http.Request.QueryString.HasValue && Declared(http.GetEndpoint()).All.Count == 0)
            new QueryReader(http, Caller.Anonymous).ThrowIfInvalid();
    }

    /// <summary>What the reader sees: what everyone sees, or with <c>review</c> what a reviewer asks for, or of what is proposed the holder of a key himself.</summary>
    public Visibility Visibility(long? asOf = null)
    {
        if (Single("review") is null)
            return new Visibility(null, asOf);
        var asked = Choice("review", [.. Vocabulary.Reviews, "any"], "any");
        if (!Caller.HasScope("review") && Caller.HasScope("write") && asked == "proposed")
            return new Visibility(asked, asOf, Caller.Name);
        Caller.RequireScope("review");
        return new Visibility(asked, asOf);
    }

    /// <summary>The cursors of this query, in this database.</summary>
    public Cursor Cursor => new(Canonical, Http.RequestServices.GetRequiredService<Store>().CursorKey);

    /// <summary>The query in one spelling, without what may change from page to page: what a cursor is bound to.</summary>
    private string Canonical =>
        Http.Request.Path.Value
        + "?"
        + string.Join(
            '&',
            _values
                .Where(pair => !Unbound.Contains(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.Value.Select(value => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(value)))
        );

    public string? Single(string name) => _values.TryGetValue(name, out var all) ? all[0] : null;

    public IReadOnlyList<string> Many(string name) => _values.TryGetValue(name, out var all) ? all : [];

    public string Choice(string name, IReadOnlyList<string> choices, string otherwise)
    {
        if (Single(name) is not { } value)
            return otherwise;
        if (choices.Contains(value))
            return value;
        AddFault(name, "invalid_choice", $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.From(value)}'.");
        return otherwise;
    }

    public IReadOnlyList<string> Choices(string name, IReadOnlyList<string> choices)
    {
        foreach (var value in Many(name).Where(value => !choices.Contains(value)))
        {
            AddFault(
                name,
                "invalid_choice",
                HasNoFault(name)
                    ? $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.From(value)}'."
                    : $"'{Excerpt.From(value)}' is none of them either."
            );
        }

        return [.. Many(name).Distinct()];
    }

    public int Integer(string name, int min, int max, int otherwise)
    {
        if (Single(name) is not { } text)
            return otherwise;
        if (!Digits().IsMatch(text))
            AddFault(name, "invalid_integer", $"Must be a whole number; got '{Excerpt.From(text)}'.");
        else if (!int.TryParse(text, out var number) || number < min || number > max)
            AddFault(name, "out_of_range", $"Must be {min} to {max}; got {Excerpt.From(text)}.");
        else
            return number;
        return otherwise;
    }

    public bool Flag(string name) => Choice(name, ["true", "false"], "false") == "true";

    /// <summary>A date of EDTF level 0, or a year before 1: a year, a month or a day between -9999 and 9999.</summary>
    public EdtfDate? Date(string name)
    {
        if (Single(name) is not { } text)
            return null;
        if (!EdtfDate.TryParse(text, out var date, out var error))
        {
            AddFault(
                name,
                "invalid_date",
                $"'{Excerpt.From(text)}' is no date: {error.Reason} Give a year, a month or a day: 2024, 2024-05, 2024-05-03, -0043."
            );
        }
        else if (!date.IsPlain)
        {
            AddFault(
                name,
                "unsupported_date",
                $"'{Excerpt.From(text)}' is EDTF beyond what a filter takes. Give a year, a month or a day from -9999 to 9999: 2024, 2024-05, 2024-05-03, -0043."
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
        if (Single("cursor") is not { } cursor)
            return default;
        var after = Cursor.Read(cursor, fits, out var fault);
        AddFault(fault);
        return after;
    }

    /// <summary>A comma-separated choice of names; null where the parameter is absent.</summary>
    public IReadOnlySet<string>? Names(string name, IReadOnlyList<string> known, string code)
    {
        if (Single(name) is not { } text)
            return null;
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in names.Except(known))
        {
            AddFault(
                name,
                code,
                $"There is no '{Excerpt.From(unknown)}' here.{(HasNoFault(name) ? $" There are: {string.Join(", ", known)}." : "")}"
            );
        }

        return names;
    }

    public void AddFault(string parameter, string code, string detail) => _faults.Add(Fault.InQuery(parameter, code, detail));

    public void AddFault(Fault? fault)
    {
        if (fault is not null)
            _faults.Add(fault);
    }

    /// <summary>True while nothing was wrong with this parameter.</summary>
    public bool HasNoFault(string parameter) => _faults.TrueForAll(fault => fault.Parameter != parameter);

    public void ThrowIfInvalid()
    {
        if (_faults.Count > 0)
            throw ProblemException.FromFaults(_faults);
    }

    /// <summary>Told with the first unknown parameter only, so that many of them do not make a long answer.</summary>
    private string KnownNames(DeclaredParameters known) =>
        known.All.Count == 0 || _faults.Exists(fault => fault.Code == "unknown_parameter")
            ? ""
            : $" There are: {string.Join(", ", known.All.Select(other => other.Name))}.";

    private static DeclaredParameters Declared(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<DeclaredParameters>() ?? DeclaredParameters.None;

    private void AddValue(QueryParameter parameter, string value)
    {
        if (value.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar))
        {
            AddFault(parameter.Name, "invalid_text", "Must not hold control characters or broken UTF-8.");
        }
        else if (string.IsNullOrWhiteSpace(value))
        {
            AddFault(parameter.Name, "empty_value", "Must not be empty; leave the parameter out instead.");
        }
        else if (!_values.TryAdd(parameter.Name, [value]))
        {
            if (!parameter.Repeatable)
                AddFault(parameter.Name, "repeated_parameter", "May be given once only.");
            else if (_values[parameter.Name].Count == QueryParameter.MostValues)
                AddFault(parameter.Name, "out_of_range", $"May be given {QueryParameter.MostValues} times at most.");
            else
                _values[parameter.Name].Add(value);
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
