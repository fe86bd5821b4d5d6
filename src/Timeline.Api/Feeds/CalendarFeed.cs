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

/// <summary>
/// Events as iCalendar (RFC 5545): whole days that block no time. One that is open on a side stands on the day that is known.
/// </summary>
public static class CalendarFeed
{
    /// <summary>The first and the last day that iCalendar can name, its years having four digits.</summary>
    private static readonly Day First = Day.FromYearMonthDay(1, 1, 1);
    private static readonly Day Last = Day.FromYearMonthDay(9999, 12, 31);

    /// <summary>Undated events, and those before the year 1 or open on both sides, are left out.</summary>
    public static FeedOmissions CountOmissions(Snapshot snapshot, EventQuery query)
    {
        var resolved = ResolvedQuery.Resolve(snapshot, query);
        var hasDated = !resolved.IsEmpty && query.Range.Undated != UndatedFilter.Only;
        var before = hasDated ? snapshot.QueryNumber(FeedSql.CountBefore(resolved, First.Number)) : 0;
        return new FeedOmissions(FeedOmissions.CountUndated(snapshot, resolved), before, false);
    }

    public static void Write(Stream body, Snapshot snapshot, EventQuery query, LinkBuilder address)
    {
        var serializer = new EventSerializer();
        WriteText(
            body,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Timeline//Timeline 1.0//EN\r\nCALSCALE:GREGORIAN\r\n"
                + "METHOD:PUBLISH\r\nNAME:Timeline\r\nX-WR-CALNAME:Timeline\r\n"
        );
        var text = new StringBuilder();
        foreach (var page in EventPages.Read(snapshot, query))
        {
            foreach (var entry in page.Select(found => CreateEntry(found, address)).OfType<CalendarEvent>())
                text.Append(serializer.SerializeToString(entry));
            WriteText(body, text.ToString());
            text.Clear();
        }

        WriteText(body, "END:VCALENDAR\r\n");
    }

    private static CalendarEvent? CreateEntry(Event found, LinkBuilder address)
    {
        if (KnownDays(found) is not { } days)
            return null;
        var recorded = ParseInstant(found.UpdatedAt);
        var entry = new CalendarEvent
        {
            Uid = found.Id,
            DtStamp = recorded,
            Created = ParseInstant(found.CreatedAt),
            LastModified = recorded,
            Sequence = found.Version - 1,
            Start = ToDate(days.First),
            // The end is exclusive, and the day after the last that can be named has no name.
            End = days.Last < Last ? ToDate(days.Last.AddDays(1)) : null,
            Summary = found.Title,
            Description = Describe(found),
            Status = Vocabulary.FindStanding(found.Standing).CalendarStatus,
            Transparency = "TRANSPARENT",
            Url = new Uri(address.Event(found.Id)),
            Categories = [found.Kind, .. found.Tags],
        };
        entry.AddProperty("X-TIMELINE-DATE", found.Date!);
        return entry;
    }

    private static string Describe(Event found) =>
        string.Join("\n", new[] { found.Summary, found.Phrase, $"{found.Date} ({found.Standing})" }.OfType<string>());

    /// <summary>The days that are known; null where none is that iCalendar can name.</summary>
    private static (Day First, Day Last)? KnownDays(Event found)
    {
        if (found.StartDay == DateRange.UndatedDay)
            return null;
        var start = found.StartDay == DateRange.OpenStart ? found.EndDay : found.StartDay;
        var end = found.EndDay == DateRange.OpenEnd ? found.StartDay : found.EndDay;
        var isNameless = start == DateRange.OpenEnd || start < First.Number || end < First.Number;
        return isNameless ? null : (new Day(start), new Day(end));
    }

    private static CalDateTime ToDate(Day day) => new((int)day.Year, day.Month, day.DayOfMonth);

    private static CalDateTime ParseInstant(string text) =>
        new(DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AdjustToUniversal));

    private static void WriteText(Stream body, string text) => body.Write(Encoding.UTF8.GetBytes(text));
}
