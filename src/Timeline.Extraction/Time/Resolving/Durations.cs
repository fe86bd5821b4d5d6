namespace Timeline.Extraction.Time;

/// <summary>How long, and how often: they date nothing, but one that reaches to the day of publication has bounds.</summary>
internal static class Durations
{
    /// <summary>Longer ones get no bounds.</summary>
    private const long MaxCount = 100_000;

    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    public static ResolvedTimex? ResolveDuration(TimexFrame frame, ResolutionContext context)
    {
        var unit = (CalendarUnit)(frame[Slot.Unit] ?? 0);
        var vague = frame.Has(Slot.Vague);
        var count = frame[Slot.N] ?? frame[Slot.Count] ?? 0;
        if (unit == CalendarUnit.Weekend)
            return null;
        var timex = new ResolvedTimex(TimexType.Duration, vague ? VagueValue(unit) : ExactValue(unit, count, frame.Has(Slot.Frac)))
        {
            SetsFocus = false,
        };
        return !vague && count > 0 && !frame.Has(Slot.Mod) && frame[Slot.Dir] is { } direction
            ? timex with
            {
                Edtf = ToInterval(unit, count, direction, context),
                Anchor = context.Published,
            }
            : timex;
    }

    public static ResolvedTimex ResolveSet(TimexFrame frame)
    {
        if (frame[Slot.Weekday] is { } weekday)
            return new(TimexType.Set, $"XXXX-WXX-{weekday}") { SetsFocus = false };
        if (frame[Slot.Month] is { } month)
            return new(TimexType.Set, $"XXXX-{month:00}") { SetsFocus = false };
        if (frame[Slot.Season] is { } season)
            return new(TimexType.Set, $"XXXX-{Seasons[season]}") { SetsFocus = false };
        if (frame[Slot.Unit] is { } unit)
        {
            return new(
                TimexType.Set,
                ExactValue((CalendarUnit)unit, frame.Has(Slot.Adverb) ? 1 : frame[Slot.N] ?? frame[Slot.Ord] ?? 1, false)
            )
            {
                SetsFocus = false,
            };
        }

        return new(TimexType.Set, "P1D") { SetsFocus = false };
    }

    // "The past three months" reaches up to the day of publication, from a month or a year when it counts those.
    private static string? ToInterval(CalendarUnit unit, long count, long direction, ResolutionContext context)
    {
        var (counted, times) = unit switch
        {
            CalendarUnit.Day => (unit, count),
            CalendarUnit.Week => (CalendarUnit.Day, count * 7),
            CalendarUnit.Month => (unit, count),
            CalendarUnit.Quarter => (CalendarUnit.Month, count * 3),
            CalendarUnit.Year => (unit, count),
            CalendarUnit.Decade => (CalendarUnit.Year, count * 10),
            CalendarUnit.Century => (CalendarUnit.Year, count * 100),
            _ => (unit, 0L),
        };
        var other = CalendarPeriod.Containing(context.Published, counted).Shift(times * direction);
        if (times is 0 or > MaxCount || !other.IsInRange)
            return null;
        return direction < 0 ? $"{other.ToEdtf()}/{context.Published}" : $"{context.Published}/{other.ToEdtf()}";
    }

    private static string ExactValue(CalendarUnit unit, long count, bool half) =>
        unit switch
        {
            CalendarUnit.Second => $"PT{count}S",
            CalendarUnit.Minute => half ? $"PT{Nonzero(count, 'M')}30S" : $"PT{count}M",
            CalendarUnit.Hour => half ? $"PT{Nonzero(count, 'H')}30M" : $"PT{count}H",
            CalendarUnit.Day => half ? $"P{Nonzero(count, 'D')}T12H" : $"P{count}D",
            CalendarUnit.Week => $"P{count}W",
            CalendarUnit.Month => $"P{count}M",
            CalendarUnit.Quarter => $"P{count}Q",
            CalendarUnit.Decade => $"P{count * 10 + (half ? 5 : 0)}Y",
            CalendarUnit.Century => $"P{count * 100 + (half ? 50 : 0)}Y",
            CalendarUnit.Millennium => $"P{count * 1000}Y",
            _ => half ? $"P{Nonzero(count, 'Y')}6M" : $"P{count}Y",
        };

    private static string Nonzero(long count, char unit) => count > 0 ? $"{count}{unit}" : "";

    private static string VagueValue(CalendarUnit unit) =>
        unit switch
        {
            CalendarUnit.Second => "PTXS",
            CalendarUnit.Minute => "PTXM",
            CalendarUnit.Hour => "PTXH",
            CalendarUnit.Day => "PXD",
            CalendarUnit.Week => "PXW",
            CalendarUnit.Month or CalendarUnit.Quarter => "PXM",
            _ => "PXY",
        };
}
