using Timeline.Api.Domain;

namespace Timeline.Api.Querying;

/// <summary>How a thing's bounds must lie to the range asked for.</summary>
public enum RangeMatch
{
    /// <summary>It can have happened in the range.</summary>
    Overlap,

    /// <summary>It must have happened in the range.</summary>
    Within,

    /// <summary>It lasted over the whole range.</summary>
    Covers,
}

/// <summary>What becomes of things without a date.</summary>
public enum UndatedFilter
{
    Include,
    Exclude,
    Only,
}

/// <summary>Where a scan goes on: after the row with these keys.</summary>
public readonly record struct ScanPosition(long Start, long End, long Id);

/// <summary>
/// A stretch of time asked for, cut into phases that are read one after the other until the page is full. Newest first: what
/// starts inside the range; then what began before it and still runs, looked for by class of length and no further back than
/// that class reaches; then what has no date. All of a phase sorts after all of the phase before, so one position serves all.
/// </summary>
/// <param name="From">First day, or null for no bound.</param>
/// <param name="To">Last day, or null for no bound.</param>
public sealed record DateRangeFilter(long? From, long? To, RangeMatch Match, UndatedFilter Undated, bool Ascending)
{
    /// <summary>The phase of what has no date.</summary>
    public static IReadOnlyList<TimeBounds> UndatedPhase { get; } = [TimeBounds.Undated];

    /// <summary>
    /// The phases in reading order that hold anything after the position; each is a list of bounds, any of which will do.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<TimeBounds>> Phases(ScanPosition? after)
    {
        var phases = new List<IReadOnlyList<TimeBounds>>();
        if (Undated != UndatedFilter.Only && after is not { Start: DateRange.UndatedDay })
        {
            phases.AddRange(
                Match == RangeMatch.Covers ? [CoversRange()]
                : From is null || Match == RangeMatch.Within ? [StartsInRange]
                : [StartsInRange, StartsBefore(From.Value)]
            );
            if (Ascending)
                phases.Reverse();
        }

        if (Undated != UndatedFilter.Exclude)
            phases.Add(UndatedPhase);
        return phases;
    }

    /// <summary>True for a dated thing with these bounds that is asked for; whether it lasted is not looked at.</summary>
    public bool Contains(long start, long end)
    {
        var (from, to) = (From ?? DateRange.OpenStart, To ?? DateRange.OpenEnd);
        return Undated != UndatedFilter.Only
            && Match switch
            {
                RangeMatch.Within => start >= from && end <= to,
                RangeMatch.Covers => start <= from && end >= to,
                _ => start <= to && end >= from,
            };
    }

    private TimeBounds[] StartsInRange
    {
        get
        {
            var (from, to) = (From ?? DateRange.OpenStart, To ?? DateRange.OpenEnd);
            return [new TimeBounds(from, to, MaxEnd: Match == RangeMatch.Within ? To : null)];
        }
    }

    private static TimeBounds[] StartsBefore(long from) =>
        [
            .. Enumerable
                .Range(1, DateRange.BoundedClasses - 1)
                .Select(length => new TimeBounds(from - DateRange.Reach(length) + 1, from - 1, from, LengthClass: length)),
            new TimeBounds(DateRange.OpenStart, Math.Min(DateRange.OpenStart, from - 1), from, LengthClass: DateRange.OpenStartClass),
            new TimeBounds(null, from - 1, LengthClass: DateRange.OpenEndClass),
        ];

    /// <summary>Without a bound the range reaches to infinity on that side, and only what is open there covers it.</summary>
    private TimeBounds[] CoversRange()
    {
        var (from, to) = (From ?? DateRange.OpenStart, To ?? DateRange.OpenEnd);
        return
        [
            .. Enumerable
                .Range(0, DateRange.BoundedClasses)
                .Where(length => to - from < DateRange.Reach(length))
                .Select(length => new TimeBounds(from - DateRange.Reach(length) + 1, from, to, LengthClass: length)),
            new TimeBounds(null, from, to, LengthClass: DateRange.OpenStartClass),
            new TimeBounds(null, from, to, LengthClass: DateRange.OpenEndClass),
        ];
    }
}
