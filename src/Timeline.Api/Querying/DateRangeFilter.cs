using Timeline.Api.Domain;
using Timeline.Api.Storage;

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
    /// <summary>A condition on the alias that places a row in time.</summary>
    public delegate Sql Condition(Sql t);

    /// <summary>The phase of what has no date.</summary>
    public static IReadOnlyList<Condition> UndatedPhase { get; } = [t => $"{t}.start_day = {Sql.Raw(DateRange.UndatedDay)}"];

    /// <summary>
    /// The phases in reading order that hold anything after the position; each is a list of conditions, any of which may hold.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Condition>> Phases(ScanPosition? after)
    {
        var phases = new List<IReadOnlyList<Condition>>();
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

    private List<Condition> StartsInRange
    {
        get
        {
            var (from, to) = (From ?? DateRange.OpenStart, To ?? DateRange.OpenEnd);
            return Match == RangeMatch.Within && To is not null
                ? [t => $"{t}.start_day >= {from} and {t}.start_day <= {to} and {t}.end_day <= {to}"]
                : [t => $"{t}.start_day >= {from} and {t}.start_day <= {to}"];
        }
    }

    private static List<Condition> StartsBefore(long from) =>
        [
            .. Enumerable
                .Range(1, DateRange.BoundedClasses - 1)
                .Select<int, Condition>(k => t => $"{StartsWithinReach(t, k, from)} and {t}.start_day < {from} and {t}.end_day >= {from}"),
            t => $"{StartsOpen(t)} and {t}.start_day < {from} and {t}.end_day >= {from}",
            t => $"{OfClass(t, DateRange.OpenEndClass)} and {t}.start_day < {from}",
        ];

    /// <summary>Without a bound the range reaches to infinity on that side, and only what is open there covers it.</summary>
    private List<Condition> CoversRange()
    {
        var (from, to) = (From ?? DateRange.OpenStart, To ?? DateRange.OpenEnd);
        return
        [
            .. Enumerable
                .Range(0, DateRange.BoundedClasses)
                .Where(k => to - from < DateRange.Reach(k))
                .Select<int, Condition>(k => t => $"{StartsWithinReach(t, k, from)} and {t}.start_day <= {from} and {t}.end_day >= {to}"),
            t => $"{OfClass(t, DateRange.OpenStartClass)} and {t}.start_day <= {from} and {t}.end_day >= {to}",
            t => $"{OfClass(t, DateRange.OpenEndClass)} and {t}.start_day <= {from} and {t}.end_day >= {to}",
        ];
    }

    /// <summary>Of this class of length, and no further back than that class reaches.</summary>
    private static Sql StartsWithinReach(Sql t, int k, long day) => $"{OfClass(t, k)} and {t}.start_day > {day - DateRange.Reach(k)}";

    private static Sql StartsOpen(Sql t) => $"{OfClass(t, DateRange.OpenStartClass)} and {t}.start_day = {Sql.Raw(DateRange.OpenStart)}";

    /// <summary>Says "greater than 0" as well, which is how SQLite recognises the index that leaves single days out.</summary>
    private static Sql OfClass(Sql t, int k) =>
        k == 0 ? (Sql)$"{t}.length_class = 0" : (Sql)$"{t}.length_class = {Sql.Raw(k)} and {t}.length_class > 0";
}
