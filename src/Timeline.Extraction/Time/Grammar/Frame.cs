namespace Timeline.Extraction.Time;

/// <summary>What a stretch of the text says, before anything is resolved: the grammar's kind and the values it took in.</summary>
internal sealed class Frame(string kind, int first, int end, ulong set, long[] values)
{
    /// <summary>The kind of the grammar's line: date, near, shift, span, set, ref, none.</summary>
    public string Kind { get; } = kind;

    /// <summary>Index of the first item.</summary>
    public int First { get; set; } = first;

    /// <summary>Index after the last item.</summary>
    public int End { get; set; } = end;

    public long? this[Slot slot]
    {
        get => Has(slot) ? values[(int)slot] : null;
        set => (set, values[(int)slot]) = value is { } given ? (set | Bit(slot), given) : (set & ~Bit(slot), 0);
    }

    public bool Has(Slot slot) => (set & Bit(slot)) != 0;

    private static ulong Bit(Slot slot) => 1UL << (int)slot;
}
