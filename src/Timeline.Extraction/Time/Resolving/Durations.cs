namespace Timeline.Extraction.Time;

/// <summary>How long, and how often: they date nothing, but a stretch that reaches to the day of publication has bounds.</summary>
internal static class Durations
{
    /// <summary>Of longer counts no stretch is made.</summary>
    private const long Farthest = 100_000;

    private static readonly string[] Seasons = ["SP", "SU", "FA", "WI"];

    public static Reading? Span(Frame frame, Context context)
    {
        var unit = (CalendarUnit)(frame[Slot.Unit] ?? 0);
        var vague = frame.Has(Slot.Vague);
        var count = frame[Slot.N] ?? frame[Slot.Count] ?? 0;
        if (unit == CalendarUnit.Weekend)
            return null;
        var reading = new Reading("DURATION", vague ? Vague(unit) : Length(unit, count, frame.Has(Slot.Frac))) { Leads = false };
        return !vague && count > 0 && !frame.Has(Slot.Mod) && frame[Slot.Dir] is { } direction
            ? reading with
            {
                Edtf = Bounds(unit, count, direction, context),
                Anchor = context.Published,
            }
            : reading;
    }

    public static Reading Set(Frame frame)
    {
        if (frame[Slot.Weekday] is { } weekday)
            return new("SET", $"XXXX-WXX-{weekday}") { Leads = false };
        if (frame[Slot.Month] is { } month)
            return new("SET", $"XXXX-{month:00}") { Leads = false };
        if (frame[Slot.Season] is { } season)
            return new("SET", $"XXXX-{Seasons[season]}") { Leads = false };
        if (frame[Slot.Unit] is { } unit)
        {
            return new("SET", Length((CalendarUnit)unit, frame.Has(Slot.Adverb) ? 1 : frame[Slot.N] ?? frame[Slot.Ord] ?? 1, false))
            {
                Leads = false,
            };
        }

        return new("SET", "P1D") { Leads = false };
    }

    // "The past three months" reaches up to the day of publication, from a month or a year when it counts those.
    private static string? Bounds(CalendarUnit unit, long count, long direction, Context context)
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
        var other = Period.Containing(context.Published, counted).Shift(times * direction);
        if (times is 0 or > Farthest || !other.IsSane)
            return null;
        return direction < 0 ? $"{other.Edtf()}/{context.Published}" : $"{context.Published}/{other.Edtf()}";
    }

    private static string Length(CalendarUnit unit, long count, bool half) =>
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

    private static string Vague(CalendarUnit unit) =>
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
