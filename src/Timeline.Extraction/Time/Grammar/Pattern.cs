namespace Timeline.Extraction.Time;

/// <summary>One step of a compiled pattern.</summary>
/// <param name="Next">Where to go on; a fork's first way.</param>
/// <param name="Other">A fork's second way.</param>
internal readonly record struct Step(StepKind Kind, Entry? Word, Slot Class, Slot Target, long Number, bool Tight, int Next, int Other);

internal enum StepKind : byte { Word, Class, Number, Any, Fork, Stop, Done }

/// <summary>A line of the grammar, compiled: what it is a pattern of, and the values it sets by itself.</summary>
internal sealed class Pattern(int order, string kind, Step[] steps, int start, (Slot Slot, long Value)[] constants)
{
    /// <summary>The line's number among the patterns; of equal matches the lower wins.</summary>
    public int Order { get; } = order;

    public string Kind { get; } = kind;

    public (Slot Slot, long Value)[] Constants { get; } = constants;

    /// <summary>The words and classes that it can begin with.</summary>
    public IEnumerable<Step> Firsts() => Reach(start);

    /// <summary>The longest match that begins at this item: the index after it, or -1; <paramref name="match"/> then holds what it took in.</summary>
    public int Match(Item[] items, int at, Match match)
    {
        match.Reset(at);
        Run(start, items, at, match);
        return match.End;
    }

    // No step leads back, so the ways through a pattern are as many as its lines can spell, whatever the text.
    private void Run(int step, Item[] items, int at, Match match)
    {
        while (true)
        {
            var now = steps[step];
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

            if (now.Kind == StepKind.Stop)
            {
                if (at < items.Length && !items[at].IsMark)
                    return;
                step = now.Next;
                continue;
            }

            if (at >= items.Length || (items[at].Break && at > match.Start) || !Takes(now, items[at]))
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

    private static bool Takes(Step step, Item item)
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

    private IEnumerable<Step> Reach(int step) => steps[step].Kind switch
    {
        StepKind.Fork => Reach(steps[step].Next).Concat(Reach(steps[step].Other)),
        _ => [steps[step]],
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
        var values = new long?[64];
        foreach (var (slot, value) in pattern.Constants)
            values[(int)slot] = value;
        for (var i = 0; i < _keptCount; i++)
        {
            values[(int)_kept[i].Slot] = _kept[i].Value;
            if (_kept[i].Half)
                values[(int)Slot.Frac] = 1;
        }

        return new(pattern.Kind, first, End, values);
    }
}
