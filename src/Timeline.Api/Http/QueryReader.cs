using System.Collections.Frozen;
using System.Net;
using System.Text;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>
/// Reads a query string strictly and collects every fault in it; <see cref="ThrowIfInvalid"/> ends the request where there is one.
/// </summary>
public sealed partial class QueryReader
{
    private static readonly FrozenSet<string> Keys = new[] { "key", "api_key", "apikey", "api-key", "token", "access_token" }.ToFrozenSet(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly List<Fault> _faults = [];
    private readonly DeclaredParameters _declared;

    private QueryReader(HttpContext http, Caller caller)
    {
        Http = http;
        Caller = caller;
        _declared = DeclaredParameters.For(http);
        foreach (var (name, value) in new Microsoft.AspNetCore.WebUtilities.QueryStringEnumerable(http.Request.QueryString.Value).Decoded())
        {
            if (Keys.Contains(name))
            {
                const string detail = "A key in an address ends up in logs. Send it as 'Authorization: Bearer tl_…'.";
                _faults.Add(Fault.InQuery(name, FaultCode.KeyInQuery, detail));
            }
            else if (_declared.Find(name) is { } parameter)
            {
                AddValue(parameter, value);
            }
            else
            {
                var detail = $"There is no parameter '{Excerpt.From(name)}' here.{KnownNames()}";
                _faults.Add(Fault.InQuery(name, FaultCode.UnknownParameter, detail));
            }
        }
    }

    public HttpContext Http { get; }

    public Caller Caller { get; }

    /// <summary>The request's query, and who asks.</summary>
    public static ValueTask<QueryReader> Create(HttpContext http) => ValueTask.FromResult(new QueryReader(http, Caller.Of(http)));

    /// <summary>
    /// Refuses the query where the endpoint declares no parameters. Those that declare some read them, and refuse the rest with
    /// every other fault.
    /// </summary>
    public static void RejectUndeclared(HttpContext http)
    {
        if (http.Request.QueryString.HasValue && DeclaredParameters.For(http).All.Count == 0)
            new QueryReader(http, Caller.Anonymous).ThrowIfInvalid();
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
                .Where(pair => !ListParameters.Unbound.Contains(pair.Key))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.Value.Select(value => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(value)))
        );

    public void AddFault(string parameter, string code, string detail) => _faults.Add(Fault.InQuery(parameter, code, detail));

    public void AddFault(Fault? fault)
    {
        if (fault is not null)
            _faults.Add(fault);
    }

    /// <summary>True while nothing was wrong with this parameter.</summary>
    public bool HasNoFault(QueryParameter parameter) => _faults.TrueForAll(fault => fault.Parameter != parameter.Name);

    public void ThrowIfInvalid()
    {
        if (_faults.Count > 0)
            throw ProblemException.FromFaults(_faults);
    }

    /// <summary>Told with the first unknown parameter only, so that many of them do not make a long answer.</summary>
    private string KnownNames() =>
        _declared.All.Count == 0 || _faults.Exists(fault => fault.Code == FaultCode.UnknownParameter)
            ? ""
            : $" There are: {string.Join(", ", _declared.All.Select(other => other.Name))}.";

    /// <summary>
    /// The parameter as this endpoint declares it, which may narrow its bounds or choices; as it is where the endpoint takes none
    /// such.
    /// </summary>
    private QueryParameter Declared(QueryParameter parameter) => _declared.Find(parameter.Name) ?? parameter;

    private List<string> ValuesOf(QueryParameter parameter) => _values.GetValueOrDefault(parameter.Name) ?? [];

    private static bool HoldsBrokenText(string value)
    {
        foreach (var rune in value.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
                return true;
        }

        return false;
    }

    private void AddValue(QueryParameter parameter, string value)
    {
        if (HoldsBrokenText(value))
        {
            AddFault(parameter.Name, FaultCode.InvalidText, "Must not hold control characters or broken UTF-8.");
        }
        else if (string.IsNullOrWhiteSpace(value))
        {
            AddFault(parameter.Name, FaultCode.EmptyValue, "Must not be empty; leave the parameter out instead.");
        }
        else if (!_values.TryAdd(parameter.Name, [value]))
        {
            if (!parameter.Repeatable)
                AddFault(parameter.Name, FaultCode.RepeatedParameter, "May be given once only.");
            else if (_values[parameter.Name].Count == QueryParameter.MaxValues)
                AddFault(parameter.Name, FaultCode.OutOfRange, $"May be given {QueryParameter.MaxValues} times at most.");
            else
                _values[parameter.Name].Add(value);
        }
    }
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
