namespace Timeline.Extraction.Time;

/// <summary>What a stretch of the text says, before anything is resolved: the grammar's kind and the values it took in.</summary>
internal sealed class Frame(string kind, int first, int end, long?[] values)
{
    /// <summary>The kind of the grammar's line: date, near, shift, span, set, ref, none.</summary>
    public string Kind { get; } = kind;

    /// <summary>Index of the first item.</summary>
    public int First { get; set; } = first;

    /// <summary>Index after the last item.</summary>
    public int End { get; set; } = end;

    public long? this[Slot slot]
    {
        get => values[(int)slot];
        set => values[(int)slot] = value;
    }

    public bool Has(Slot slot) => values[(int)slot] is not null;
}
