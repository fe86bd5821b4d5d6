namespace Timeline.Extraction.Time;

/// <summary>Which of the periods that bear one name is meant: the last, this or the next.</summary>
internal static class PeriodChoice
{
    /// <summary>
    /// The one that the tense points to; without any, the last that has begun. <paramref name="cycle"/> of them later the name comes
    /// round again.
    /// </summary>
    public static ResolvedTimex ChooseRecurring(CalendarPeriod sameYear, long cycle, ResolutionContext context)
    {
        var past = sameYear;
        while (past.First.CompareTo(context.Published) > 0)
            past = past.Shift(-cycle);
        while (past.Shift(cycle).First.CompareTo(context.Published) <= 0)
            past = past.Shift(cycle);
        var ahead = past.Last.CompareTo(context.Published) >= 0 ? past : past.Shift(cycle);
        var soon = context.Tense == Tense.Present && ahead.Index - CalendarPeriod.Containing(context.Published, ahead.Unit).Index <= 5;
        var (first, other) = context.Tense is Tense.Future or Tense.Intended || soon ? (ahead, past) : (past, ahead);
        return ResolvedTimex.FromPeriod(first) with { Anchor = context.Published, Alternatives = first == other ? [] : [other] };
    }

    /// <summary>Of several days the last that is past, the next that is ahead, or, where no tense tells, the nearest.</summary>
    public static ResolvedTimex? ChooseNearest(IReadOnlyList<CalendarPeriod> days, ResolutionContext context)
    {
        var today = context.Published.Number;
        var past = days.Where(d => d.Index <= today).OrderByDescending(d => d.Index).Cast<CalendarPeriod?>().FirstOrDefault();
        var ahead = days.Where(d => d.Index >= today).OrderBy(d => d.Index).Cast<CalendarPeriod?>().FirstOrDefault();
        var pick = context.Tense switch
        {
            Tense.Past when !IsFar(past, ahead, today) => past ?? ahead,
            Tense.Future or Tense.Intended when !IsFar(ahead, past, today) => ahead ?? past,
            _ => past is { } p && ahead is { } a && a.Index - today < today - p.Index ? ahead : past ?? ahead,
        };
        if (pick is not { } chosen)
            return null;
        var other = chosen == past ? ahead : past;
        return ResolvedTimex.FromPeriod(chosen) with
        {
            Anchor = context.Published,
            Alternatives = other is { } o && o != chosen ? [o] : [],
        };
    }

    // Nobody leaves out the year of a day that is most of a year off while its namesake is a few weeks away.
    private static bool IsFar(CalendarPeriod? one, CalendarPeriod? other, long today) =>
        one is { } a && other is { } b && Math.Abs(a.Index - today) > 330 && Math.Abs(b.Index - today) < 30;

    /// <summary>The one before (-1), in (0) or after (1) the given period.</summary>
    public static CalendarPeriod FindAdjacent(CalendarPeriod sameYear, long cycle, CalendarPeriod here, long direction)
    {
        if (direction == 0)
            return sameYear;
        var found = sameYear.Shift(-2 * cycle * direction);
        while (!IsBeyond(found, here, direction))
            found = found.Shift(cycle * direction);
        return found;
    }

    private static bool IsBeyond(CalendarPeriod period, CalendarPeriod here, long direction) =>
        direction > 0 ? period.First.CompareTo(here.Last) > 0 : period.Last.CompareTo(here.First) < 0;
}
