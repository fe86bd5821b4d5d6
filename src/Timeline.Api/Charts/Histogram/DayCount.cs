using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Charts;

/// <summary>How many events have these first and last days; <c>Term</c> names the series where they are told apart.</summary>
public readonly record struct DayCount(long StartDay, long EndDay, long Count, string? Term = null)
{
    /// <summary>A row of first day, last day and count.</summary>
    public static DayCount FromRow(Row row) => new(row.Number(0), row.Number(1), row.Number(2));

    /// <summary>The same with the term as the last column.</summary>
    public static DayCount FromTermRow(Row row) => FromRow(row) with { Term = row.Text(3) };

    public bool IsUndated => StartDay == DateRange.UndatedDay;
}
