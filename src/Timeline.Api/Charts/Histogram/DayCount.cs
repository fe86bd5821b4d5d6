using Timeline.Api.Domain;

namespace Timeline.Api.Charts;

/// <summary>How many events have these first and last days; <c>Term</c> names the series where they are told apart.</summary>
public sealed record DayCount
{
    public string? Term { get; init; }

    public long StartDay { get; init; }

    public long EndDay { get; init; }

    public long Count { get; init; }

    public bool IsUndated => StartDay == DateRange.UndatedDay;
}
