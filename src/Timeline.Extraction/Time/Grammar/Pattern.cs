namespace Timeline.Extraction.Time;

/// <summary>One step of a compiled pattern.</summary>
/// <param name="Next">Where to go on; a fork's first way.</param>
/// <param name="Other">A fork's second way.</param>
internal readonly record struct Step(StepKind Kind, Entry? Word, Slot Class, Slot Target, long Number, bool Tight, int Next, int Other);

internal enum StepKind : byte
{
    Word,
    Class,
    Number,
    Any,
    Fork,
    Stop,
    Ahead,
    Done,
}

/// <summary>A line of the grammar, compiled: what it is a pattern of, and the values it sets by itself.</summary>
internal sealed class Pattern
{
    private readonly Step[] _steps;
    private readonly int _start;
    private readonly ulong _nextClasses;
    private readonly ulong _nextWords;
    private readonly bool _nextAny;

    public Pattern(int order, string kind, Step[] steps, int start, (Slot Slot, long Value)[] constants)
    {
        (Order, Kind, Constants, _steps, _start) = (order, kind, constants, steps, start);
        foreach (var next in Firsts().SelectMany(first => Reach(first.Next)))
        {
            _nextAny |= next.Kind is not (StepKind.Class or StepKind.Word);
            _nextClasses |= next.Kind == StepKind.Class ? 1UL << (int)next.Class : 0;
            _nextWords |= next.Word?.Bit ?? 0;
        }
    }

    /// <summary>The line's number among the patterns; of equal matches the lower wins.</summary>
    public int Order { get; }

    public string Kind { get; }

    public (Slot Slot, long Value)[] Constants { get; }

    /// <summary>The words and classes that it can begin with.</summary>
    public IEnumerable<Step> Firsts() => Reach(_start);

    /// <summary>Whether the item after the first can be its second; most patterns are ruled out by that.</summary>
    public bool MayGoOn(Item[] items, int at) =>
        _nextAny
        || (
            at < items.Length
            && ((items[at].Classes & _nextClasses) != 0 || (items[at].Entry is { } entry && (entry.Bit & _nextWords) != 0))
        );

    /// <summary>The longest match that begins at this item: the index after it, or -1; <paramref name="match"/> then holds what it took in.</summary>
    public int Match(Item[] items, int at, Match match)
    {
        match.Reset(at);
        Run(_start, items, at, match);
        return match.End;
    }

    // No step leads back, so the ways through a pattern are as many as its lines can spell, whatever the text.
    private void Run(int step, Item[] items, int at, Match match)
    {
        while (true)
        {
            ref readonly var now = ref _steps[step];
            switch (now.Kind)
            {
                case StepKind.Done:
                    match.Keep(at);
                    return;
                case StepKind.Fork:
                    Run(now.Next, items, at, match);
                    step = now.Other;
                    continue;
            }

            if (now.Kind is StepKind.Stop or StepKind.Ahead)
            {
                if (
                    !(now.Kind == StepKind.Stop ? at >= items.Length || items[at].IsMark : at < items.Length && items[at].Entry == now.Word)
                )
                {
                    return;
                }

                step = now.Next;
                continue;
            }

            if (at >= match.Limit || (items[at].Break && at > match.Start) || !Takes(in now, items[at]))
                return;
            if (now.Kind == StepKind.Class)
            {
                match.Push(now.Target, items[at].ValueAs(now.Class), items[at].Half);
                Run(now.Next, items, at + 1, match);
                match.Pop();
                return;
            }

            (step, at) = (now.Next, at + 1);
        }
    }

    private static bool Takes(in Step step, in Item item)
    {
        if (step.Tight && !item.Tight)
            return false;
        return step.Kind switch
        {
            StepKind.Any => !item.IsMark,
            StepKind.Word => item.Entry == step.Word,
            StepKind.Number => item.Value == step.Number && item.Entry is null && item.Classes != 0,
            _ => (item.Classes & (1UL << (int)step.Class)) != 0,
        };
    }

    private IEnumerable<Step> Reach(int step) =>
        _steps[step].Kind switch
        {
            StepKind.Fork => Reach(_steps[step].Next).Concat(Reach(_steps[step].Other)),
            _ => [_steps[step]],
        };
}

/// <summary>What a match has taken in so far, and the longest one seen.</summary>
internal sealed class Match
{
    private readonly (Slot Slot, long Value, bool Half)[] _taken = new (Slot, long, bool)[48];
    private readonly (Slot Slot, long Value, bool Half)[] _kept = new (Slot, long, bool)[48];
    private int _keptCount;

    public int Depth { get; private set; }

    public int Start { get; private set; }

    /// <summary>Index before which a match has to end.</summary>
    public int Limit { get; set; }

    public int End { get; private set; }

    public void Reset(int start) => (Depth, End, _keptCount, Start) = (0, -1, 0, start);

    public void Push(Slot slot, long value, bool half) => _taken[Depth++] = (slot, value, half);

    public void Pop() => Depth--;

    public void Keep(int end)
    {
        if (end <= End)
            return;
        End = end;
        _keptCount = Depth;
        Array.Copy(_taken, _kept, Depth);
    }

    public Frame Frame(Pattern pattern, int first)
    {
        var frame = new Frame(pattern.Kind, first, End, 0, new long[(int)Slot.Frac + 1]);
        foreach (var (slot, value) in pattern.Constants)
            frame[slot] = value;
        for (var i = 0; i < _keptCount; i++)
        {
            frame[_kept[i].Slot] = _kept[i].Value;
            if (_kept[i].Half)
                frame[Slot.Frac] = 1;
        }

        return frame;
    }
}
