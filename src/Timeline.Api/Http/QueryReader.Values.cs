using System.Text.RegularExpressions;
using Timeline.Api.Http.Problems;
using Timeline.Edtf;

namespace Timeline.Api.Http;

/// <content>What each declared parameter can be read as.</content>
public sealed partial class QueryReader
{
    private static readonly string[] Booleans = ["true", "false"];
    private const string DateForms = "2024, 2024-05, 2024-05-03, -0043";

    /// <summary>The value as given; null where it is absent.</summary>
    public string? Text(QueryParameter parameter) => ValuesOf(parameter) is [var first, ..] ? first : null;

    /// <summary>All values as given.</summary>
    public IReadOnlyList<string> Texts(QueryParameter parameter) => ValuesOf(parameter);

    /// <summary>The choice made; null where there is none, or none that is allowed.</summary>
    public string? OptionalChoice(QueryParameter parameter) => OptionalChoice(parameter, Declared(parameter).Choices!);

    private string? OptionalChoice(QueryParameter parameter, IReadOnlyList<string> choices)
    {
        if (Text(parameter) is not { } value)
            return null;
        if (choices.Contains(value))
            return value;
        AddFault(parameter.Name, FaultCode.InvalidChoice, $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.From(value)}'.");
        return null;
    }

    /// <summary>The choice made, or the parameter's default.</summary>
    public string Choice(QueryParameter parameter) => OptionalChoice(parameter) ?? Declared(parameter).Default!;

    /// <summary>Every choice made, each once.</summary>
    public IReadOnlyList<string> Choices(QueryParameter parameter)
    {
        if (Texts(parameter).Count == 0)
            return [];
        var (name, choices) = (parameter.Name, Declared(parameter).Choices!);
        foreach (var value in Texts(parameter).Where(value => !choices.Contains(value)))
        {
            var detail = HasNoFault(parameter)
                ? $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.From(value)}'."
                : $"'{Excerpt.From(value)}' is none of them either.";
            AddFault(name, FaultCode.InvalidChoice, detail);
        }

        return [.. Texts(parameter).Distinct()];
    }

    /// <summary>A whole number within the parameter's bounds, or its default.</summary>
    public int Integer(QueryParameter parameter)
    {
        var declared = Declared(parameter);
        var otherwise = declared.DefaultNumber;
        if (Text(parameter) is not { } text)
            return otherwise;
        if (!Digits().IsMatch(text))
        {
            AddFault(parameter.Name, FaultCode.InvalidInteger, $"Must be a whole number; got '{Excerpt.From(text)}'.");
            return otherwise;
        }

        if (int.TryParse(text, out var number) && number >= declared.Minimum && number <= declared.Maximum)
            return number;
        var detail = $"Must be {declared.Minimum} to {declared.Maximum}; got {Excerpt.From(text)}.";
        AddFault(parameter.Name, FaultCode.OutOfRange, detail);
        return otherwise;
    }

    /// <summary><c>true</c> or <c>false</c>, which is the default.</summary>
    public bool Flag(QueryParameter parameter) => OptionalChoice(parameter, Booleans) == "true";

    /// <summary>A date of EDTF level 0, or a year before 1: a year, a month or a day between -9999 and 9999.</summary>
    public EdtfDate? Date(QueryParameter parameter)
    {
        if (Text(parameter) is not { } text)
            return null;
        if (!EdtfDate.TryParse(text, out var date, out var error))
        {
            var detail = $"'{Excerpt.From(text)}' is not a date: {error.Reason} Give a year, a month or a day: {DateForms}.";
            AddFault(parameter.Name, FaultCode.InvalidDate, detail);
            return null;
        }

        if (date.IsPlain)
            return date;
        var beyond =
            $"'{Excerpt.From(text)}' is EDTF beyond what a filter takes. Give a year, a month or a day from -9999 to 9999: {DateForms}.";
        AddFault(parameter.Name, FaultCode.UnsupportedDate, beyond);
        return null;
    }

    /// <summary>The days from the first of one date to the last of another; a fault where they are the wrong way round.</summary>
    public (long? From, long? To) Days(QueryParameter fromParameter, QueryParameter toParameter)
    {
        var (from, to) = (Date(fromParameter)?.Earliest?.Number, Date(toParameter)?.Latest?.Number);
        if (from > to)
        {
            var detail = $"'{fromParameter.Name}' ({Text(fromParameter)}) is after '{toParameter.Name}' ({Text(toParameter)}).";
            AddFault(fromParameter.Name, FaultCode.RangeInverted, detail);
        }

        return (from, to);
    }

    /// <summary>
    /// The sort key of the last row of the page before; the default where there is no <c>cursor</c>, or one with a fault.
    /// </summary>
    /// <param name="fits">Whether a key has the shape that the order needs.</param>
    public T? After<T>(Func<T, bool> fits)
    {
        if (Text(ListParameters.Cursor) is not { } cursor)
            return default;
        var after = Cursor.Read(cursor, fits, out var fault);
        AddFault(fault);
        return after;
    }

    /// <summary>A comma-separated choice of names; null where the parameter is absent.</summary>
    public IReadOnlySet<string>? Names(QueryParameter parameter)
    {
        if (Text(parameter) is not { } text)
            return null;
        var declared = Declared(parameter);
        var known = declared.Members ?? declared.Choices!;
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in names.Except(known))
        {
            var others = HasNoFault(parameter) ? $" There are: {string.Join(", ", known)}." : "";
            var code = declared.Members is null ? FaultCode.InvalidChoice : FaultCode.UnknownField;
            AddFault(parameter.Name, code, $"There is no '{Excerpt.From(unknown)}' here.{others}");
        }

        return names;
    }

    [GeneratedRegex(@"^-?[0-9]+\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
