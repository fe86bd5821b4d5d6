namespace Timeline.Extraction.Time;

/// <summary>Which of the periods that bear one name is meant: the last, this or the next.</summary>
internal static class Choice
{
    /// <summary>The one that the tense points to; without any, the last that has begun. <paramref name="cycle"/> of them later the name comes round again.</summary>
    public static Reading Cyclic(Period sameYear, long cycle, Context context)
    {
        var past = sameYear;
        while (past.First.CompareTo(context.Published) > 0)
            past = past.Shift(-cycle);
        while (past.Shift(cycle).First.CompareTo(context.Published) <= 0)
            past = past.Shift(cycle);
        var ahead = past.Last.CompareTo(context.Published) >= 0 ? past : past.Shift(cycle);
        var soon = context.Tense == Tense.Present && ahead.Index - Period.Containing(context.Published, ahead.Unit).Index <= 5;
        var (first, other) = context.Tense is Tense.Future or Tense.Intended || soon ? (ahead, past) : (past, ahead);
        return Reading.Of(first) with { Anchor = context.Published, Others = first == other ? [] : [other] };
    }

    /// <summary>Of several days the last that is past, the next that is ahead, or, where no tense tells, the nearest.</summary>
    public static Reading? Nearest(IReadOnlyList<Period> days, Context context)
    {
        var today = context.Published.Number;
        var past = days.Where(d => d.Index <= today).OrderByDescending(d => d.Index).Cast<Period?>().FirstOrDefault();
        var ahead = days.Where(d => d.Index >= today).OrderBy(d => d.Index).Cast<Period?>().FirstOrDefault();
        var pick = context.Tense switch
        {
            Tense.Past when !IsFar(past, ahead, today) => past ?? ahead,
            Tense.Future or Tense.Intended when !IsFar(ahead, past, today) => ahead ?? past,
            _ => past is { } p && ahead is { } a && a.Index - today < today - p.Index ? ahead : past ?? ahead,
        };
        if (pick is not { } chosen)
            return null;
        var other = chosen == past ? ahead : past;
        return Reading.Of(chosen) with { Anchor = context.Published, Others = other is { } o && o != chosen ? [o] : [] };
    }

    // Nobody leaves out the year of a day that is most of a year off while its namesake is a few weeks away.
    private static bool IsFar(Period? one, Period? other, long today) =>
        one is { } a && other is { } b && Math.Abs(a.Index - today) > 330 && Math.Abs(b.Index - today) < 30;

    /// <summary>The one before (-1), in (0) or after (1) the given period.</summary>
    public static Period Beside(Period sameYear, long cycle, Period here, long direction)
    {
        if (direction == 0)
            return sameYear;
        var found = sameYear.Shift(-2 * cycle * direction);
        while (!IsBeyond(found, here, direction))
            found = found.Shift(cycle * direction);
        return found;
    }

    private static bool IsBeyond(Period period, Period here, long direction) =>
        direction > 0 ? period.First.CompareTo(here.Last) > 0 : period.Last.CompareTo(here.First) < 0;
}
