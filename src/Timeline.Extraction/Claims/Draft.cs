namespace Timeline.Extraction.Claims;

/// <summary>A claim while its line is being read, in items of that line.</summary>
internal sealed class Draft(Line line, Subject? source, int cueFirst, int cueEnd, CueReading reading, VerbGroup? group)
{
    private readonly List<Run> _carried = [];

    public Line Line => line;
    public Subject? Source => source;
    public int CueFirst => cueFirst;
    public int CueEnd => cueEnd;
    public CueReading Reading => reading;

    /// <summary>The verbs of the cue; null for nouns and "according to".</summary>
    public VerbGroup? Group => group;

    public List<Run> Content { get; } = [];
    public Subject? Via { get; set; }

    /// <summary>Waits for what the next line quotes: the line ends with a colon.</summary>
    public bool Awaits { get; init; }

    public Draft With(int first, int end)
    {
        if (first < end) Content.Add(new(first, end));
        return this;
    }

    /// <summary>Whether the item lies in what somebody else already says.</summary>
    public bool Covers(int item)
    {
        foreach (var part in Content)
            if (part.First <= item && item < part.End) return true;
        return cueFirst <= item && item < cueEnd;
    }

    /// <summary>Adds tokens of a following line: the quotation goes on there.</summary>
    public void Carry(Run tokens) => _carried.Add(tokens);

    public bool IsEmpty => Content.Count + _carried.Count == 0;

    public bool IsDirect => _carried.Count > 0 || Content.Any(part => Enumerable.Range(part.First, part.End - part.First).Any(line.IsQuotation));

    public List<Run> Tokens() => [.. Content.OrderBy(part => part.First).Select(part => line.Tokens(part.First, part.End)), .. _carried];
}
