using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>How many events have these first and last days; <c>Term</c> names the series where they are told apart.</summary>
public sealed record DayCount
{
    public string? Term { get; init; }

    public long StartDay { get; init; }

    public long EndDay { get; init; }

    public long Count { get; init; }

    /// <summary>A row of first day, last day and count.</summary>
    public static DayCount FromRow(Row row) =>
        new()
        {
            StartDay = row.Number(0),
            EndDay = row.Number(1),
            Count = row.Number(2),
        };

    /// <summary>The same with the term as the last column.</summary>
    public static DayCount FromTermRow(Row row) => FromRow(row) with { Term = row.Text(3) };

    public bool IsUndated => StartDay == DateRange.UndatedDay;
}
