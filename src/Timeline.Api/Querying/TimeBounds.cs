using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>Between which days, all inclusive, a row must start and end; null for no bound.</summary>
/// <param name="LengthClass">The class of length that it must have, as <see cref="DateRange"/> counts them; null for any.</param>
public sealed record TimeBounds(long? MinStart, long? MaxStart, long? MinEnd = null, long? MaxEnd = null, int? LengthClass = null)
{
    /// <summary>What has no date.</summary>
    public static TimeBounds Undated { get; } = new(DateRange.UndatedDay, DateRange.UndatedDay);

    private static readonly string[] OfClass =
    [
        .. Enumerable.Range(0, DateRange.OpenEndClass + 1).Select(length => $".length_class = {length}"),
    ];

    /// <summary>The bounds as conditions on the columns of this alias, joined by <c>and</c>.</summary>
    public Sql Condition(Sql t)
    {
        var isOneDay = MinStart is not null && MinStart == MaxStart;
        var all = new Sql(0, 10);
        if (LengthClass is { } length)
            And(all, t, OfClass[length]);
        // Tells SQLite that the index will do which leaves single days out.
        if (LengthClass is > 0)
            And(all, t, ".length_class > 0");
        if (MinStart is { } least)
            And(all, t, isOneDay ? ".start_day = " : ".start_day >= ", least);
        if (MaxStart is { } greatest && !isOneDay)
            And(all, t, ".start_day <= ", greatest);
        if (MinEnd is { } earliest)
            And(all, t, ".end_day >= ", earliest);
        if (MaxEnd is { } latest)
            And(all, t, ".end_day <= ", latest);
        return all;
    }

    private static void And(Sql all, Sql t, string condition, long? value = null)
    {
        if (!all.IsEmpty)
            all.AppendLiteral(" and ");
        all.AppendFormatted(t);
        all.AppendLiteral(condition);
        if (value is { } known)
            all.AppendFormatted(known);
    }
}
