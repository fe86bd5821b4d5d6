using Timeline.Api.Events;
using Timeline.Api.Http;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Api.Feeds;

/// <summary>An event as a chart draws it: from its first day to its last, both inclusive.</summary>
public sealed record Drawn(Event Event, Day First, Day Last)
{
    /// <summary>The phrase of the article and the date as EDTF, as far as there are any.</summary>
    public string When => Event.Phrase is { } phrase && phrase != Event.Date ? $"{phrase} ({Event.Date})" : Event.Date!;

    /// <summary>
    /// A day as charts in a browser read it: local midnight without a zone, since midnight of a zone is the day before elsewhere.
    /// Years that have not four digits are written in the expanded form of ECMAScript (<c>-000043</c>).
    /// </summary>
    public static string Midnight(Day day)
    {
        var (year, month, dayOfMonth) = day.Parts;
        var text = year is >= 0 and <= 9999 ? $"{year:0000}" : $"{(year < 0 ? '-' : '+')}{Math.Abs(year):000000}";
        return $"{text}-{month:00}-{dayOfMonth:00}T00:00:00";
    }
}

/// <summary>
/// The newest events that fit, as charts draw them. An open side runs to the window's bound, or where that has none to the
/// outermost day of the others; what is open on both sides with nothing to bound it cannot be drawn.
/// </summary>
public sealed record Drawing(IReadOnlyList<Drawn> Events, LeftOut LeftOut)
{
    /// <summary>The most events that a feed for charts holds.</summary>
    public const int Most = 5_000;

    public static Drawing Read(Snapshot snapshot, EventQuery query)
    {
        var dated = query with { Limit = Most, Window = query.Window with { Undated = Undated.Exclude } };
        var asked = new Asked<EventQuery>(snapshot, dated);
        var rows = query.Window.Undated == Undated.Only ? [] : EventEndpoints.Rows(snapshot, asked);
        var drawn = Draw(rows.Take(Most).ToList(), query);
        return new Drawing(
            drawn,
            new LeftOut(LeftOut.CountUndated(snapshot, asked), Math.Min(rows.Count, Most) - drawn.Count, rows.Count > Most)
        );
    }

    private static List<Drawn> Draw(List<Event> events, EventQuery query)
    {
        var known = events
            .SelectMany(found => new[] { found.StartDay, found.EndDay })
            .Where(day => day is not (Span.OpenStart or Span.OpenEnd))
            .ToList();
        var first = query.FromDay ?? (known.Count > 0 ? known.Min() : query.ToDay);
        var last = query.ToDay ?? (known.Count > 0 ? known.Max() : query.FromDay);
        if (first is null || last is null)
            return [];
        return
        [
            .. events.Select(found => new Drawn(
                found,
                new Day(found.StartDay == Span.OpenStart ? Math.Min(first.Value, found.EndDay) : found.StartDay),
                new Day(found.EndDay == Span.OpenEnd ? Math.Max(last.Value, found.StartDay) : found.EndDay)
            )),
        ];
    }
}
