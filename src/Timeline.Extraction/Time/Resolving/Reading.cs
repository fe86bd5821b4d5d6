using Timeline.Edtf;

namespace Timeline.Extraction.Time;

/// <summary>What a frame turned out to mean.</summary>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">The TIMEX3 value.</param>
/// <param name="Period">The calendar stretch named; null where none is.</param>
internal sealed record Reading(string Type, string Value, Period? Period = null)
{
    /// <summary>EDTF that says it closer than the period does ("early 2022"); null where the period says all.</summary>
    public string? Edtf { get; init; }

    /// <summary>The day or the start of the period that a relative expression was counted from.</summary>
    public Day? Anchor { get; init; }

    /// <summary>Other periods the words may mean, likeliest first.</summary>
    public IReadOnlyList<Period> Others { get; init; } = [];

    /// <summary>The day is only inferred, so the words date nothing by themselves.</summary>
    public bool Inferred { get; init; }

    /// <summary>Later relative expressions ("the next day") count from this one.</summary>
    public bool Leads { get; init; } = true;

    public static Reading Of(Period period) => new("DATE", period.Timex(), period);

    public static Reading Reference(long direction) =>
        new(
            "DATE",
            direction < 0 ? "PAST_REF"
                : direction > 0 ? "FUTURE_REF"
                : "PRESENT_REF"
        )
        {
            Leads = false,
        };
}
