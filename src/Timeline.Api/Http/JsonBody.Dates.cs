using System.Text.RegularExpressions;
using Timeline.Api.Domain;
using Timeline.Api.Http.Problems;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Api.Http;

/// <content>Dates in a body.</content>
public sealed partial class JsonBody
{
    /// <summary>An EDTF date whose bounds lie in the years -9999 to 9999.</summary>
    public EdtfDate? Date(string name) => Text(name) is { } text ? ParseDate(name, text) : null;

    /// <summary>A day <c>YYYY-MM-DD</c>, or an instant of RFC 3339, which becomes upper case: the day in its own zone.</summary>
    public (string Text, Day Day) Published(string name) => ParsePublished(name, Required(name));

    /// <inheritdoc cref="Published"/>
    /// <param name="text">What the member holds; empty where it has a fault already.</param>
    public (string Text, Day Day) ParsePublished(string name, string text)
    {
        if (text == "")
            return ("", default);
        if (Instant().IsMatch(text) && Day.TryParse(text.AsSpan(0, 10), out var day))
            return (text.ToUpperInvariant(), day);
        AddFault(
            name,
            FaultCode.InvalidDate,
            $"'{Excerpt.From(text)}' is neither a day (2025-02-09) nor an instant (2025-02-09T06:30:00Z, RFC 3339)."
        );
        return ("", default);
    }

    /// <summary>A day <c>YYYY-MM-DD</c> as text.</summary>
    public string? DayText(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (!Day.TryParse(text, out _))
            AddFault(name, FaultCode.InvalidDate, $"'{Excerpt.From(text)}' is not a day such as 2025-02-09.");
        return text;
    }

    /// <summary>The date members, as an event has them directly and a claim under <c>said</c>.</summary>
    public StatedDate StatedDate()
    {
        var date = Date("date");
        var alternatives = Texts("alternatives");
        foreach (var alternative in alternatives)
            ParseDate("alternatives", alternative);
        return new StatedDate(date, Choice("extent", Vocabulary.Extents, "within"), Text("phrase", 1_000), DayText("anchor"), alternatives);
    }

    private EdtfDate? ParseDate(string name, string text)
    {
        if (!EdtfDate.TryParse(text, out var date, out var error))
            AddFault(name, FaultCode.InvalidDate, $"'{Excerpt.From(text)}' is not an EDTF date: {error.Reason}");
        else if (date.Earliest?.Year is < -9999 or > 9999 || date.Latest?.Year is < -9999 or > 9999)
            AddFault(name, FaultCode.UnsupportedDate, $"'{Excerpt.From(text)}' lies outside the years -9999 to 9999.");
        else
            return date;
        return null;
    }

    /// <summary>A day, alone or with a time of day and a zone. No clock here has a second 60, so a leap second is refused.</summary>
    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9]))?\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    )]
    private static partial Regex Instant();
}
