namespace Timeline.Extraction.Time;

/// <summary>What a line of the grammar is a pattern of; <c>grammar.txt</c> names these in lower case.</summary>
internal enum TimexFrameKind : byte
{
    /// <summary>Looks like a time and is none.</summary>
    None,

    /// <summary>A calendar date, whole or in part.</summary>
    Date,

    /// <summary>Two ends in one phrase: "June 3-5".</summary>
    Range,

    /// <summary>Last, this or next: "next week".</summary>
    Near,

    /// <summary>So many units from a day: "two years ago".</summary>
    Shift,

    /// <summary>How long: "two years".</summary>
    Span,

    /// <summary>How often: "every Friday".</summary>
    Set,

    /// <summary>Now, once, soon.</summary>
    Ref,
}

/// <summary>What an expression says, before anything is resolved: the grammar's kind and the values it took in.</summary>
internal sealed class TimexFrame(TimexFrameKind kind, int first, int end, ulong set, long[] values)
{
    /// <summary>The kind of the grammar's line.</summary>
    public TimexFrameKind Kind { get; } = kind;

    /// <summary>Index of the first lexeme.</summary>
    public int First { get; set; } = first;

    /// <summary>Index after the last lexeme.</summary>
    public int End { get; set; } = end;

    public long? this[Slot slot]
    {
        get => Has(slot) ? values[(int)slot] : null;
        set => (set, values[(int)slot]) = value is { } given ? (set | Bit(slot), given) : (set & ~Bit(slot), 0);
    }

    public bool Has(Slot slot) => (set & Bit(slot)) != 0;

    private static ulong Bit(Slot slot) => 1UL << (int)slot;
}
