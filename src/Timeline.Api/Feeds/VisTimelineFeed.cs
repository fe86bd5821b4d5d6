using System.Text.Json.Serialization;
using Timeline.Api.Events;

namespace Timeline.Api.Feeds;

/// <summary>What vis-timeline takes as its items and groups.</summary>
public sealed record VisTimelineFeed(IReadOnlyList<VisItem> Items, IReadOnlyList<VisGroup> Groups)
{
    public static VisTimelineFeed Create(ChartEvents drawing) =>
        new(
            [.. drawing.Events.Select(VisItem.Create)],
            [
                .. drawing
                    .Events.Select(drawn => drawn.Event.Kind)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(kind => new VisGroup(kind, kind)),
            ]
        );
}

/// <summary>One item: a point for a day, a range for more. <c>content</c> and <c>title</c> are HTML, escaped.</summary>
public sealed record VisItem
{
    public required string Id { get; init; }

    public required string Content { get; init; }

    /// <summary>Local midnight of the first day.</summary>
    public required string Start { get; init; }

    /// <summary>Local midnight of the day after the last; left out for a point.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? End { get; init; }

    /// <summary><c>point</c> or <c>range</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of event.</summary>
    public required string Group { get; init; }

    /// <summary>For styling: the standing, and <c>within</c> or <c>throughout</c>, <c>approximate</c>, <c>uncertain</c>.</summary>
    public required string ClassName { get; init; }

    /// <summary>The tooltip: when it was, and how it stands.</summary>
    public required string Title { get; init; }

    public static VisItem Create(ChartEvent drawn) =>
        new()
        {
            Id = drawn.Event.Id,
            Content = HtmlEncoding.Encode(drawn.Event.Title),
            Start = ChartEvent.FormatMidnight(drawn.First),
            End = drawn.First == drawn.Last ? null : ChartEvent.FormatMidnight(drawn.Last.AddDays(1)),
            Type = drawn.First == drawn.Last ? "point" : "range",
            Group = drawn.Event.Kind,
            ClassName = ClassNames(drawn.Event),
            Title = HtmlEncoding.Encode($"{drawn.DateText}, {drawn.Event.Standing}"),
        };

    private static string ClassNames(Event found)
    {
        var (approximate, uncertain) = (found.Approximate ? " approximate" : "", found.Uncertain ? " uncertain" : "");
        return $"{found.Standing} {found.Extent}{approximate}{uncertain}";
    }
}

/// <summary>A row of the timeline: a kind of event.</summary>
public sealed record VisGroup(string Id, string Content);
