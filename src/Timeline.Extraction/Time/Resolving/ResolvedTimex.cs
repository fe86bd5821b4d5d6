using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>The four kinds of expressions in TIMEX3, which writes them in capitals.</summary>
internal enum TimexType : byte
{
    /// <summary>A day or a longer period of the calendar.</summary>
    Date,

    /// <summary>A part of a day.</summary>
    Time,

    /// <summary>How long.</summary>
    Duration,

    /// <summary>How often.</summary>
    Set,
}

/// <summary>What a frame turned out to mean.</summary>
/// <param name="Value">The TIMEX3 value.</param>
/// <param name="Period">The period of the calendar that is named; null where none is.</param>
internal sealed record ResolvedTimex(TimexType Type, string Value, CalendarPeriod? Period = null)
{
    /// <summary>EDTF that says it closer than the period does ("early 2022"); null where the period says all.</summary>
    public string? Edtf { get; init; }

    /// <summary>The day or the start of the period that a relative expression was counted from.</summary>
    public Day? Anchor { get; init; }

    /// <summary>Other periods the words may mean, likeliest first.</summary>
    public IReadOnlyList<CalendarPeriod> Alternatives { get; init; } = [];

    /// <summary>The day is only inferred, so the words date nothing by themselves.</summary>
    public bool IsInferred { get; init; }

    /// <summary>Later relative expressions ("the next day") count from this one.</summary>
    public bool SetsFocus { get; init; } = true;

    public static ResolvedTimex FromPeriod(CalendarPeriod period) => new(TimexType.Date, period.ToTimexValue(), period);

    public static ResolvedTimex FromDirection(long direction) =>
        new(
            TimexType.Date,
            Math.Sign(direction) switch
            {
                -1 => "PAST_REF",
                0 => "PRESENT_REF",
                _ => "FUTURE_REF",
            }
        )
        {
            SetsFocus = false,
        };
}
