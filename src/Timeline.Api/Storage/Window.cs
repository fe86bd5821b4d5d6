namespace Timeline.Api.Storage;

/// <summary>How a thing's bounds must lie to the range asked for.</summary>
public enum Match
{
    /// <summary>It can have happened in the range.</summary>
    Overlap,

    /// <summary>It must have happened in the range.</summary>
    Within,

    /// <summary>It lasted over the whole range.</summary>
    Covers,
}

/// <summary>What becomes of things without a date.</summary>
public enum Undated
{
    Include,
    Exclude,
    Only,
}

/// <summary>Where a walk goes on: after the row with these keys.</summary>
public readonly record struct Position(long Start, long End, long Id);

/// <summary>
/// A stretch of time asked for, cut into phases that are read one after the other until the page is full. Newest first: what
/// starts inside the range; then what began before it and still runs, looked for by class of length and no further back than
/// that class reaches; then what has no date. All of a phase sorts after all of the phase before, so one position serves all.
/// </summary>
/// <param name="From">First day, or null for no bound.</param>
/// <param name="To">Last day, or null for no bound.</param>
public sealed record Window(long? From, long? To, Match Match, Undated Undated, bool Ascending)
{
    /// <summary>A condition on the alias that places a row in time.</summary>
    public delegate Sql Condition(Sql t);

    /// <summary>The phase of what has no date.</summary>
    public static IReadOnlyList<Condition> Dateless { get; } = [t => $"{t}.start_day = {Sql.Raw(Span.UndatedDay)}"];

    /// <summary>The phases in reading order that hold anything after the position; each is a list of conditions, any of which may hold.</summary>
    public IReadOnlyList<IReadOnlyList<Condition>> Phases(Position? after)
    {
        var phases = new List<IReadOnlyList<Condition>>();
        if (Undated != Undated.Only && after is not { Start: Span.UndatedDay })
        {
            phases.AddRange(
                Match == Match.Covers ? [Covering()]
                : From is null || Match == Match.Within ? [Starting]
                : [Starting, Running(From.Value)]
            );
            if (Ascending)
                phases.Reverse();
        }

        if (Undated != Undated.Exclude)
            phases.Add(Dateless);
        return phases;
    }

    /// <summary>True for a dated thing with these bounds that is asked for; whether it lasted is not looked at.</summary>
    public bool Holds(long start, long end)
    {
        var (from, to) = (From ?? Span.OpenStart, To ?? Span.OpenEnd);
        return Undated != Undated.Only
            && Match switch
            {
                Match.Within => start >= from && end <= to,
                Match.Covers => start <= from && end >= to,
                _ => start <= to && end >= from,
            };
    }

    private List<Condition> Starting
    {
        get
        {
            var (from, to) = (From ?? Span.OpenStart, To ?? Span.OpenEnd);
            return Match == Match.Within && To is not null
                ? [t => $"{t}.start_day >= {from} and {t}.start_day <= {to} and {t}.end_day <= {to}"]
                : [t => $"{t}.start_day >= {from} and {t}.start_day <= {to}"];
        }
    }

    private static List<Condition> Running(long from) =>
        [
            .. Enumerable
                .Range(1, Span.BoundedClasses - 1)
                .Select<int, Condition>(k =>
                    t => $"{OfClass(t, k)} and {t}.start_day > {from - Span.Reach(k)} and {t}.start_day < {from} and {t}.end_day >= {from}"
                ),
            t =>
                $"{OfClass(t, Span.OpenStartClass)} and {t}.start_day = {Sql.Raw(Span.OpenStart)} and {t}.start_day < {from} and {t}.end_day >= {from}",
            t => $"{OfClass(t, Span.OpenEndClass)} and {t}.start_day < {from}",
        ];

    /// <summary>Without a bound the range reaches to infinity on that side, and only what is open there covers it.</summary>
    private List<Condition> Covering()
    {
        var (from, to) = (From ?? Span.OpenStart, To ?? Span.OpenEnd);
        return
        [
            .. Enumerable
                .Range(0, Span.BoundedClasses)
                .Where(k => to - from < Span.Reach(k))
                .Select<int, Condition>(k =>
                    t => $"{OfClass(t, k)} and {t}.start_day > {from - Span.Reach(k)} and {t}.start_day <= {from} and {t}.end_day >= {to}"
                ),
            t => $"{OfClass(t, Span.OpenStartClass)} and {t}.start_day <= {from} and {t}.end_day >= {to}",
            t => $"{OfClass(t, Span.OpenEndClass)} and {t}.start_day <= {from} and {t}.end_day >= {to}",
        ];
    }

    /// <summary>Says "greater than 0" as well, which is how SQLite recognises the index that leaves single days out.</summary>
    private static Sql OfClass(Sql t, int k) =>
        k == 0 ? (Sql)$"{t}.length_class = 0" : (Sql)$"{t}.length_class = {Sql.Raw(k)} and {t}.length_class > 0";
}
