using Timeline.Api.Domain;
using Timeline.Api.Storage;

namespace Timeline.Api.Querying;

/// <summary>
/// A walk through the search index of what everyone sees in order of time, which stops at the page however many events hold the words.
/// </summary>
public sealed record TextWalk(Dialect Dialect, SearchWords Words)
{
    /// <summary>Places as <see cref="IndexScan.Places"/> has them; null where the index does not lie in order of time.</summary>
    public Sql? Places(TimeBounds bounds, ScanPosition? after, bool ascending, int limit)
    {
        var (low, high) = (bounds.MinStart ?? DateRange.OpenStart, bounds.MaxStart ?? DateRange.OpenEnd);
        if (after is { } from)
            (low, high) = ascending ? (Math.Max(low, from.Start), high) : (low, Math.Min(high, from.Start));
        var keys = (ReadModel.TimeKey(low, 0), ReadModel.TimeKey(high + 1, 0) - 1);
        return Dialect.WalkEvents(
            Words.All,
            Words.EndsInPrefix,
            bounds.LengthClass,
            keys,
            Rest(bounds, after, ascending),
            ascending,
            limit
        );
    }

    /// <summary>What the key in the index does not tell, as conditions on the kept event <c>e</c>; each begins with <c>and</c>.</summary>
    private static Sql Rest(TimeBounds bounds, ScanPosition? after, bool ascending)
    {
        var conditions = new List<Sql>();
        if (bounds.MinEnd is { } earliest)
            conditions.Add($" and e.end_day >= {earliest}");
        if (bounds.MaxEnd is { } latest)
            conditions.Add($" and e.end_day <= {latest}");
        if (after is { } place)
        {
            var beyond = Sql.Raw(ascending ? ">" : "<");
            conditions.Add($" and (e.start_day, e.end_day, e.id) {beyond} ({place.Start}, {place.End}, {place.Id})");
        }

        return Sql.Join("", conditions);
    }
}
