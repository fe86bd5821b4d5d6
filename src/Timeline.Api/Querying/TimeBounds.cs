using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>Between which days, all inclusive, a row must start and end; null for no bound.</summary>
/// <param name="LengthClass">The class of length that it must have, as <see cref="DateRange"/> counts them; null for any.</param>
public sealed record TimeBounds(long? MinStart, long? MaxStart, long? MinEnd = null, long? MaxEnd = null, int? LengthClass = null)
{
    /// <summary>What has no date.</summary>
    public static TimeBounds Undated { get; } = new(DateRange.UndatedDay, DateRange.UndatedDay);

    /// <summary>The bounds as conditions on the columns of this alias, joined by <c>and</c>.</summary>
    public Sql Condition(Sql t) => Sql.Join(" and ", Conditions(t));

    private IEnumerable<Sql> Conditions(Sql t)
    {
        // Says "greater than 0" as well, which is how SQLite recognises the index that leaves single days out.
        if (LengthClass is { } length)
            yield return length == 0 ? $"{t}.length_class = 0" : (Sql)$"{t}.length_class = {Sql.Raw(length)} and {t}.length_class > 0";
        if (MinStart is { } only && only == MaxStart)
        {
            yield return $"{t}.start_day = {only}";
        }
        else
        {
            if (MinStart is { } least)
                yield return $"{t}.start_day >= {least}";
            if (MaxStart is { } greatest)
                yield return $"{t}.start_day <= {greatest}";
        }

        if (MinEnd is { } earliest)
            yield return $"{t}.end_day >= {earliest}";
        if (MaxEnd is { } latest)
            yield return $"{t}.end_day <= {latest}";
    }
}
