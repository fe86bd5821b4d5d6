using System.Text.Json.Serialization;
using Timeline.Edtf;

namespace Timeline.Api.Feeds;

/// <summary>What TimelineJS 3 takes as its source.</summary>
public sealed record TimelineJsFeed(IReadOnlyList<TimelineJsEvent> Events)
{
    /// <summary>Always <c>human</c>: the calendar, not geological time.</summary>
    public string Scale => "human";

    public static TimelineJsFeed Create(ChartEvents drawing) => new([.. drawing.Events.Select(TimelineJsEvent.Create)]);
}

/// <summary>One slide. All text in it is HTML, escaped.</summary>
public sealed record TimelineJsEvent
{
    [JsonPropertyName("unique_id")]
    public required string UniqueId { get; init; }

    [JsonPropertyName("start_date")]
    public required TimelineJsDate StartDate { get; init; }

    /// <summary>The last day, inclusive; left out for a single day.</summary>
    [JsonPropertyName("end_date")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TimelineJsDate? EndDate { get; init; }

    /// <summary>The article's phrase and the date as EDTF.</summary>
    [JsonPropertyName("display_date")]
    public required string DisplayDate { get; init; }

    public required TimelineJsText Text { get; init; }

    /// <summary>The kind of event, which has a row of its own.</summary>
    public required string Group { get; init; }

    public static TimelineJsEvent Create(ChartEvent drawn) =>
        new()
        {
            UniqueId = drawn.Event.Id,
            StartDate = TimelineJsDate.Create(drawn.First),
            EndDate = drawn.First == drawn.Last ? null : TimelineJsDate.Create(drawn.Last),
            DisplayDate = HtmlEncoding.Encode(drawn.DateText),
            Text = new TimelineJsText(
                HtmlEncoding.Encode(drawn.Event.Title),
                $"{Paragraph(drawn.Event.Summary)}{Paragraph(drawn.Event.Standing)}"
            ),
            Group = HtmlEncoding.Encode(drawn.Event.Kind),
        };

    private static string Paragraph(string? text) => text is null ? "" : $"<p>{HtmlEncoding.Encode(text)}</p>";
}

/// <summary>A day; TimelineJS drops an end that equals its start in each part given, so all three parts are.</summary>
public sealed record TimelineJsDate(long Year, int Month, int Day)
{
    public static TimelineJsDate Create(Day day) => new(day.Year, day.Month, day.DayOfMonth);
}

/// <summary>The words of a slide.</summary>
public sealed record TimelineJsText(string Headline, string Text);
