using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Querying;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Api.Feeds;

/// <summary>An event as a chart draws it: from its first day to its last, both inclusive.</summary>
public sealed record ChartEvent(Event Event, Day First, Day Last)
{
    /// <summary>The phrase of the article and the date as EDTF, as far as there are any.</summary>
    public string DateText => Event.Phrase is { } phrase && phrase != Event.Date ? $"{phrase} ({Event.Date})" : Event.Date!;

    /// <summary>
    /// A day as charts in a browser read it: local midnight without a zone, since midnight of a zone is the day before elsewhere.
    /// Years that have not four digits are written in the expanded form of ECMAScript (<c>-000043</c>).
    /// </summary>
    public static string FormatMidnight(Day day)
    {
        var (year, month, dayOfMonth) = day.Parts;
        var yearText = year is >= 0 and <= 9999 ? $"{year:0000}" : year.ToString("+000000;-000000");
        return $"{yearText}-{month:00}-{dayOfMonth:00}T00:00:00";
    }
}

/// <summary>
/// The newest events that fit, as charts draw them. An open side runs to the window's bound, or where that has none to the
/// outermost day of the others; what is open on both sides with nothing to bound it cannot be drawn.
/// </summary>
public sealed record ChartEvents(IReadOnlyList<ChartEvent> Events, FeedOmissions LeftOut)
{
    /// <summary>The most events that a feed for charts holds.</summary>
    public const int Most = 5_000;

    public static ChartEvents Read(Snapshot snapshot, EventQuery query)
    {
        var dated = query with { Limit = Most, Range = query.Range with { Undated = UndatedFilter.Exclude } };
        var resolved = ResolvedQuery.Resolve(snapshot, dated);
        var rows = query.Range.Undated == UndatedFilter.Only ? [] : EventReader.ReadRows(snapshot, resolved);
        var drawn = PlaceInWindow(rows.Take(Most).ToList(), query);
        var excluded = Math.Min(rows.Count, Most) - drawn.Count;
        return new ChartEvents(drawn, new FeedOmissions(FeedOmissions.CountUndated(snapshot, resolved), excluded, rows.Count > Most));
    }

    private static List<ChartEvent> PlaceInWindow(List<Event> events, EventQuery query)
    {
        var known = events
            .SelectMany(found => new[] { found.StartDay, found.EndDay })
            .Where(day => day is not (DateRange.OpenStart or DateRange.OpenEnd))
            .ToList();
        var first = query.FromDay ?? (known.Count > 0 ? known.Min() : query.ToDay);
        var last = query.ToDay ?? (known.Count > 0 ? known.Max() : query.FromDay);
        if (first is null || last is null)
            return [];
        return
        [
            .. events.Select(found => new ChartEvent(
                found,
                new Day(found.StartDay == DateRange.OpenStart ? Math.Min(first.Value, found.EndDay) : found.StartDay),
                new Day(found.EndDay == DateRange.OpenEnd ? Math.Max(last.Value, found.StartDay) : found.EndDay)
            )),
        ];
    }
}
