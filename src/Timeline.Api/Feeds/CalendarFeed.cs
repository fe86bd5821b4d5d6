using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Timeline.Api.Domain;
using Timeline.Api.Events;
using Timeline.Api.Querying;
using Timeline.Api.Storage;
using Timeline.Edtf;

namespace Timeline.Api.Feeds;

/// <summary>Events as iCalendar (RFC 5545): whole days that block no time. One that is open on a side stands on the day that is known.</summary>
public static class CalendarFeed
{
    /// <summary>The first and the last day that iCalendar can name, its years having four digits.</summary>
    private static readonly Day First = Day.FromYearMonthDay(1, 1, 1);
    private static readonly Day Last = Day.FromYearMonthDay(9999, 12, 31);

    /// <summary>Undated events, and those before the year 1 or open on both sides, are left out.</summary>
    public static FeedOmissions CountOmissions(Snapshot snapshot, EventQuery query)
    {
        var asked = ResolvedQuery.Resolve(snapshot, query);
        var before =
            asked.IsEmpty || query.Range.Undated == UndatedFilter.Only ? 0 : snapshot.QueryNumber(FeedSql.CountBefore(asked, First.Number));
        return new FeedOmissions(Feeds.FeedOmissions.CountUndated(snapshot, asked), before, false);
    }

    public static void Write(Stream body, Snapshot snapshot, EventQuery query, LinkBuilder address)
    {
        var serializer = new EventSerializer();
        Send(
            body,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Timeline//Timeline 1.0//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Timeline\r\nX-WR-CALNAME:Timeline\r\n"
        );
        var text = new StringBuilder();
        foreach (var page in EventPages.Read(snapshot, query))
        {
            foreach (var entry in page.Select(found => Entry(found, address)).OfType<CalendarEvent>())
                text.Append(serializer.SerializeToString(entry));
            Send(body, text.ToString());
            text.Clear();
        }

        Send(body, "END:VCALENDAR\r\n");
    }

    private static CalendarEvent? Entry(Event found, LinkBuilder address)
    {
        if (Days(found) is not { } days)
            return null;
        var recorded = Instant(found.UpdatedAt);
        var entry = new CalendarEvent
        {
            Uid = found.Id,
            DtStamp = recorded,
            Created = Instant(found.CreatedAt),
            LastModified = recorded,
            Sequence = found.Version - 1,
            Start = Date(days.First),
            // The end is exclusive, and the day after the last day that can be named cannot be.
            End = days.Last < Last ? Date(days.Last.AddDays(1)) : null,
            Summary = found.Title,
            Description = string.Join("\n", new[] { found.Summary, found.Phrase, $"{found.Date} ({found.Standing})" }.OfType<string>()),
            Status = found.Standing == "expected" ? "TENTATIVE" : "CONFIRMED",
            Transparency = "TRANSPARENT",
            Url = new Uri(address.Event(found.Id)),
            Categories = [found.Kind, .. found.Tags],
        };
        entry.AddProperty("X-TIMELINE-DATE", found.Date!);
        return entry;
    }

    /// <summary>The days that are known; null where none is that iCalendar can name.</summary>
    private static (Day First, Day Last)? Days(Event found)
    {
        if (found.StartDay == DateRange.UndatedDay)
            return null;
        var start = found.StartDay == DateRange.OpenStart ? found.EndDay : found.StartDay;
        var end = found.EndDay == DateRange.OpenEnd ? found.StartDay : found.EndDay;
        return start == DateRange.OpenEnd || start < First.Number || end < First.Number ? null : (new Day(start), new Day(end));
    }

    private static CalDateTime Date(Day day) => new((int)day.Year, day.Month, day.DayOfMonth);

    private static CalDateTime Instant(string text) =>
        new(DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AdjustToUniversal));

    private static void Send(Stream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
